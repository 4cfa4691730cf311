// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/mainwindow.h"

#include "core/athand/programlog.h"
#include "core/base/paths.h"
#include "core/model/freshness.h"
#include "gui/aboutdialog.h"
#include "gui/helpdialog.h"
#include "gui/inspector.h"
#include "gui/manual.h"
#include "gui/programlogview.h"
#include "gui/svgdrawing.h"
#include "gui/topologypanel.h"
#include "gui/training.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QMessageBox>

// What the menus do.
namespace Gui
{
void MainWindow::connectActions()
{
    const auto on = [this](ActionId id, auto slot) {
        connect(m_actions->action(id), &QAction::triggered, this, slot);
    };
    on(ActionId::AddCluster, [this] { emit addClusterRequested(); });
    on(ActionId::OpenTraining, [this] { emit trainingRequested(); });
    on(ActionId::OpenRecording, [this] { chooseRecording(); });
    on(ActionId::CloseCluster, [this] { closeCurrent(); });
    on(ActionId::Refresh, [this] { emit refreshRequested(m_current); });
    on(ActionId::Settings, [this] { emit settingsRequested(); });
    on(ActionId::ToggleTheme, [this] { emit themeToggled(); });
    on(ActionId::ToggleLanguage, [this] { emit languageToggled(); });
    on(ActionId::Quit, [this] { close(); });
    on(ActionId::ExportPicture, [this] { exportPicture(); });
    on(ActionId::SaveBundle, [this] { chooseBundle(); });
    on(ActionId::Reconnect, [this] { reconnectSelected(); });
    on(ActionId::CopyFacts,
       [this] { QGuiApplication::clipboard()->setText(m_inspector->asText()); });
    on(ActionId::Migrate, [this] { askSelected(Core::VerbKind::Migrate); });
    on(ActionId::Fence, [this] { askSelected(Core::VerbKind::Fence); });
    on(ActionId::PowerOn, [this] { askSelected(Core::VerbKind::PowerOn); });
    on(ActionId::PowerOff, [this] { askSelected(Core::VerbKind::PowerOff); });
    on(ActionId::SplitBrain, [this] { showSplitBrain(); });
    on(ActionId::ActionList, [this] { showActionList(); });
    on(ActionId::NextCluster, [this] {
        const QStringList names = m_clusters.names();
        setCurrentCluster(names.value((names.indexOf(m_current) + 1) % names.size()));
    });
    on(ActionId::Palette, [this] { showPalette(); });
    on(ActionId::Manual, [this] { showManual(); });
    on(ActionId::Help, [this] { showHelp(); });
    on(ActionId::ProgramLog, [this] { showProgramLog(); });
    on(ActionId::About, [this] { showAbout(); });
    connectViewActions();
}

void MainWindow::connectViewActions()
{
    const auto on = [this](ActionId id, auto slot) {
        connect(m_actions->action(id), &QAction::triggered, this, slot);
    };
    on(ActionId::ToggleTree, [this](bool tree) { setTree(tree); });
    on(ActionId::ZoomIn, [this] { m_topology->view().zoomBy(1.25); });
    on(ActionId::ZoomOut, [this] { m_topology->view().zoomBy(0.8); });
    on(ActionId::Fit, [this] { m_topology->view().fit(); });
    on(ActionId::ResetPlaces, [this] {
        m_topology->scene().setMoved({});
        m_topology->view().fit();
    });
    on(ActionId::ResetPanels, [this] { placeDocks(); });
    on(ActionId::FullScreen, [this](bool full) { full ? showFullScreen() : showNormal(); });
    const ActionId panels[]
        = {ActionId::PanelTopology,  ActionId::PanelReplication, ActionId::PanelGuests,
           ActionId::PanelNodes,     ActionId::PanelPower,       ActionId::PanelConfiguration,
           ActionId::PanelDiagnosis, ActionId::PanelEvents,      ActionId::PanelJournal,
           ActionId::PanelTraining};
    for (qsizetype i = 0; i < panelIds().size(); ++i)
        on(panels[i], [this, id = panelIds()[i]] { showPanel(id); });
}

// What cannot run says why.
void MainWindow::updateReasons()
{
    const QString noCluster = m_current.isEmpty() ? tr("No cluster is open.") : QString();
    for (const ActionId id :
         {ActionId::CloseCluster, ActionId::Refresh, ActionId::ExportPicture, ActionId::ToggleTree,
          ActionId::ZoomIn, ActionId::ZoomOut, ActionId::Fit, ActionId::ResetPlaces,
          ActionId::ResetPanels, ActionId::PanelTopology, ActionId::PanelReplication,
          ActionId::PanelGuests, ActionId::PanelNodes, ActionId::PanelPower,
          ActionId::PanelConfiguration, ActionId::PanelDiagnosis, ActionId::PanelEvents,
          ActionId::PanelJournal})
        m_actions->setReason(id, noCluster);
    const OpenCluster *cluster = current();
    if (cluster && cluster->source->replay())
        m_actions->setReason(ActionId::Refresh, recordingReason());
    m_actions->setReason(ActionId::SaveBundle, bundleReason());
    static const bool live = !Training::program().isEmpty(); // looked for once
    const QString noExercise = live ? tr("Open the training cluster first.")
                                    : tr("Exercises need the live training cluster (binome-lab).");
    m_actions->setReason(ActionId::PanelTraining, isTraining() ? QString() : noExercise);
    m_actions->setReason(ActionId::NextCluster,
                         m_clusters.names().size() > 1 ? QString()
                                                       : tr("Only one cluster is open."));
    const bool nothing = m_selection.thing().kind == ThingKind::Nothing;
    m_actions->setReason(ActionId::CopyFacts, nothing ? tr("Nothing is selected.") : QString());
    m_actions->setReason(ActionId::Reconnect, reconnectReason());
    m_actions->setReason(ActionId::Migrate, verbReason(Core::VerbKind::Migrate));
    m_actions->setReason(ActionId::Fence, verbReason(Core::VerbKind::Fence));
    m_actions->setReason(ActionId::PowerOn, verbReason(Core::VerbKind::PowerOn));
    m_actions->setReason(ActionId::PowerOff, verbReason(Core::VerbKind::PowerOff));
    m_actions->setReason(ActionId::SplitBrain, splitBrainReason());
}

QString MainWindow::recordingReason() const
{
    return tr("This is a recording: nothing can be done to the cluster.");
}

QString MainWindow::reconnectReason() const
{
    const OpenCluster *cluster = current();
    if (cluster && cluster->source->replay())
        return recordingReason();
    if (!cluster || m_selection.thing().kind != ThingKind::Machine)
        return tr("Select a machine first.");
    const Core::Machine machine
        = cluster->view.snapshot->machines.value(Core::NodeName(m_selection.thing().id));
    if (Core::answers(machine))
        return tr("%1 answers.").arg(machine.name.text());
    if (machine.contact.state == Core::ContactState::Connecting)
        return tr("A connection to %1 is being made.").arg(machine.name.text());
    return {};
}

void MainWindow::reconnectSelected()
{
    emit reconnectRequested(m_current, Core::NodeName(m_selection.thing().id));
}

void MainWindow::showMenu(const QPoint &position)
{
    const QGraphicsItem *item = m_topology->view().itemAt(position);
    const QPointF at = m_topology->view().mapToScene(position);
    if (const auto *node = dynamic_cast<const NodeItem *>(item))
        m_selection.select(node->thingAt(node->mapFromScene(at)));
    else if (const auto *link = dynamic_cast<const LinkItem *>(item))
        m_selection.select(link->facts().thing);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    fillActions(*menu, m_selection.thing());
    fillAtHand(*menu, m_selection.thing());
    menu->addAction(m_actions->action(ActionId::Reconnect));
    menu->addAction(m_actions->action(ActionId::CopyFacts));
    menu->addSeparator();
    menu->addAction(m_actions->action(ActionId::Fit));
    menu->addAction(m_actions->action(ActionId::ExportPicture));
    menu->popup(m_topology->view().viewport()->mapToGlobal(position));
}

void MainWindow::exportPicture()
{
    auto *dialog = new QFileDialog(this, tr("Export the picture"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    QStringList kinds{tr("PNG picture (*.png)"), tr("PDF page (*.pdf)")};
    if (whyNoSvg().isEmpty())
        kinds.insert(1, tr("SVG drawing (*.svg)"));
    dialog->setNameFilters(kinds);
    dialog->setDefaultSuffix(QStringLiteral("png"));
    dialog->selectFile(m_current + QStringLiteral(".png"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        for (const QString &kind :
             {QStringLiteral("png"), QStringLiteral("svg"), QStringLiteral("pdf")}) {
            if (filter.contains(QStringLiteral("*.") + kind))
                dialog->setDefaultSuffix(kind);
        }
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const auto written = Gui::exportPicture(m_topology->scene(), m_theme.colors(), path);
        if (written)
            return;
        auto *box = new QMessageBox(QMessageBox::Warning, tr("Export the picture"),
                                    Core::rendered(written.error().what), QMessageBox::Ok, this);
        box->setInformativeText(written.error().detail);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
    });
    dialog->open();
}

void MainWindow::chooseRecording()
{
    auto *dialog = new QFileDialog(this, tr("Open a recording"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Recordings (*.binrec)"), tr("All files (*)")});
    dialog->setDirectory(Core::stateFolder() + QStringLiteral("/recordings"));
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::recordingRequested);
    dialog->open();
}

void MainWindow::showPalette()
{
    auto *offers = new QObject; // the actions of this moment
    auto *palette = new CommandPalette(
        m_actions->paletteEntries() + offeredEntries(offers) + atHandEntries(offers), this);
    offers->setParent(palette);
    palette->setAttribute(Qt::WA_DeleteOnClose);
    palette->show();
}

void MainWindow::showManual()
{
    if (!m_manual) {
        m_manual = new Manual(this);
        m_manual->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_manual->openAt(Manual::chapterOf(m_panel));
    m_manual->show();
    m_manual->raise();
}

void MainWindow::showHelp()
{
    auto *help = new HelpDialog(m_theme, *m_actions, this);
    help->setAttribute(Qt::WA_DeleteOnClose);
    help->show();
}

void MainWindow::showProgramLog()
{
    auto *view = new ProgramLogView(m_theme, Core::programLog, this);
    view->setAttribute(Qt::WA_DeleteOnClose);
    view->show();
}

void MainWindow::showAbout()
{
    auto *about = new AboutDialog(this);
    about->setAttribute(Qt::WA_DeleteOnClose);
    about->show();
}
} // namespace Gui
