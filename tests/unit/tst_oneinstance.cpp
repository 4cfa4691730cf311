// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/oneinstance.h"
#include "tests/testmain.h"

#include <QDir>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Core;
using namespace std::chrono_literals;

namespace
{
// One start of the program, as far as it asks for its place.
struct Start {
    explicit Start(const QString &folder, const QString &profile = {},
                   std::chrono::milliseconds patience = 30s)
        : instance(folder, nullptr, patience), alone(&instance, &OneInstance::alone),
          handedOver(&instance, &OneInstance::handedOver), asked(&instance, &OneInstance::asked)
    {
        instance.ask(profile);
    }
    OneInstance instance;
    QSignalSpy alone;
    QSignalSpy handedOver;
    QSignalSpy asked;
};
} // namespace

class TstOneInstance : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_home = std::make_unique<QTemporaryDir>(); }

    void theFirstStartIsTheWindow()
    {
        const Start first(clusters());
        QCOMPARE(first.alone.size(), 1);
        QCOMPARE(first.handedOver.size(), 0);
    }

    void aLaterStartTellsTheFirstWhatToOpen()
    {
        const Start first(clusters());
        Start second(clusters(), QStringLiteral("Grappe « Nord »"));
        QTRY_COMPARE_WITH_TIMEOUT(second.handedOver.size(), 1, 30'000);
        QCOMPARE(second.alone.size(), 0);
        QCOMPARE(first.asked.size(), 1);
        QCOMPARE(first.asked.first().first().toString(), QStringLiteral("Grappe « Nord »"));
    }

    void everyLaterStartIsHeard()
    {
        const Start first(clusters());
        for (int i = 1; i <= 3; ++i) {
            const Start later(clusters());
            QTRY_COMPARE_WITH_TIMEOUT(later.handedOver.size(), 1, 30'000);
            QTRY_COMPARE_WITH_TIMEOUT(first.asked.size(), i, 30'000);
        }
    }

    void thePlaceIsFreeOnceTheFirstEnded()
    {
        {
            const Start first(clusters());
            QCOMPARE(first.alone.size(), 1);
        }
        const Start next(clusters());
        QTRY_COMPARE_WITH_TIMEOUT(next.alone.size(), 1, 30'000);
    }

    void anotherSetOfProfilesHasItsOwnWindow()
    {
        const QTemporaryDir other;
        QVERIFY(QDir().mkpath(other.filePath(QStringLiteral("clusters"))));
        const Start first(clusters());
        const Start second(other.filePath(QStringLiteral("clusters")));
        QTRY_COMPARE_WITH_TIMEOUT(second.alone.size(), 1, 30'000);
        QCOMPARE(first.asked.size(), 0);
    }

    void aHolderThatDoesNotAnswerIsNotWaitedForForever()
    {
        QLockFile held(clusters() + QStringLiteral("/../window.lock"));
        held.setStaleLockTime(0);
        QVERIFY(held.lock());
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("nobody answers")));
        const Start start(clusters(), {}, 300ms);
        QTRY_COMPARE_WITH_TIMEOUT(start.alone.size(), 1, 30'000);
    }

    // As on a medium that cannot be written, where no lock can lie; also for root.
    void aFolderThatCannotBeWrittenStopsNobody()
    {
        QFile file(m_home->filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QString folder = file.fileName() + QStringLiteral("/binome/clusters");
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("nobody answers")));
        const Start first(folder);
        QTRY_COMPARE_WITH_TIMEOUT(first.alone.size(), 1, 30'000);
        const Start second(folder, QStringLiteral("lab")); // the socket alone is enough
        QTRY_COMPARE_WITH_TIMEOUT(second.handedOver.size(), 1, 30'000);
        QCOMPARE(first.asked.size(), 1);
    }

private:
    QString clusters() const
    {
        const QString path = m_home->filePath(QStringLiteral("clusters"));
        return QDir().mkpath(path) ? path : QString();
    }
    std::unique_ptr<QTemporaryDir> m_home;
};

BINOME_TEST(TstOneInstance)
#include "tst_oneinstance.moc"
