// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/athand/athand.h"
#include "core/athand/serialconsole.h"
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
