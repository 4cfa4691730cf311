// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/settings.h"
#include "tests/testmain.h"
#include "tests/unit/fulldisk.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Core;
using Key = SettingKey;

class TstSettings : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void rowsStandInTheOrderOfTheirKeys();
    void everyDefaultIsPossible();
    void defaultsWithoutFile();
    void remembersEveryType();
    void keepsProfilesApart();
    void forgetsAProfile();
    void tellsAChangeOnce();
    void clampsNumbers_data();
    void clampsNumbers();
    void impossibleValuesReadAsDefaults_data();
    void impossibleValuesReadAsDefaults();
    void keepsWhatItDoesNotKnow();
    void savesBySelf();
    void readsTheBackupOfAFileCutAnywhere();
    void startsFromDefaultsWhenAllIsDamaged();
    void fullDiskIsToldAndLosesNothing();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("settings.json")); }
    bool put(const QByteArray &bytes, const QString &suffix = {}) const
    {
        QFile file(path() + suffix);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }
    static QRegularExpression damaged()
    {
        return QRegularExpression(QStringLiteral("damaged settings"));
    }
    QByteArray content() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TstSettings::rowsStandInTheOrderOfTheirKeys()
{
    QSet<QByteArray> names;
    for (qsizetype i = 0; i < settingRows().size(); ++i) {
        QCOMPARE(settingRows().at(i).key, Key(i));
        names.insert(settingRows().at(i).name);
    }
    QCOMPARE(names.size(), settingRows().size());
    QCOMPARE(settingRows().size(), qsizetype(Key::WindowState) + 1);
}

void TstSettings::everyDefaultIsPossible()
{
    for (const SettingRow &row : settingRows()) {
        if (!row.words.isEmpty())
            QVERIFY2(row.words.contains(row.fallback.toString()), row.name);
        if (row.fallback.isDouble())
            QVERIFY2(row.fallback.toInt() >= row.smallest && row.fallback.toInt() <= row.largest,
                     row.name);
    }
}

void TstSettings::defaultsWithoutFile()
{
    const Settings settings(path());
    QCOMPARE(settings.value<Key::Language>(), Language::System);
    QCOMPARE(settings.value<Key::SshKeepalive>(), 15);
    QCOMPARE(settings.value<Key::LastCluster>(), QString());
    QVERIFY(settings.value<Key::WindowGeometry>(QStringLiteral("lab")).isEmpty());
    QVERIFY(!QFile::exists(path())); // looking writes nothing
}

void TstSettings::remembersEveryType()
{
    const QByteArray geometry = QByteArray::fromHex("00ff0180");
    {
        Settings settings(path());
        settings.set<Key::Language>(Language::French);
        settings.set<Key::Theme>(Theme::Dark);
        settings.set<Key::ReduceMotion>(true);
        settings.set<Key::EvidenceFontSize>(14);
        settings.set<Key::LastCluster>(QStringLiteral("Grappe « Nord »"));
        settings.set<Key::WindowGeometry>(geometry, QStringLiteral("lab"));
    }
    const Settings settings(path());
    QCOMPARE(settings.value<Key::Language>(), Language::French);
    QCOMPARE(settings.value<Key::Theme>(), Theme::Dark);
    QCOMPARE(settings.value<Key::ReduceMotion>(), true);
    QCOMPARE(settings.value<Key::EvidenceFontSize>(), 14);
    QCOMPARE(settings.value<Key::LastCluster>(), QStringLiteral("Grappe « Nord »"));
    QCOMPARE(settings.value<Key::WindowGeometry>(QStringLiteral("lab")), geometry);
    QVERIFY(content().contains("\"fr\"")); // words, so that a person can read the file
}

void TstSettings::keepsProfilesApart()
{
    Settings settings(path());
    settings.set<Key::WindowState>("one", QStringLiteral("a"));
    settings.set<Key::WindowState>("two", QStringLiteral("b"));
    QCOMPARE(settings.value<Key::WindowState>(QStringLiteral("a")), QByteArray("one"));
    QCOMPARE(settings.value<Key::WindowState>(QStringLiteral("b")), QByteArray("two"));
}

void TstSettings::forgetsAProfile()
{
    Settings settings(path());
    settings.set<Key::WindowState>("one", QStringLiteral("a"));
    settings.set<Key::WindowState>("two", QStringLiteral("b"));
    settings.forgetProfile(QStringLiteral("a"));
    QVERIFY(settings.save());
    const Settings again(path());
    QVERIFY(again.value<Key::WindowState>(QStringLiteral("a")).isEmpty());
    QCOMPARE(again.value<Key::WindowState>(QStringLiteral("b")), QByteArray("two"));
}

void TstSettings::tellsAChangeOnce()
{
    Settings settings(path());
    QSignalSpy changed(&settings, &Settings::changed);
    settings.set<Key::Theme>(Theme::Dark);
    settings.set<Key::Theme>(Theme::Dark);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().value<SettingKey>(), Key::Theme);
    settings.set<Key::WindowState>("one", QStringLiteral("lab"));
    QCOMPARE(changed.last().last().toString(), QStringLiteral("lab"));
}

