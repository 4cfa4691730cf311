// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/secrets.h"
#include "tests/testmain.h"
#include "tests/unit/memorysecrets.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

using namespace Core;
using namespace std::chrono_literals;

namespace
{
const SecretKey key{QStringLiteral("lab"), QStringLiteral("node1"), QStringLiteral("root")};

template <typename T> Expected<T> settled(const QFuture<Expected<T>> &future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 30'000)
        || future.resultCount() != 1)
        return failure(ErrorKind::Internal, message("not one result in half a minute"));
    return future.result();
}

// The environment of a machine without a desktop, while it lives.
class NoSessionBus
{
public:
    NoSessionBus()
    {
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        qunsetenv("XDG_RUNTIME_DIR");
    }
    ~NoSessionBus()
    {
        restore("DBUS_SESSION_BUS_ADDRESS", m_bus);
        restore("XDG_RUNTIME_DIR", m_runtime);
    }

private:
    static void restore(const char *name, const QByteArray &value)
    {
        if (!value.isNull())
            qputenv(name, value);
    }
    const QByteArray m_bus = qgetenv("DBUS_SESSION_BUS_ADDRESS");
    const QByteArray m_runtime = qgetenv("XDG_RUNTIME_DIR");
};
} // namespace

class TstSecrets : public QObject
{
    Q_OBJECT
private slots:
    void keysOfDifferentThingsDiffer();
    void remembersAndForgets();
    void withoutAKeychainEveryCallSaysSo();
    void withoutASessionBusNothingHangsAndNoFileIsWritten();
    void theSystemRemembersAndForgets();
};

void TstSecrets::keysOfDifferentThingsDiffer()
{
    QCOMPARE(key.text(), QStringLiteral("lab/node1/root"));
    const SecretKey one{QStringLiteral("a/b"), QStringLiteral("c"), QStringLiteral("d")};
    const SecretKey two{QStringLiteral("a"), QStringLiteral("b/c"), QStringLiteral("d")};
    const SecretKey three{QStringLiteral("a%2Fb"), QStringLiteral("c"), QStringLiteral("d")};
    QVERIFY(one.text() != two.text());
    QVERIFY(one.text() != three.text());
}

void TstSecrets::remembersAndForgets()
{
    MemorySecrets memory;
    SecretStore &store = memory;
    QCOMPARE(settled(store.read(key)).value(), std::nullopt);
    QVERIFY(settled(store.write(key, QStringLiteral("hunter2"))));
    QCOMPARE(settled(store.read(key)).value(), std::optional(QStringLiteral("hunter2")));
    QVERIFY(settled(store.remove(key)));
    QVERIFY(settled(store.remove(key)));
    QCOMPARE(settled(store.read(key)).value(), std::nullopt);
}

void TstSecrets::withoutAKeychainEveryCallSaysSo()
{
    MemorySecrets memory;
    memory.missing = true;
    QCOMPARE(settled(memory.read(key)).error().kind, ErrorKind::Storage);
    QCOMPARE(settled(memory.write(key, {})).error().kind, ErrorKind::Storage);
    QCOMPARE(settled(memory.remove(key)).error().kind, ErrorKind::Storage);
}

void TstSecrets::withoutASessionBusNothingHangsAndNoFileIsWritten()
{
#if !defined(Q_OS_UNIX) || defined(Q_OS_DARWIN)
    QSKIP("the keychain needs no session bus here");
#endif
    const QTemporaryDir home;
    const QByteArray realHome = qgetenv("HOME");
    qputenv("HOME", home.path().toUtf8());
    const NoSessionBus none;
    KeychainStore store;
    const auto written = settled(store.write(key, QStringLiteral("hunter2")));
    const auto read = settled(store.read(key));
    const auto removed = settled(store.remove(key));
    qputenv("HOME", realHome);
    QCOMPARE(written.error().kind, ErrorKind::Storage);
    QCOMPARE(read.error().kind, ErrorKind::Storage);
    QCOMPARE(removed.error().kind, ErrorKind::Storage);
    QDirIterator files(home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    QVERIFY(!files.hasNext());
}

void TstSecrets::theSystemRemembersAndForgets()
{
#ifndef Q_OS_WIN
    if (!qEnvironmentVariableIsSet("BINOME_OPEN_KEYRING"))
        QSKIP("no keychain is known to be open here: BINOME_OPEN_KEYRING=1 says that one is");
#endif
    KeychainStore store;
    const SecretKey ours{QUuid::createUuid().toString(), QStringLiteral("nœud 1"),
                         QStringLiteral("bmc:opérateur")};
    QCOMPARE(settled(store.read(ours)).value(), std::nullopt);
    QVERIFY(settled(store.write(ours, QStringLiteral("mot de passe œ€"))));
    QVERIFY(settled(store.write(ours, QStringLiteral("autre œ€"))));
    QCOMPARE(settled(store.read(ours)).value(), std::optional(QStringLiteral("autre œ€")));
    QVERIFY(settled(store.remove(ours)));
    QVERIFY(settled(store.remove(ours)));
    QCOMPARE(settled(store.read(ours)).value(), std::nullopt);
}

BINOME_TEST(TstSecrets)
#include "tst_secrets.moc"
