// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testmain.h"
#include "tests/unit/fulldisk.h"
#include "tests/unit/sampleprofile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Core;
using namespace Sample;

namespace
{
QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}
} // namespace

class TstProfileFile : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void savesAndLoads();
    void keepsThePreviousAsBackup();
    void readsTheBackupOfAFileCutAnywhere();
    void damagedFileDoesNotReplaceTheBackup();
    void saysWhatIsWrongWithoutBackup();
    void aMissingFileIsStorage();
    void doesNotSaveWhatItWouldNotRead();
    void doesNotWriteOverANewerFormat();
    void fullDiskLeavesTheFileAsItWas();
    void unwritableFolderIsStorage();
    void aLeftoverOfAnInterruptedWriteIsNoProfile();
    void findsTheFilesOfAnyName_data();
    void findsTheFilesOfAnyName();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("cluster.json")); }
    QString backup() const { return path() + QStringLiteral(".bak"); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TstProfileFile::savesAndLoads()
{
    QVERIFY(saveProfile(full(), path()));
    const auto loaded = loadProfile(path());
    QVERIFY(loaded);
    QCOMPARE(loaded->profile, full());
    QCOMPARE(loaded->path, path());
    QVERIFY(!loaded->restored);
}

void TstProfileFile::keepsThePreviousAsBackup()
{
    QVERIFY(saveProfile(full(), path()));
    const QByteArray first = content(path());
    ClusterProfile changed = full();
    changed.machines.removeLast();
    QVERIFY(saveProfile(changed, path()));
    QCOMPARE(content(backup()), first);
    QVERIFY(saveProfile(changed, path())); // nothing changed: the backup stays the one before
    QCOMPARE(content(backup()), first);
}

void TstProfileFile::readsTheBackupOfAFileCutAnywhere()
{
    const QByteArray whole = toJson(full());
    QVERIFY(put(backup(), whole));
    for (qsizetype length = 0; length < whole.trimmed().size(); ++length) {
        QVERIFY(put(path(), whole.left(length)));
        const auto loaded = loadProfile(path());
        QVERIFY2(loaded, qPrintable(QString::number(length)));
        QVERIFY(loaded->restored);
        QCOMPARE(loaded->profile, full());
    }
}

void TstProfileFile::damagedFileDoesNotReplaceTheBackup()
{
    const QByteArray whole = toJson(full());
    QVERIFY(put(backup(), whole));
    QVERIFY(put(path(), whole.left(20)));
    ClusterProfile changed = full();
    changed.name = QStringLiteral("other");
    QVERIFY(saveProfile(changed, path()));
    QCOMPARE(content(backup()), whole);
    QCOMPARE(loadProfile(path())->profile, changed);
}

void TstProfileFile::saysWhatIsWrongWithoutBackup()
{
    QVERIFY(put(path(), withMachineKey(QStringLiteral("port"), 0)));
    QVERIFY(put(backup(), "{"));
    const auto loaded = loadProfile(path());
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().what.args, QList<Argument>{QStringLiteral("machines[1].port")});
}

void TstProfileFile::aMissingFileIsStorage()
{
    const auto loaded = loadProfile(path());
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().kind, ErrorKind::Storage);
}

void TstProfileFile::doesNotSaveWhatItWouldNotRead()
{
    ClusterProfile twice = full();
    twice.machines.append(machine("node1"));
    const auto saved = saveProfile(twice, path());
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ErrorKind::ParseFailed);
    QVERIFY(!QFile::exists(path()));
}

void TstProfileFile::doesNotWriteOverANewerFormat()
{
    const QByteArray newer = withKey(QStringLiteral("formatVersion"), 7);
    QVERIFY(put(path(), newer));
    const auto saved = saveProfile(full(), path());
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ErrorKind::Refused);
    QCOMPARE(content(path()), newer);
}

void TstProfileFile::fullDiskLeavesTheFileAsItWas()
{
    if (!FullDisk::possible)
        QSKIP("no way to fill a disk here");
    QVERIFY(saveProfile(full(), path()));
    const QByteArray before = content(path());
    ClusterProfile changed = full();
    changed.name = QStringLiteral("other");
    Expected<void> saved;
    {
        const FullDisk disk(16);
        saved = saveProfile(changed, path());
    }
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ErrorKind::Storage);
    QCOMPARE(content(path()), before);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 1); // nothing left lying about
}

void TstProfileFile::unwritableFolderIsStorage()
{
    QVERIFY(put(m_folder->filePath(QStringLiteral("file")), "x"));
    const auto saved = saveProfile(full(), m_folder->filePath(QStringLiteral("file/cluster.json")));
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ErrorKind::Storage);
}

void TstProfileFile::aLeftoverOfAnInterruptedWriteIsNoProfile()
{
    const QString name = QStringLiteral("interrupted");
    const QString file = profilePath(name);
    ClusterProfile profile = full();
    profile.name = name;
    QVERIFY(saveProfile(profile, file));
    const QString leftover = file + QStringLiteral(".Ab12Cd"); // as QSaveFile calls them
    QVERIFY(put(leftover, "{\"formatVer"));
    const bool listed = profileFiles().contains(file);
    const bool leftoverListed = profileFiles().contains(leftover);
    QFile::remove(leftover);
    QFile::remove(file);
    QVERIFY(listed);
    QVERIFY(!leftoverListed);
}

void TstProfileFile::findsTheFilesOfAnyName_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"lab", "a/b", "..", ".hidden", "con", "NUL.txt", "50 %", "a%2fb",
                             "Grappe « Nord »", "a:b*c?d\"e<f>g|h\\i"})
        QTest::newRow(name) << QString::fromUtf8(name);
    QTest::newRow("long") << QString(64, QChar(0x8282));
}

void TstProfileFile::findsTheFilesOfAnyName()
{
    QFETCH(QString, name);
    ClusterProfile profile = full();
    profile.name = name;
    const QString file = profilePath(name);
    const auto saved = saveProfile(profile, file);
    const QStringList files = profileFiles();
    const auto loaded = loadProfile(file);
    QFile::remove(file);
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().detail));
    QVERIFY(files.contains(file));
    QCOMPARE(loaded->profile.name, name);
    QVERIFY(profilePath(name + u'x') != file);
}

BINOME_TEST(TstProfileFile)
#include "tst_profilefile.moc"
