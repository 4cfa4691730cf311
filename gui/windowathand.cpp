// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/mainwindow.h"

#include "core/athand/filenames.h"
#include "core/athand/webpages.h"
#include "core/base/whendone.h"
#include "core/model/freshness.h"
#include "gui/bmcview.h"
#include "gui/logview.h"
#include "gui/terminal.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QMessageBox>

// What the window has at hand of every machine and guest, beside its facts.
namespace Gui
{
namespace
{
// The view of that kind and machine that is open already; null: none.
template <typename View, typename Of>
View *openView(const QList<QPointer<QDialog>> &views, const Core::NodeName &machine, Of of)
{
    for (const QPointer<QDialog> &view : views) {
        auto *open = qobject_cast<View *>(view.data());
        if (open && open->isVisible() && (open->*of)() == machine) {
            open->raise();
            open->activateWindow();
            return open;
        }
    }
    return nullptr;
}

// Of a guest: the node where it runs, else where it belongs.
Core::NodeName machineOf(const Thing &thing, const ClusterView &view)
{
    if (thing.kind == ThingKind::Machine)
        return Core::NodeName(thing.id);
    for (const Core::GuestView &guest : view.guests) {
        if (thing == guestThing(guest.id))
            return guest.hosts.value(0, guest.home);
    }
    return {};
}

QList<Core::NodeLog> logsOf(const Core::Machine &machine)
{
    if (machine.kind == Core::MachineKind::Node)
        return {std::begin(Core::allNodeLogs), std::end(Core::allNodeLogs)};
    return {Core::NodeLog::System, Core::NodeLog::Kernel}; // no cluster runs there
}
} // namespace

QString MainWindow::atHandReason(const Core::NodeName &machine) const
{
    const OpenCluster *cluster = current();
    if (!cluster)
        return tr("No cluster is open.");
    if (!cluster->source->atHand())
        return recordingReason();
    const Core::Machine known = cluster->view.snapshot->machines.value(machine);
    return Core::answers(known) ? QString() : tr("%1 does not answer.").arg(machine.text());
}

QList<AtHandOffer> MainWindow::atHandOf(const Thing &thing)
{
    const OpenCluster *cluster = current();
    const Core::NodeName name = cluster ? machineOf(thing, cluster->view) : Core::NodeName();
    if (name.isEmpty() || !cluster->view.snapshot->machines.contains(name))
        return {};
    const Core::Machine machine = cluster->view.snapshot->machines.value(name);
    QList<AtHandOffer> offers;
    for (const Core::GuestView &guest : cluster->view.guests) {
        if (thing == guestThing(guest.id))
            offers += consoleOffers(guest);
    }
    for (const Core::NodeLog log : logsOf(machine))
        offers << AtHandOffer{Core::logTitle(log, name), atHandReason(name),
                              [this, name, log] { showLog(name, log); }};
    // A machine that does not answer us may answer a person who tries in another way.
    return offers + waysTo(machine, cluster->source->atHand() ? QString() : recordingReason());
}

QList<AtHandOffer> MainWindow::waysTo(const Core::Machine &machine, const QString &whyNot)
{
    const Core::NodeName name = machine.name;
    QList<AtHandOffer> offers{
        {Core::message(QT_TRANSLATE_NOOP("Core", "Terminal on %1"), {name.text()}), whyNot,
         [this, name] { showTerminal(name); }},
        {Core::message(QT_TRANSLATE_NOOP("Core", "Copy the ssh command line of %1"), {name.text()}),
         whyNot, [this, name] { copyTerminalLine(name); }}};
    if (machine.kind == Core::MachineKind::Node)
        offers << AtHandOffer{
            Core::message(QT_TRANSLATE_NOOP("Core", "Sensors and event log of the BMC of %1"),
                          {name.text()}),
            whyNot, [this, name] {
                if (openView<BmcView>(m_atHand.values(m_current), name, &BmcView::node))
                    return;
                auto *view = new BmcView(m_theme, *current()->source->atHand(), name, this);
                view->setAttribute(Qt::WA_DeleteOnClose);
                m_atHand.insert(m_current, view);
                view->read();
                view->show();
            }};
    if (machine.kind == Core::MachineKind::Node)
        offers += serialOffers(name, whyNot);
    if (const auto page = Core::pvePage(machine))
        offers << AtHandOffer{
            Core::message(QT_TRANSLATE_NOOP("Core", "Web page of Proxmox VE on %1"), {name.text()}),
            whyNot, [url = *page] { QDesktopServices::openUrl(url); }};
    for (const QUrl &url : Core::bmcPages(name, *current()->view.snapshot))
        offers << AtHandOffer{
            Core::message(QT_TRANSLATE_NOOP("Core", "Web page of the BMC of %1 (%2)"),
                          {name.text(), url.host()}),
            whyNot, [url] { QDesktopServices::openUrl(url); }};
    return offers;
}

void MainWindow::tellTrouble(const QString &title, const Core::Error &error)
{
    auto *box = new QMessageBox(QMessageBox::Warning, title, Core::rendered(error.what),
                                QMessageBox::Ok, this);
    box->setInformativeText(error.detail);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void MainWindow::showTerminal(const Core::NodeName &machine)
{
    const OpenCluster *cluster = current();
    if (!cluster || !cluster->source->atHand())
        return;
    const auto arguments = cluster->source->atHand()->terminal(machine);
    const auto opened = arguments ? openTerminal(*arguments)
                                  : Core::Expected<void>(tl::unexpected(arguments.error()));
    if (!opened)
        tellTrouble(tr("Terminal"), opened.error());
}

void MainWindow::copyTerminalLine(const Core::NodeName &machine)
{
    const OpenCluster *cluster = current();
    if (!cluster || !cluster->source->atHand())
        return;
    const auto arguments = cluster->source->atHand()->terminal(machine);
    if (arguments)
        QGuiApplication::clipboard()->setText(terminalLine(*arguments));
    else
        tellTrouble(tr("Terminal"), arguments.error());
}

void MainWindow::fillAtHand(QMenu &menu, const Thing &thing)
{
    const QList<AtHandOffer> offers = atHandOf(thing);
    if (offers.isEmpty())
        return;
    const QString name = QStringLiteral("atHand");
    delete menu.findChild<QMenu *>(name, Qt::FindDirectChildrenOnly); // when it was shown before
    QMenu *here = menu.addMenu(tr("At &hand"));
    here->setObjectName(name);
    here->setToolTipsVisible(true);
    for (const AtHandOffer &offer : offers) {
        QAction *action = here->addAction(Core::rendered(offer.title));
        action->setEnabled(offer.whyNot.isEmpty());
        action->setToolTip(offer.whyNot.isEmpty() ? action->text() : offer.whyNot);
        connect(action, &QAction::triggered, this, offer.open);
    }
    menu.addSeparator();
}

QList<PaletteEntry> MainWindow::atHandEntries(QObject *parent)
{
    QList<PaletteEntry> entries;
    const OpenCluster *cluster = current();
    QList<AtHandOffer> offers;
    const auto machines
        = cluster ? cluster->view.snapshot->machines.keys() : QList<Core::NodeName>();
    for (const Core::NodeName &machine : machines)
        offers += atHandOf(machineThing(machine));
    for (const Core::GuestView &guest : cluster ? cluster->view.guests : QList<Core::GuestView>())
        offers += consoleOffers(guest);
    for (const AtHandOffer &offer : std::as_const(offers)) {
        auto *action = new QAction(Core::rendered(offer.title), parent);
        action->setEnabled(offer.whyNot.isEmpty());
        action->setToolTip(offer.whyNot.isEmpty() ? action->text() : offer.whyNot);
        connect(action, &QAction::triggered, this, offer.open);
        entries << PaletteEntry{action, namesInAllLanguages(offer.title)};
    }
    return entries;
}

// One view a machine: a session takes few channels, and the probes need theirs.
void MainWindow::showLog(const Core::NodeName &machine, Core::NodeLog log)
{
    const OpenCluster *cluster = current();
    if (!cluster || !cluster->source->atHand())
        return;
    if (auto *open = openView<LogView>(m_atHand.values(m_current), machine, &LogView::machine))
        return open->follow(log);
    auto *view = new LogView(m_theme, *cluster->source->atHand(), machine,
                             logsOf(cluster->view.snapshot->machines.value(machine)), this);
    view->setAttribute(Qt::WA_DeleteOnClose);
    m_atHand.insert(m_current, view);
    view->follow(log);
    view->show();
}

QString MainWindow::bundleReason() const
{
    const OpenCluster *cluster = current();
    if (!cluster)
        return tr("No cluster is open.");
    return cluster->source->atHand() ? QString() : recordingReason();
}

void MainWindow::chooseBundle()
{
    auto *dialog = new QFileDialog(this, tr("Save the diagnostic bundle"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("ZIP archives (*.zip)")});
    dialog->setDefaultSuffix(QStringLiteral("zip"));
    dialog->selectFile(Core::fileNameOf(m_current) + QStringLiteral("-bundle.zip"));
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::saveBundle);
    dialog->open();
}

void MainWindow::saveBundle(const QString &file)
{
    const OpenCluster *cluster = current();
    if (!cluster || !cluster->source->atHand())
        return;
    Core::whenDone(cluster->source->atHand()->saveBundle(file), this,
                   [this, file](const Core::Expected<void> &saved) {
                       if (!saved)
                           return tellTrouble(tr("Diagnostic bundle"), saved.error());
                       auto *box
                           = new QMessageBox(QMessageBox::Information, tr("Diagnostic bundle"),
                                             tr("Saved in %1.").arg(file), QMessageBox::Ok, this);
                       box->setInformativeText(
                           tr("Passwords were taken out. Names and addresses are in it: look "
                              "through it before you hand it on."));
                       box->setAttribute(Qt::WA_DeleteOnClose);
                       box->open();
                   });
}

// At once: the connections go next.
void MainWindow::closeAtHand(const QString &cluster)
{
    for (const QPointer<QDialog> &view : m_atHand.values(cluster))
        delete view.data();
    m_atHand.remove(cluster);
}
} // namespace Gui
