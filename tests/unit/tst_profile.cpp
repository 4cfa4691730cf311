// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testmain.h"
#include "tests/unit/sampleprofile.h"

#include <QTest>

#include <random>

using namespace Core;
using namespace Sample;

class TstProfile : public QObject
{
    Q_OBJECT
private slots:
    void readsWhatItWrote();
    void absentKeysHaveDefaults();
    void keepsKeysOfANewerRelease();
    void refusesANewerFormat();
    void namesTheLineOfBrokenJson();
    void namesTheWrongKey_data();
    void namesTheWrongKey();
    void acceptsEveryWayToJump_data();
    void acceptsEveryWayToJump();
    void survivesGarbage();
};

void TstProfile::readsWhatItWrote()
{
    for (const ProfileRole role :
         {ProfileRole::Onlooker, ProfileRole::Operator, ProfileRole::Administrator}) {
        ClusterProfile profile = full();
        profile.role = role;
        const auto read = profileFromJson(toJson(profile));
        QVERIFY2(read, read ? "" : qPrintable(rendered(read.error().what)));
        QCOMPARE(*read, profile);
    }
}

void TstProfile::absentKeysHaveDefaults()
{
    const auto read = profileFromJson(
        R"({"formatVersion":1,"name":"lab","machines":[{"name":"node1","address":"127.0.0.1"}]})");
    QVERIFY(read);
    ProfileMachine expected;
    expected.name = NodeName(QStringLiteral("node1"));
    expected.address = QStringLiteral("127.0.0.1");
    QCOMPARE(read->machines, QList<ProfileMachine>{expected});
    QVERIFY(read->ipmiFromWorkstation);
    QCOMPARE(read->role, ProfileRole::Onlooker); // until somebody chooses
}

void TstProfile::keepsKeysOfANewerRelease()
{
    QJsonObject object = asObject(full());
    object[QStringLiteral("site")] = QStringLiteral("Lyon");
    object[QStringLiteral("powerDomains")] = QJsonArray({1, QJsonObject{{QStringLiteral("a"), 2}}});
    QJsonArray machines = object[QStringLiteral("machines")].toArray();
    QJsonObject first = machines.at(0).toObject();
    first[QStringLiteral("rack")] = 4;
    machines[0] = first;
    object[QStringLiteral("machines")] = machines;
    const auto read = profileFromJson(QJsonDocument(object).toJson());
    QVERIFY(read);
    QCOMPARE(asObject(*read), object);
}

void TstProfile::refusesANewerFormat()
{
    const auto read = profileFromJson(withKey(QStringLiteral("formatVersion"), 2));
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::Refused);
}

void TstProfile::namesTheLineOfBrokenJson()
{
    const auto read = profileFromJson("{\n \"formatVersion\": 1,\n \"name\": nothing\n}\n");
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::ParseFailed);
    QCOMPARE(read.error().what.args, QList<Argument>{qint64(3)});
    QVERIFY(read.error().detail.contains(QStringLiteral("nothing")));
}

void TstProfile::namesTheWrongKey_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("key");
    const auto wrong = [](const char *key, const QJsonValue &value) {
        const QString name = QString::fromLatin1(key);
        QTest::addRow("machine %s %s", key,
                      QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).constData())
            << withMachineKey(name, value) << QStringLiteral("machines[1].") + name;
    };
    const auto wrongTop = [](const char *key, const QJsonValue &value) {
        const QString name = QString::fromLatin1(key);
        QTest::addRow("%s %s", key,
                      QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).constData())
            << withKey(name, value) << name;
    };
    wrongTop("formatVersion", QJsonValue());
    wrongTop("formatVersion", 0);
    wrongTop("formatVersion", 1.5);
    wrongTop("name", 5);
    wrongTop("name", QStringLiteral(""));
    wrongTop("name", QStringLiteral("two\nlines"));
    wrongTop("name", QString(65, u'x'));
    wrongTop("name", QStringLiteral(" lab"));
    wrongTop("machines", QJsonObject());
    wrongTop("ipmiFromWorkstation", QStringLiteral("yes"));
    wrongTop("role", QStringLiteral("king"));
    wrong("name", QStringLiteral("node1")); // twice
    wrong("name", QStringLiteral("a b"));
    wrong("name", QStringLiteral("../node"));
    wrong("name", QStringLiteral("-node"));
    wrong("name", QJsonArray());
    wrong("kind", QStringLiteral("arbiter"));
    wrong("kind", 1);
    wrong("address", QStringLiteral(""));
    wrong("address", QStringLiteral("-oProxyCommand=reboot"));
    wrong("address", QStringLiteral("host;reboot"));
    wrong("port", 0);
    wrong("port", 65536);
    wrong("port", 22.5);
    wrong("port", QStringLiteral("22"));
    wrong("port", 1e300);
    wrong("user", QStringLiteral(""));
    wrong("user", QStringLiteral("root name"));
    wrong("user", QStringLiteral("-l"));
    wrong("identityFile", QStringLiteral("a\tb"));
    wrong("rootPrefix", QStringLiteral("lab/node1"));
    wrong("elevation", QStringLiteral("su"));
    wrong("jumpHost", QStringLiteral("a b"));
    wrong("jumpHost", QStringLiteral("node2")); // itself
    wrong("legacyAlgorithms", 1);
}

void TstProfile::namesTheWrongKey()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, key);
    const auto read = profileFromJson(json);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::ParseFailed);
    QCOMPARE(read.error().what.args, QList<Argument>{key});
}

void TstProfile::acceptsEveryWayToJump_data()
{
    QTest::addColumn<QString>("jump");
    for (const char *jump : {"node1", "gate.example.org", "me@gate", "me@gate:2222", "10.0.0.1:22",
                             "me@[fe80::1%eth0]:22"})
        QTest::newRow(jump) << QString::fromLatin1(jump);
}

void TstProfile::acceptsEveryWayToJump()
{
    QFETCH(QString, jump);
    const auto read = profileFromJson(withMachineKey(QStringLiteral("jumpHost"), jump));
    QVERIFY(read);
    QCOMPARE(read->machines.at(1).jumpHost, jump);
}

// Any change of any byte gives a profile or an error with a sentence, and never anything else.
void TstProfile::survivesGarbage()
{
    const QByteArray good = toJson(full());
    std::mt19937 random(20131015);
    for (int round = 0; round < 2000; ++round) {
        QByteArray bad = good;
        for (int i = 0; i < 3; ++i)
            bad[qsizetype(random() % size_t(bad.size()))] = char(random());
        const auto read = profileFromJson(bad);
        QVERIFY(read || !read.error().what.isEmpty());
    }
    QVERIFY(!profileFromJson(QByteArray(100'000, '[')));
    QVERIFY(!profileFromJson(QByteArray()));
    QVERIFY(!profileFromJson("null"));
}

BINOME_TEST(TstProfile)
#include "tst_profile.moc"
