// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/hostkeys.h"
#include "tests/testmain.h"
#include "tests/unit/fulldisk.h"

#include <QFileInfo>
#include <QMessageAuthenticationCode>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace Core;

namespace
{
QByteArray wireString(const QByteArray &text)
{
    QByteArray size(4, '\0');
    qToBigEndian<quint32>(quint32(text.size()), size.data());
    return size + text;
}

HostKey key(const QByteArray &type, char fill)
{
    return {wireString(type) + wireString(QByteArray(32, fill))};
}

const HostKey ed1 = key("ssh-ed25519", 'a');
const HostKey ed2 = key("ssh-ed25519", 'b');
const HostKey rsa = key("ssh-rsa", 'c');

QByteArray line(const QByteArray &hosts, const HostKey &hostKey)
{
    return hosts + ' ' + hostKey.type() + ' ' + hostKey.blob.toBase64() + '\n';
}

QByteArray hashedName(const QByteArray &name)
{
    const QByteArray salt("01234567890123456789");
    return "|1|" + salt.toBase64() + '|'
        + QMessageAuthenticationCode::hash(name, salt, QCryptographicHash::Sha1).toBase64();
}
} // namespace

Q_DECLARE_METATYPE(Core::HostKeyVerdict)

class TstHostKeys : public QObject
{
    Q_OBJECT
private slots:
    void verdict_data();
    void verdict();
    void brokenLineIsAStorageError_data();
    void brokenLineIsAStorageError();
    void brokenLineIsNamed();
    void fingerprintIsWhatOpenSshPrints();
    void recordedTypesAreThoseOfTheHost();
    void keysOnRecordAreGivenForTheMessage();
    void appendedKeyIsKnown();
    void newFileIsPrivate();
    void fullDiskIsToldAndLosesNoKey();
    void appendKeepsWhatWasThere();
    void missingFileIsEmpty();
    void unreadableFileIsAStorageError();
    void unwritableFolderIsAStorageError();
};

void TstHostKeys::verdict_data()
{
    using enum HostKeyVerdict;
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("port");
    QTest::addColumn<HostKeyVerdict>("expected");
    QTest::newRow("empty") << QByteArray() << 22 << Unknown;
    QTest::newRow("known") << line("node1", ed1) << 22 << Known;
    QTest::newRow("known among others") << line("x", ed2) + line("y,node1,z", ed1) << 22 << Known;
    QTest::newRow("comment and blank") << "# mine\n\n" + line("node1", ed1) << 22 << Known;
    QTest::newRow("carriage return") << line("node1", ed1).replace("\n", "\r\n") << 22 << Known;
    QTest::newRow("comment behind")
        << line("node1", ed1).replace("\n", " root@node1\n") << 22 << Known;
    QTest::newRow("second key of the type")
        << line("node1", ed2) + line("node1", ed1) << 22 << Known;
    QTest::newRow("other host") << line("node2", ed1) << 22 << Unknown;
    QTest::newRow("changed") << line("node1", ed2) << 22 << Changed;
    QTest::newRow("changed, other type too")
        << line("node1", rsa) + line("node1", ed2) << 22 << Changed;
    QTest::newRow("changed, other type after")
        << line("node1", ed2) + line("node1", rsa) << 22 << Changed;
    QTest::newRow("other type") << line("node1", rsa) << 22 << OtherType;
    QTest::newRow("other type and this") << line("node1", rsa) + line("node1", ed1) << 22 << Known;
    QTest::newRow("port") << line("[node1]:2222", ed1) << 2222 << Known;
    QTest::newRow("port 22 is not port 2222") << line("node1", ed1) << 2222 << Unknown;
    QTest::newRow("port 2222 is not port 22") << line("[node1]:2222", ed1) << 22 << Unknown;
    QTest::newRow("upper case") << line("NODE1", ed1) << 22 << Known;
    QTest::newRow("wildcard") << line("node?", ed1) << 22 << Known;
    QTest::newRow("star") << line("n*1", ed1) << 22 << Known;
    QTest::newRow("star changed") << line("*", ed2) << 22 << Changed;
    QTest::newRow("negated") << line("node*,!node1", ed1) << 22 << Unknown;
    QTest::newRow("hashed") << line(hashedName("node1"), ed1) << 22 << Known;
    QTest::newRow("hashed changed") << line(hashedName("node1"), ed2) << 22 << Changed;
    QTest::newRow("hashed other") << line(hashedName("node2"), ed1) << 22 << Unknown;
    QTest::newRow("hashed port") << line(hashedName("[node1]:2222"), ed1) << 2222 << Known;
    QTest::newRow("revoked") << line("node1", ed1) + "@revoked " + line("node1", ed1) << 22
                             << Revoked;
    QTest::newRow("another is revoked") << "@revoked " + line("node1", ed2) << 22 << Unknown;
    QTest::newRow("authority is no host key")
        << "@cert-authority " + line("node1", ed1) << 22 << Unknown;
    QTest::newRow("protocol 1") << "node1 1024 35 1234567\n" + line("node1", ed1) << 22 << Known;
}

void TstHostKeys::verdict()
{
    QFETCH(QByteArray, file);
    QFETCH(int, port);
    QFETCH(HostKeyVerdict, expected);
    const auto check = checkedHostKey(file, QStringLiteral("node1"), port, ed1);
    QVERIFY(check);
    QCOMPARE(check->verdict, expected);
}

