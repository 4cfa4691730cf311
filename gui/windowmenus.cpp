// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/mainwindow.h"

#include "gui/actionlist.h"
#include "gui/connectionbar.h"
#include "gui/inspector.h"
#include "gui/splitbraindialog.h"
#include "gui/tablepanel.h"
#include "gui/topologypanel.h"

#include <QActionGroup>
#include <QMenu>
#include <QToolButton>

// How the window offers actions, and brings back what runs.
namespace Gui
{
namespace
{
bool isData(const Thing &thing) // the verdict on the copies
{
    return thing == Thing{ThingKind::Verdict, QStringLiteral("data")};
}
} // namespace

void MainWindow::buildActionButton()
{
    m_actionButton = new QToolButton(m_connections);
    m_actionButton->setProperty("role", QStringLiteral("link"));
    m_connections->addButton(m_actionButton);
    connect(m_actionButton, &QToolButton::clicked, this, &MainWindow::showActionList);
    connect(m_center, &ActionCenter::changed, this, &MainWindow::nameActionButton);
}

void MainWindow::nameActionButton()
{
    const int running = m_center->running();
    const int all = int(m_center->records().size());
    m_actionButton->setText(running > 0 ? tr("%n action(s) running", nullptr, running)
                                        : tr("%n action(s)", nullptr, all));
    m_actionButton->setToolTip(tr("What runs and what ran since the program is open"));
    m_actionButton->setVisible(all > 0);
    m_verbs->setText(tr("&Do to what is selected"));
    nameRoles();
    m_connections->update();
}

void MainWindow::showActionList()
{
    auto *list = new ActionList(m_theme, *m_center, this);
    list->setAttribute(Qt::WA_DeleteOnClose);
    list->show();
}

void MainWindow::connectMenus()
{
    for (const TablePanel *table : findChildren<TablePanel *>())
        connect(table, &TablePanel::menuWanted, this, &MainWindow::showTableMenu);
    connect(m_inspector, &Inspector::menuWanted, this, [this](QMenu &menu) {
        fillActions(menu, m_selection.thing());
        fillAtHand(menu, m_selection.thing());
    });
    connect(&m_selection, &Selection::changed, this, [this](const Thing &thing) {
        m_inspector->setActionsOffered(thing.kind == ThingKind::Resource
                                       || thing.kind == ThingKind::Machine
                                       || thing.kind == ThingKind::Guest || isData(thing));
    });
    connect(&m_topology->scene(), &TopologyScene::guestDropped, this, &MainWindow::moveGuest);
    auto *verbs = new QMenu(this);
    verbs->setToolTipsVisible(true);
    m_verbs = m_actions->actionMenu()->insertMenu(m_actions->action(ActionId::Reconnect), verbs);
    buildRoles();
    connect(verbs, &QMenu::aboutToShow, this, [this, verbs] {
        verbs->clear();
        fillActions(*verbs, m_selection.thing());
        fillAtHand(*verbs, m_selection.thing());
    });
}

// ---- who the person is here

void MainWindow::buildRoles()
{
    m_roles = new QMenu(this);
    auto *group = new QActionGroup(m_roles);
    for (const Core::UserRole role :
         {Core::UserRole::Onlooker, Core::UserRole::Operator, Core::UserRole::Administrator}) {
        QAction *action = m_roles->addAction(QString());
        action->setCheckable(true);
        action->setData(int(role));
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, role] {
            emit roleChosen(m_current, role);
            showRole();
            updateReasons();
        });
    }
    connect(m_roles, &QMenu::aboutToShow, this, &MainWindow::showRole);
    m_actions->actionMenu()->addSeparator();
    m_actions->actionMenu()->addMenu(m_roles);
}

void MainWindow::nameRoles()
{
    m_roles->setTitle(tr("My r&ole here"));
    const QStringList names{tr("&Observer: nothing can be changed"), tr("O&perator: runs plans"),
                            tr("&Administrator: may override an interlock")};
    for (qsizetype i = 0; i < names.size(); ++i)
        m_roles->actions()[i]->setText(names[i]);
}

void MainWindow::showRole()
{
    const auto role = m_center->role(m_current);
    for (QAction *action : m_roles->actions()) {
        action->setEnabled(role.has_value());
        action->setChecked(role && action->data().toInt() == int(*role));
    }
}

void MainWindow::showTableMenu(const Thing &thing, const QPoint &at)
{
    m_selection.select(thing);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    fillActions(*menu, thing);
    fillAtHand(*menu, thing);
    menu->addAction(m_actions->action(ActionId::Reconnect));
    menu->addAction(m_actions->action(ActionId::CopyFacts));
    menu->popup(at);
}

// The submenu that the verb stands in; empty: none.
QString MainWindow::partOf(const Core::Verb &verb)
{
    using Core::VerbKind;
    if (!verb.resource.isEmpty())
        return tr("%1 on %2").arg(verb.resource.text(), verb.node.text());
    switch (verb.kind) {
    case VerbKind::StopRgmanager:
    case VerbKind::StartRgmanager:
    case VerbKind::StopCman:
    case VerbKind::StartCman:
        return tr("Cluster services");
    case VerbKind::StopBoth:
    case VerbKind::ColdStart:
        return tr("Whole cluster");
    case VerbKind::PowerOn:
    case VerbKind::PowerOff:
    case VerbKind::PowerCycle:
    case VerbKind::PowerReset:
    case VerbKind::PowerSoft:
    case VerbKind::Identify:
        return tr("By its BMC");
    default:
        return {};
    }
}

