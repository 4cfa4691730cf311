// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/athand/athand.h"
#include "core/athand/serialconsole.h"
#include "gui/consoleview.h"
#include "gui/mainwindow.h"
#include "gui/terminal.h"

// The consoles of machines and guests, in programs of this workstation.
namespace Gui
{
namespace
{
Core::SerialHints serialHints()
{
    return {MainWindow::tr("Serial console through the BMC. To leave: Enter, then ~ and a full "
                           "stop. The BMC's password is asked for next."),
            MainWindow::tr("It ended with an error, which stands above. Where somebody else holds "
                           "the console (SOL payload already active), this frees it:"),
            MainWindow::tr("Enter closes this terminal.")};
}
} // namespace

QList<AtHandOffer> MainWindow::serialOffers(const Core::NodeName &node, const QString &whyNot)
{
    const Core::ClusterSnapshot &snapshot = *current()->view.snapshot;
    const QList<Core::FenceDevice> bmcs = Core::ipmiBmcs(node, snapshot);
    const auto asker = Core::serialAsker(node, snapshot);
    const QString noWay = !whyNot.isEmpty() ? whyNot
        : !asker                            ? Core::rendered(asker.error().what)
                                            : QString();
    QList<AtHandOffer> offers;
    for (const Core::FenceDevice &bmc : bmcs)
        offers << AtHandOffer{
            Core::message(QT_TRANSLATE_NOOP("Core", "Serial console of %1 (BMC %2)"),
                          {node.text(), bmc.address}),
            noWay, [this, bmc, at = asker.value_or(node)] { showSerialConsole(at, bmc); }};
    if (!bmcs.isEmpty())
        return offers;
    return {{Core::message(QT_TRANSLATE_NOOP("Core", "Serial console of %1 (BMC)"), {node.text()}),
             whyNot.isEmpty()
                 ? tr("No address of a BMC of %1 that speaks IPMI is known from cluster.conf.")
                       .arg(node.text())
                 : whyNot,
             [] {}}};
}

// Of a guest that two nodes run at once each has its own picture.
QList<AtHandOffer> MainWindow::consoleOffers(const Core::GuestView &guest)
{
    const QString id = QString::number(guest.id);
    const Core::Message title
        = Core::message(QT_TRANSLATE_NOOP("Core", "Console of guest %1"), {id});
    const bool live = current()->source->atHand() != nullptr;
    if (!live || guest.hosts.isEmpty()) {
        const QString silent = guest.home.isEmpty() || !live ? QString() : atHandReason(guest.home);
        return {{title,
                 !live                  ? recordingReason()
                     : silent.isEmpty() ? tr("Guest %1 does not run.").arg(id)
                                        : silent,
                 [] {}}};
    }
    QList<AtHandOffer> offers;
    for (const Core::NodeName &host : guest.hosts)
        offers << AtHandOffer{
            guest.hosts.size() == 1
                ? title
                : Core::message(QT_TRANSLATE_NOOP("Core", "Console of guest %1 on %2"),
                                {id, host.text()}),
            atHandReason(host), [this, guest = guest.id, host] { showConsole(guest, host); }};
    return offers;
}

void MainWindow::showConsole(int guest, const Core::NodeName &host)
{
    const OpenCluster *cluster = current();
    if (!cluster || !cluster->source->atHand())
        return;
    for (const QPointer<QDialog> &view : m_atHand.values(m_current)) {
        auto *open = qobject_cast<ConsoleView *>(view.data());
        if (open && open->isVisible() && !open->isOver() && open->guest() == guest
            && open->host() == host) {
            open->raise();
            return open->activateWindow();
        }
    }
    auto *view = new ConsoleView(cluster->source->atHand()->guestConsole(guest, host), this);
    view->setAttribute(Qt::WA_DeleteOnClose);
    m_atHand.insert(m_current, view);
    view->show();
    view->start(viewerProgram());
}

void MainWindow::showSerialConsole(const Core::NodeName &asker, const Core::FenceDevice &bmc)
{
    const OpenCluster *cluster = current();
    if (!cluster || !cluster->source->atHand())
        return;
    const auto opened
        = Core::serialConsoleLine(bmc, serialHints())
              .and_then([&](const QString &line) {
                  return cluster->source->atHand()->terminal(asker, line);
              })
              .and_then([](const QStringList &arguments) { return openTerminal(arguments); });
    if (!opened)
        tellTrouble(tr("Serial console"), opened.error());
}
} // namespace Gui