void TstSettings::clampsNumbers_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("seconds");
    QTest::newRow("too small") << QByteArray("{\"sshKeepalive\": 0}") << 5;
    QTest::newRow("too large") << QByteArray("{\"sshKeepalive\": 1e12}") << 300;
    QTest::newRow("in range") << QByteArray("{\"sshKeepalive\": 60}") << 60;
}

void TstSettings::clampsNumbers()
{
    QFETCH(QByteArray, json);
    QFETCH(int, seconds);
    QVERIFY(put(json));
    Settings settings(path());
    QCOMPARE(settings.value<Key::SshKeepalive>(), seconds);
    settings.set<Key::SshKeepalive>(100'000);
    QCOMPARE(settings.value<Key::SshKeepalive>(), 300);
}

void TstSettings::impossibleValuesReadAsDefaults_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("unknown word") << QByteArray(R"({"language": "tlh", "sshKeepalive": 15})");
    QTest::newRow("wrong types") << QByteArray(R"({"language": 3, "sshKeepalive": "60"})");
    QTest::newRow("null") << QByteArray(R"({"language": null, "sshKeepalive": null})");
    QTest::newRow("profiles no object") << QByteArray(R"({"profiles": [1, 2]})");
}

void TstSettings::impossibleValuesReadAsDefaults()
{
    QFETCH(QByteArray, json);
    QVERIFY(put(json));
    const Settings settings(path());
    QCOMPARE(settings.value<Key::Language>(), Language::System);
    QCOMPARE(settings.value<Key::SshKeepalive>(), 15);
    QVERIFY(settings.value<Key::WindowState>(QStringLiteral("lab")).isEmpty());
}

void TstSettings::keepsWhatItDoesNotKnow()
{
    QVERIFY(put(R"({"future": {"a": [1]}, "profiles": {"lab": {"zoom": 2}}})"));
    {
        Settings settings(path());
        settings.set<Key::Theme>(Theme::Light);
        settings.set<Key::WindowState>("x", QStringLiteral("lab"));
    }
    const QJsonObject object = QJsonDocument::fromJson(content()).object();
    QVERIFY(object.contains(QStringLiteral("future")));
    const QJsonObject profiles = object[QStringLiteral("profiles")].toObject();
    QCOMPARE(profiles[QStringLiteral("lab")].toObject()[QStringLiteral("zoom")].toInt(), 2);
}

void TstSettings::savesBySelf()
{
    Settings settings(path());
    settings.set<Key::Theme>(Theme::Light);
    QTRY_VERIFY_WITH_TIMEOUT(content().contains("light"), 20'000);
}

void TstSettings::readsTheBackupOfAFileCutAnywhere()
{
    const QByteArray whole = R"({"theme": "dark", "profiles": {"lab": {"windowState": "eA=="}}})";
    QVERIFY(put(whole, QStringLiteral(".bak")));
    for (qsizetype length = 0; length < whole.size(); ++length) {
        QVERIFY(put(whole.left(length)));
        QTest::ignoreMessage(QtWarningMsg, damaged());
        const Settings settings(path());
        QVERIFY(settings.restored());
        QCOMPARE(settings.value<Key::Theme>(), Theme::Dark);
    }
}

void TstSettings::startsFromDefaultsWhenAllIsDamaged()
{
    QVERIFY(put("{"));
    QVERIFY(put("[", QStringLiteral(".bak")));
    QTest::ignoreMessage(QtWarningMsg, damaged());
    Settings settings(path());
    QVERIFY(!settings.restored());
    QCOMPARE(settings.value<Key::Theme>(), Theme::System);
    settings.set<Key::Theme>(Theme::Dark);
    QVERIFY(settings.save());
    QCOMPARE(Settings(path()).value<Key::Theme>(), Theme::Dark);
}

void TstSettings::fullDiskIsToldAndLosesNothing()
{
    if (!FullDisk::possible)
        QSKIP("no way to fill a disk here");
    Settings settings(path());
    settings.set<Key::Theme>(Theme::Dark);
    QVERIFY(settings.save());
    QSignalSpy notSaved(&settings, &Settings::notSaved);
    settings.set<Key::Theme>(Theme::Light);
    {
        const FullDisk disk(4);
        QTest::ignoreMessage(QtWarningMsg,
                             QRegularExpression(QStringLiteral("settings not saved")));
        const auto saved = settings.save();
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, ErrorKind::Storage);
    }
    QCOMPARE(notSaved.size(), 1);
    QCOMPARE(Settings(path()).value<Key::Theme>(), Theme::Dark);
    QCOMPARE(settings.value<Key::Theme>(), Theme::Light); // and can be saved later
    QVERIFY(settings.save());
}

BINOME_TEST(TstSettings)
#include "tst_settings.moc"