// What is done to the thing itself, then submenus: a node's services and power, and one a side of a
// resource, since every verb of DRBD is of one side.
void MainWindow::fillActions(QMenu &menu, const Thing &thing)
{
    const OpenCluster *cluster = current();
    if (!cluster)
        return;
    QMap<QString, QMenu *> parts;
    bool ofResource = false;
    for (const ActionOffer &offer : offersFor(thing, cluster->view)) {
        const QString part = partOf(offer.verb);
        ofResource = ofResource || !offer.verb.resource.isEmpty();
        if (part.isEmpty()) {
            addOffer(menu, offer);
            continue;
        }
        if (parts.isEmpty())
            menu.addSeparator();
        if (!parts.contains(part)) {
            parts.insert(part, menu.addMenu(part));
            parts[part]->setToolTipsVisible(true);
        }
        addOffer(*parts[part], offer);
    }
    const Core::GuestView *guest
        = thing.kind == ThingKind::Guest ? guestOf(cluster->view, thing.id.toInt()) : nullptr;
    if (guest) {
        menu.addSeparator();
        menu.addAction(recipeAction(*guest, &menu));
    }
    if (ofResource || isData(thing))
        menu.addAction(m_actions->action(ActionId::SplitBrain));
    menu.addSeparator();
}

void MainWindow::askSelected(Core::VerbKind kind)
{
    const OpenCluster *cluster = current();
    if (!cluster)
        return;
    if (const auto wanted = offerOf(kind, m_selection.thing(), cluster->view))
        m_center->ask(m_current, wanted->planner);
}

QString MainWindow::verbReason(Core::VerbKind kind) const
{
    const QString never = m_center->whyNever(m_current);
    if (!never.isEmpty())
        return never;
    const auto wanted = offerOf(kind, m_selection.thing(), current()->view);
    if (wanted)
        return whyNot(*wanted);
    return kind == Core::VerbKind::Migrate ? tr("Select a guest first.")
                                           : tr("Select a node first.");
}

void MainWindow::addOffer(QMenu &menu, const ActionOffer &offer)
{
    using Core::VerbKind;
    const VerbKind kind = offer.verb.kind;
    const bool newKind = kind == VerbKind::Verify || kind == VerbKind::Primary
        || kind == VerbKind::Invalidate || kind == VerbKind::Fence || kind == VerbKind::PowerOn
        || kind == VerbKind::StartGuest || kind == VerbKind::EnableService
        || kind == VerbKind::StopGuest || kind == VerbKind::FreezeService
        || kind == VerbKind::RecoverService;
    const bool back = kind == VerbKind::SetRate && offer.verb.rate == Core::Rate{};
    if ((newKind && offer.plan.verb) || back) // an override stands behind its verb
        menu.addSeparator();
    menu.addAction(offered(offer, &menu));
}

// A guest was let go over the card of a node.
void MainWindow::moveGuest(int guest, const Core::NodeName &target)
{
    const OpenCluster *cluster = current();
    if (cluster)
        m_center->ask(m_current, moveOffer(guest, target, cluster->view).planner);
}

QAction *MainWindow::offered(const ActionOffer &offer, QObject *parent)
{
    auto *action = new QAction(tr("%1…").arg(Core::rendered(offer.plan.title)), parent);
    const QString never = m_center->whyNever(m_current);
    const QString reason = never.isEmpty() ? whyNot(offer) : never;
    action->setEnabled(reason.isEmpty());
    action->setToolTip(reason.isEmpty() ? action->text() : reason);
    connect(action, &QAction::triggered, this,
            [this, planner = offer.planner] { m_center->ask(m_current, planner); });
    return action;
}

QList<PaletteEntry> MainWindow::offeredEntries(QObject *parent)
{
    QList<PaletteEntry> entries;
    const OpenCluster *cluster = current();
    for (const ActionOffer &offer : cluster ? allOffers(cluster->view) : QList<ActionOffer>())
        entries << PaletteEntry{offered(offer, parent), namesInAllLanguages(offer.plan.title)};
    for (const Core::GuestView &guest : cluster ? cluster->view.guests : QList<Core::GuestView>())
        entries << PaletteEntry{recipeAction(guest, parent), namesInAllLanguages(haWishOf(guest))};
    return entries;
}

// ---- the split-brain assistant

QString MainWindow::splitBrainReason() const
{
    const OpenCluster *cluster = current();
    if (!cluster)
        return tr("No cluster is open.");
    return Core::splitBrains(*cluster->view.snapshot).isEmpty()
        ? tr("Every resource whose state is known is connected.")
        : QString();
}

void MainWindow::showSplitBrain()
{
    OpenCluster *cluster = current();
    if (!cluster)
        return;
    if (m_assistant && m_assistant->isVisible()) { // a closed one goes in the next turn
        m_assistant->raise();
        return m_assistant->activateWindow();
    }
    auto *assistant = new SplitBrainDialog(m_theme, *cluster->source, this);
    assistant->setAttribute(Qt::WA_DeleteOnClose);
    connect(assistant, &SplitBrainDialog::repairWanted, m_center,
            [this, name = m_current](const Core::SplitBrainWish &wish) {
                m_center->ask(name, [wish](const Core::ClusterSnapshot &now) {
                    return Core::planSplitBrain(wish, now);
                });
            });
    connect(this, &MainWindow::currentClusterChanged, assistant, &QDialog::close);
    m_assistant = assistant;
    assistant->show();
}
} // namespace Gui