void TstHostKeys::brokenLineIsAStorageError_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("one word") << QByteArray("node1\n");
    QTest::newRow("no key") << QByteArray("node1 ssh-ed25519\n");
    QTest::newRow("no base64") << QByteArray("node1 ssh-ed25519 ~~~~\n");
    QTest::newRow("cut short") << line("node1", ed1).left(40);
    QTest::newRow("type does not match") << line("node1", ed1).replace("ssh-ed25519", "ssh-rsa");
    QTest::newRow("binary") << QByteArray("\x00\x01\x02\xff\xfe rubbish", 13);
    QTest::newRow("about another host")
        << QByteArray("node2 ssh-ed25519 ~~~~\n") + line("node1", ed1);
}

void TstHostKeys::brokenLineIsAStorageError()
{
    QFETCH(QByteArray, file);
    const auto check = checkedHostKey(file, QStringLiteral("node1"), 22, ed1);
    QVERIFY(!check);
    QCOMPARE(check.error().kind, ErrorKind::Storage);
}

void TstHostKeys::brokenLineIsNamed()
{
    const auto check
        = checkedHostKey(line("node2", ed1) + "\nnode1 broken\n", QStringLiteral("node1"), 22, ed1);
    QVERIFY(!check);
    QCOMPARE(check.error().what.args, (QList<Argument>{qint64(3)}));
}

void TstHostKeys::fingerprintIsWhatOpenSshPrints()
{
    // A key made once with ssh-keygen, and what ssh-keygen -lf says of it.
    const HostKey known{QByteArray::fromBase64(
        "AAAAC3NzaC1lZDI1NTE5AAAAIHRc58t9MEOM7y2LaBuggtL2+l+XSbS0HoMPXd9/mBZ9")};
    QCOMPARE(known.type(), QByteArray("ssh-ed25519"));
    QCOMPARE(known.sha256(), QStringLiteral("SHA256:oT5T/UIp98DYotD72rvzVp5vu5Tf8Jb3BVMIfQD2bO4"));
}

void TstHostKeys::recordedTypesAreThoseOfTheHost()
{
    const QByteArray file = line("node1", rsa) + line("node2", ed1) + line("node1", ed2)
        + "@revoked " + line("node1", key("ecdsa-sha2-nistp256", 'd'));
    QCOMPARE(*recordedKeyTypes(file, QStringLiteral("node1"), 22),
             (QByteArrayList{"ssh-rsa", "ssh-ed25519"}));
}

void TstHostKeys::keysOnRecordAreGivenForTheMessage()
{
    const auto check
        = checkedHostKey(line("node1", ed2) + line("node1", rsa), QStringLiteral("node1"), 22, ed1);
    QVERIFY(check);
    QCOMPARE(check->recorded, (QList<HostKey>{ed2, rsa}));
}

void TstHostKeys::appendedKeyIsKnown()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("deep/known_hosts"));
    QVERIFY(appendKnownHost(path, QStringLiteral("Node1"), 2222, ed1));
    const auto text = readKnownHosts(path);
    QVERIFY(text);
    QCOMPARE(checkedHostKey(*text, QStringLiteral("node1"), 2222, ed1)->verdict,
             HostKeyVerdict::Known);
}

// A file cut short would make every machine a stranger, and a changed key unseen.
void TstHostKeys::fullDiskIsToldAndLosesNoKey()
{
    if (!FullDisk::possible)
        QSKIP("no way to fill a disk here");
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("known_hosts"));
    QByteArray before;
    for (int i = 0; i < 20; ++i) {
        QVERIFY(appendKnownHost(path, QStringLiteral("node%1").arg(i), 22, ed1));
        before += line("node" + QByteArray::number(i), ed1);
    }
    {
        const FullDisk disk(1000); // its lock has room
        const auto written = appendKnownHost(path, QStringLiteral("another"), 22, ed2);
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::Storage);
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), before);
}

void TstHostKeys::newFileIsPrivate()
{
#ifdef Q_OS_WIN
    QSKIP("access is by lists there");
#endif
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("known_hosts"));
    QVERIFY(appendKnownHost(path, QStringLiteral("node1"), 22, ed1));
    QCOMPARE(QFileInfo(path).permissions()
                 & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
             QFile::Permissions());
}

void TstHostKeys::appendKeepsWhatWasThere()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("known_hosts"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray before = "# mine\n" + line("node2", rsa).trimmed(); // no newline at the end
    file.write(before);
    file.close();
    QVERIFY(appendKnownHost(path, QStringLiteral("node1"), 22, ed1));
    QCOMPARE(*readKnownHosts(path), before + '\n' + line("node1", ed1));
}

void TstHostKeys::missingFileIsEmpty()
{
    const QTemporaryDir folder;
    QCOMPARE(*readKnownHosts(folder.filePath(QStringLiteral("none"))), QByteArray());
}

void TstHostKeys::unreadableFileIsAStorageError()
{
    const QTemporaryDir folder; // a folder cannot be read as a file, whoever one is
    const auto text = readKnownHosts(folder.path());
    QVERIFY(!text);
    QCOMPARE(text.error().kind, ErrorKind::Storage);
}

void TstHostKeys::unwritableFolderIsAStorageError()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto result = appendKnownHost(folder.filePath(QStringLiteral("file/known_hosts")),
                                        QStringLiteral("node1"), 22, ed1);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Storage);
}

BINOME_TEST(TstHostKeys)
#include "tst_hostkeys.moc"
