// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/passphrase.h"
#include "tests/testmain.h"

#include <QTest>

using namespace Core;
using namespace Qt::StringLiterals;

class TstPassphrase : public QObject
{
    Q_OBJECT
private slots:
    void onlyTheSameWordOpens();
    void aSealOfAnotherProgramIsRead();
    void noSealOpensForNobody_data();
    void noSealOpensForNobody();
};

void TstPassphrase::onlyTheSameWordOpens()
{
    const QString word = u"trois chênes, été"_s;
    const QString seal = sealedPassphrase(word);
    QVERIFY(opensSeal(seal, word));
    QVERIFY(!opensSeal(seal, u"trois chenes, ete"_s));
    QVERIFY(!opensSeal(seal, QString()));
    QVERIFY(!seal.contains(word));
    QVERIFY(seal != sealedPassphrase(word)); // a salt of its own
}

// By Python: hashlib.pbkdf2_hmac("sha512", b"oak", b"salt", 2, 32)
void TstPassphrase::aSealOfAnotherProgramIsRead()
{
    const QString seal = u"pbkdf2-sha512$2$c2FsdA==$b+rmVD6UccM/prjO5793wK3kHrVXTYbh/80wEg/npvY="_s;
    QVERIFY(opensSeal(seal, u"oak"_s));
    QVERIFY(!opensSeal(seal, u"elm"_s));
}

void TstPassphrase::noSealOpensForNobody_data()
{
    QTest::addColumn<QString>("seal");
    QTest::newRow("empty") << QString();
    QTest::newRow("another kind") << u"plain$1$c2FsdA==$b2Fr"_s;
    QTest::newRow("no rounds") << u"pbkdf2-sha512$0$c2FsdA==$b2Fr"_s;
    QTest::newRow("endless rounds") << u"pbkdf2-sha512$2000000000$c2FsdA==$b2Fr"_s;
    QTest::newRow("no key") << u"pbkdf2-sha512$2$c2FsdA==$"_s;
    QTest::newRow("cut short") << u"pbkdf2-sha512$2$c2FsdA=="_s;
}

void TstPassphrase::noSealOpensForNobody()
{
    QFETCH(QString, seal);
    QVERIFY(!opensSeal(seal, u"oak"_s));
    QVERIFY(!opensSeal(seal, QString()));
}

BINOME_TEST(TstPassphrase)
#include "tst_passphrase.moc"
