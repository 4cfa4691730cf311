// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ctl/formats.h"
#include "tests/golden/inputs.h"
#include "tests/testmain.h"

#include <QTest>

// tests/golden/FORMAT/RELEASE/NAME.in is read as `binomectl parse FORMAT` reads it and must give
// NAME.expected. BINOME_GOLDEN_UPDATE=1 rewrites the expectations: then read the difference.
class TstGolden : public QObject
{
    Q_OBJECT
private slots:
    void everyFormatHasInputs();
    void everyFormatIsInTheManual();
    void everyInputGivesItsText_data();
    void everyInputGivesItsText();
    void noExpectationWithoutInput();
};

void TstGolden::everyFormatHasInputs()
{
    QStringList without;
    for (const Ctl::Format &format : Ctl::formats()) {
        if (Golden::inputs(format.name).isEmpty())
            without << QString::fromLatin1(format.name);
    }
    QVERIFY2(without.isEmpty(), qPrintable(without.join(u' ')));
}

void TstGolden::everyFormatIsInTheManual()
{
    const QByteArray manual
        = Golden::contents(Golden::folder() + QStringLiteral("/../../docs/man/binomectl-parse.1"));
    QByteArrayList headings;
    for (const QByteArray &line : manual.split('\n')) {
        if (line.startsWith(".Ss "))
            headings += line.mid(4).replace(',', ' ').simplified().split(' ');
    }
    for (const Ctl::Format &format : Ctl::formats())
        QVERIFY2(headings.contains(QByteArray(format.name)), format.name);
}

void TstGolden::everyInputGivesItsText_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("file");
    for (const Ctl::Format &format : Ctl::formats()) {
        for (const QString &file : Golden::inputs(format.name)) {
            const QByteArray row = file.mid(Golden::folder().size() + 1).toUtf8();
            QTest::newRow(row.constData()) << QString::fromLatin1(format.name) << file;
        }
    }
}

void TstGolden::everyInputGivesItsText()
{
    QFETCH(QString, format);
    QFETCH(QString, file);
    const QString expectation = Golden::expectationOf(file);
    const QByteArray text = Golden::text(*Ctl::formatNamed(format), Golden::contents(file));
    if (qEnvironmentVariableIsSet("BINOME_GOLDEN_UPDATE"))
        QVERIFY(Golden::write(expectation, text));
    QCOMPARE(QString::fromUtf8(text), QString::fromUtf8(Golden::contents(expectation)));
}

void TstGolden::noExpectationWithoutInput()
{
    QStringList orphans;
    for (const QString &expectation : Golden::expectations()) {
        if (expectation.contains(QStringLiteral("/snapshot/"))) // made of several inputs
            continue;
        if (!QFile::exists(Golden::inputOf(expectation)))
            orphans << expectation;
    }
    QVERIFY2(orphans.isEmpty(), qPrintable(orphans.join(u'\n')));
}

BINOME_TEST(TstGolden)
#include "tst_golden.moc"
