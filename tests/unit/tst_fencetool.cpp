// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/fencetool.h"
#include "tests/testmain.h"

#include <QTest>

using namespace Core;

namespace
{
const QByteArray idle = "fence domain\n"
                        "member count  2\n"
                        "victim count  0\n"
                        "victim now    0\n"
                        "master nodeid 2\n"
                        "wait state    none\n"
                        "members       1 2 \n"
                        "\n";
const QByteArray fencing = "fence domain\n"
                           "member count  1\n"
                           "victim count  1\n"
                           "victim now    2\n"
                           "master nodeid 1\n"
                           "wait state    fencing\n"
                           "members       1 \n"
                           "\n"
                           "all nodes\n"
                           "nodeid 1 member 1 victim 0 last fence master 0 how none\n"
                           "nodeid 2 member 0 victim 1 last fence master 1 how override\n"
                           "\n";
} // namespace

class TstFencetool : public QObject
{
    Q_OBJECT
private slots:
    void idleDomain();
    void victimOfAFencing();
    void nodeLinesTellTheLastFencing();
    void nodesNeedTheSwitch();
    void emptyDomainHasNoMembers();
    void unknownWaitIsUnknown();
    void cutOutputIsAnError();
    void garbageIsAnError_data();
    void garbageIsAnError();
};

void TstFencetool::idleDomain()
{
    const Expected<FenceDomain> domain = parseFenceToolLs(idle);
    QVERIFY(domain);
    const FenceDomain wanted{2, 0, 0, 2, FenceWait::None, {1, 2}};
    QVERIFY(*domain == wanted);
}

void TstFencetool::victimOfAFencing()
{
    const Expected<FenceDomain> domain = parseFenceToolLs(fencing);
    QVERIFY(domain);
    const FenceDomain wanted{1, 1, 2, 1, FenceWait::Fencing, {1}};
    QVERIFY(*domain == wanted);
}

void TstFencetool::nodeLinesTellTheLastFencing()
{
    const Expected<QList<FenceNode>> nodes = parseFenceToolNodes(fencing);
    QVERIFY(nodes);
    const QList<FenceNode> wanted{{1, true, false, 0, FencedHow::None},
                                  {2, false, true, 1, FencedHow::Override}};
    QVERIFY(*nodes == wanted);
}

void TstFencetool::nodesNeedTheSwitch()
{
    const Expected<QList<FenceNode>> nodes = parseFenceToolNodes(idle);
    QVERIFY(nodes);
    QVERIFY(nodes->isEmpty());
}

void TstFencetool::emptyDomainHasNoMembers()
{
    const Expected<FenceDomain> domain
        = parseFenceToolLs(QByteArray(idle).replace("members       1 2 ", "members       "));
    QVERIFY(domain);
    QVERIFY(domain->members.isEmpty());
}

void TstFencetool::unknownWaitIsUnknown()
{
    const Expected<FenceDomain> domain
        = parseFenceToolLs(QByteArray(idle).replace("state    none", "state    unknown"));
    QVERIFY(domain);
    QCOMPARE(domain->wait, FenceWait::Unknown);
}

void TstFencetool::cutOutputIsAnError()
{
    const qsizetype lastNeeded = idle.indexOf("members ") + 7;
    for (qsizetype size = 0; size < lastNeeded; ++size)
        QVERIFY2(!parseFenceToolLs(idle.first(size)), QByteArray::number(size).constData());
}

void TstFencetool::garbageIsAnError_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("number") << QByteArray("victim now    0") << QByteArray("victim now    x");
    QTest::newRow("key") << QByteArray("master nodeid") << QByteArray("master node");
    QTest::newRow("order") << QByteArray("victim count  0\n") << QByteArray();
    QTest::newRow("members") << QByteArray("1 2 ") << QByteArray("1 b ");
    QTest::newRow("header") << QByteArray("fence domain") << QByteArray("dlm lockspaces");
    QTest::newRow("more") << QByteArray("1 2 \n\n") << QByteArray("1 2 \n\nnodeid one\n");
}

void TstFencetool::garbageIsAnError()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const Expected<FenceDomain> domain = parseFenceToolLs(QByteArray(idle).replace(before, after));
    QVERIFY(!domain);
    QCOMPARE(domain.error().kind, ErrorKind::ParseFailed);
}

BINOME_TEST(TstFencetool)
#include "tst_fencetool.moc"
