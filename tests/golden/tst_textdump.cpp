// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/reader.h"
#include "core/model/patch.h"
#include "core/model/textdump.h"
#include "core/parse/clustat.h"
#include "core/parse/cmantool.h"
#include "core/parse/drbdnames.h"
#include "core/parse/fencetool.h"
#include "core/parse/gueststorage.h"
#include "core/parse/iscsi.h"
#include "core/parse/lvm.h"
#include "core/parse/net.h"
#include "core/parse/procdrbd.h"
#include "core/parse/qm.h"
#include "tests/golden/inputs.h"
#include "tests/testmain.h"

#include <QTest>

using namespace Core;

namespace
{
const NodeName alpha(QStringLiteral("alpha"));
const NodeName beta(QStringLiteral("beta"));

// A fact of alpha, read from a golden input.
template <typename T>
Fact read(const char *probe, Expected<T> (*parse)(QByteArrayView), const char *input)
{
    const QByteArray text = Golden::contents(Golden::folder() + u'/' + QString::fromLatin1(input));
    Observed<T> fact;
    fact.evidence = {alpha, ProbeId(QString::fromLatin1(probe)), 0, 0};
    if (Expected<T> value = parse(text))
        fact.value = *std::move(value);
    return fact;
}

QList<Fact> factsOfAlpha()
{
    Contact contact{ContactState::Silent, QDateTime::fromSecsSinceEpoch(1'363'112'580, Qt::UTC),
                    Error{ErrorKind::Timeout,
                          message("no answer within %1", {std::chrono::milliseconds(2'000)}),
                          QStringLiteral("last byte\n\x1b[1m")}};
    return {ContactFact{contact},
            ProvidersFact{{QStringLiteral("cman"), QStringLiteral("drbd8")}},
            read("cman-status", parseCmanStatus, "cman-status/6.2.0/quorum_disk.in"),
            read("cman-nodes", parseCmanNodes, "cman-nodes/6.2.0/quorum_disk.in"),
            read("clustat", parseClustat, "clustat/3.0/services.xml.in"),
            read("fence", parseFenceToolLs, "fence-tool/3.2/fencing.in"),
            read("conf", readClusterConfig, "cluster-conf/pve3/quorum_disk.in"),
            read("proc-drbd", parseDrbdStatus, "proc-drbd/8.4/stalled_verify.in"),
            read("drbd-names", parseDrbdNames, "drbd-names/probe/three.in"),
            read("qm-list", parseQmList, "qm-list/pve3/four_guests.in"),
            read("vmlist", parseVmlist, "vmlist/pve3/mixed.in"),
            read("pids", parseRunningGuests, "running-guests/probe/three_lines.in"),
            read("net", parseNet, "net/probe/three_interfaces.in"),
            read("uptime", parseUptime, "uptime/probe/a_day.in"),
            read("vgs", parseVgs, "vgs/2.02/two_groups.in"),
            read("pvs", parsePvs, "pvs/2.02/three_volumes.in"),
            read("lvs", parseLvs, "lvs/2.02/three_volumes.in"),
            read("guest-storage", parseGuestStorage, "guest-storage/probe/lvm_and_paths.in"),
            read("iscsi", parseIscsiSessions, "iscsi-sessions/2.0/two_paths.in")};
}

ClusterSnapshot pair()
{
    ClusterSnapshot snapshot;
    for (const NodeName &name : {alpha, beta}) {
        snapshot.machines[name].name = name;
        snapshot.machines[name].address = QStringLiteral("10.9.8.%1").arg(name == alpha ? 1 : 2);
    }
    const NodeName server(QStringLiteral("the attic")); // a name that needs quotes
    snapshot.machines[server].name = server;
    snapshot.machines[server].kind = MachineKind::QuorumServer;
    Observed<HaStatus> failed;
    failed.error = Error{ErrorKind::CommandFailed, message("exit status %1", {qint64(1)}), {}};
    Observed<BmcState> on;
    on.value = BmcState{PowerState::On};
    Observed<BmcState> silent;
    silent.error = Error{ErrorKind::Unreachable, message("no answer"), {}};
    return applied(snapshot,
                   {Patch{alpha, alpha, factsOfAlpha()}, Patch{beta, beta, {failed}},
                    Patch{beta, Workstation{}, {BmcFact{on}}},
                    Patch{beta, alpha, {BmcFact{silent}}}});
}
} // namespace

class TstTextDump : public QObject
{
    Q_OBJECT
private slots:
    void everyFactIsInTheText()
    {
        const QString expectation
            = Golden::folder() + QStringLiteral("/snapshot/two_nodes.expected");
        const QByteArray text = textDump(pair());
        if (qEnvironmentVariableIsSet("BINOME_GOLDEN_UPDATE"))
            QVERIFY(Golden::write(expectation, text));
        QCOMPARE(QString::fromUtf8(text), QString::fromUtf8(Golden::contents(expectation)));
    }

    void equalSnapshotsGiveEqualText()
    {
        ClusterSnapshot other = pair();
        other.revision = 77; // publications count, facts do not
        QCOMPARE(textDump(other), textDump(pair()));
    }

    void aChangedFactChangesTheText()
    {
        ClusterSnapshot other = pair();
        other.machines[alpha].uptime.value->up += std::chrono::seconds(1);
        QVERIFY(textDump(other) != textDump(pair()));
    }
};

BINOME_TEST(TstTextDump)
#include "tst_textdump.moc"
