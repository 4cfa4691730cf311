// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/settings.h"
#include "tests/testmain.h"
#include "tests/unit/fulldisk.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Core;
using Key = SettingKey;

// Files of other releases and of other states than a person would wish.
class TstSettingsFormat : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aFileCarriesItsVersion()
    {
        Settings settings(path());
        settings.set<Key::Theme>(Theme::Dark);
        QVERIFY(settings.save());
        QCOMPARE(QJsonDocument::fromJson(content()).object().value(u"formatVersion").toInt(), 1);
        QVERIFY(!settings.trouble());
    }

    void anOlderFileIsPutAsideBeforeItIsWrittenOver()
    {
        const QByteArray older = "{\"theme\": \"dark\", \"sshKeepalive\": 20}\n";
        QVERIFY(put(older));
        Settings settings(path());
        QVERIFY(!settings.trouble());
        QVERIFY(!QFile::exists(path() + QStringLiteral(".v0"))); // looking writes nothing
        settings.set<Key::SshKeepalive>(30);
        QVERIFY(settings.save());
        QCOMPARE(content(QStringLiteral(".v0")), older);
        const Settings again(path());
        QCOMPARE(again.value<Key::Theme>(), Theme::Dark);
        QCOMPARE(again.value<Key::SshKeepalive>(), 30);
    }

    void aNewerFileIsReadAndLeftAsItIs()
    {
        const QByteArray newer = "{\"formatVersion\": 7, \"theme\": \"dark\", \"sound\": {}}\n";
        QVERIFY(put(newer));
        {
            Settings settings(path());
            QCOMPARE(settings.value<Key::Theme>(), Theme::Dark);
            QVERIFY(settings.trouble());
            QCOMPARE(settings.trouble()->kind, ErrorKind::Refused);
            settings.set<Key::Theme>(Theme::Light);
            QCOMPARE(settings.value<Key::Theme>(), Theme::Light); // for this run
            const Expected<void> saved = settings.save();
            QVERIFY(!saved);
            QCOMPARE(saved.error().kind, ErrorKind::Refused);
        }
        QCOMPARE(content(), newer);
        QVERIFY(!QFile::exists(path() + QStringLiteral(".bak")));
    }

    void aDamagedFileIsToldAndKept()
    {
        const QByteArray cut = "{\"theme\": \"da";
        QVERIFY(put(cut));
        QVERIFY(put("{\"theme\": \"dark\"}\n", QStringLiteral(".bak")));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("damaged settings")));
        Settings settings(path());
        QVERIFY(settings.trouble());
        QCOMPARE(settings.trouble()->kind, ErrorKind::ParseFailed);
        QCOMPARE(settings.value<Key::Theme>(), Theme::Dark);
        settings.set<Key::SshKeepalive>(30);
        QVERIFY(settings.save());
        QCOMPARE(content(QStringLiteral(".damaged")), cut);
        QCOMPARE(Settings(path()).value<Key::SshKeepalive>(), 30);
    }

    void whatIsDamagedBesideANewerOneIsNotWrittenEither()
    {
        const QByteArray newer = "{\"formatVersion\": 7}\n";
        QVERIFY(put("{"));
        QVERIFY(put(newer, QStringLiteral(".bak")));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("damaged settings")));
        Settings settings(path());
        QVERIFY(!settings.save());
        QCOMPARE(content(), QByteArray("{"));
        QCOMPARE(content(QStringLiteral(".bak")), newer);
    }

    void somethingThatCannotBeReadIsNotWrittenOver()
    {
        QVERIFY(QDir().mkpath(path())); // a folder in its place: unreadable for root, too
        Settings settings(path());
        QVERIFY(settings.trouble());
        QCOMPARE(settings.trouble()->kind, ErrorKind::Storage);
        QVERIFY(!settings.save());
    }

    void onAFullDiskTheOlderFileStays()
    {
        if (!FullDisk::possible)
            QSKIP("no full disk can be played here");
        const QByteArray older = "{\"theme\": \"dark\", \"evidenceFont\": \"Courier\"}\n";
        QVERIFY(put(older));
        Settings settings(path());
        settings.set<Key::SshKeepalive>(30);
        {
            const FullDisk disk(16);
            const Expected<void> saved = settings.save();
            QVERIFY(!saved);
            QCOMPARE(saved.error().kind, ErrorKind::Storage);
        }
        QCOMPARE(content(), older);
        QVERIFY(settings.save());
        QCOMPARE(content(QStringLiteral(".v0")), older);
    }

private:
    QString path() const { return m_folder->filePath(QStringLiteral("settings.json")); }
    bool put(const QByteArray &bytes, const QString &suffix = {}) const
    {
        QFile file(path() + suffix);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }
    QByteArray content(const QString &suffix = {}) const
    {
        QFile file(path() + suffix);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

BINOME_TEST(TstSettingsFormat)
#include "tst_settingsformat.moc"
