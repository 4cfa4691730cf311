// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/statusstyle.h"
#include "tests/testmain.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace Gui;

class TstStatusStyle : public QObject
{
    Q_OBJECT
private slots:
    void contrastIsThatOfWcag()
    {
        QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
        // #767676 on white is the well-known lightest grey that passes.
        QVERIFY(contrast(QColor(0x767676), Qt::white) >= 4.5);
        QVERIFY(contrast(QColor(0x777777), Qt::white) < 4.5);
    }

    void everyTextIsReadable_data()
    {
        QTest::addColumn<QColor>("text");
        QTest::addColumn<QColor>("ground");
        for (const bool dark : {false, true}) {
            const Tokens &t = tokens(dark);
            const auto row = [dark](const char *name) -> QTestData & {
                return QTest::newRow((QByteArray(dark ? "dark " : "light ") + name).constData());
            };
            const std::pair<const char *, QColor> grounds[] = {
                {"window", t.window}, {"panel", t.panel}, {"card", t.card}, {"sunken", t.sunken}};
            for (const auto &[name, ground] : grounds) {
                row((QByteArray("text on ") + name).constData()) << t.text << ground;
                row((QByteArray("muted on ") + name).constData()) << t.muted << ground;
            }
            row("link on panel") << t.link << t.panel;
            row("link on its fill") << t.link << t.linkFill;
            row("text on selection") << t.text << t.linkFill;
            row("muted on selection") << t.muted << t.linkFill;
            for (const Tone tone : allTones) {
                const QByteArray name = "tone " + QByteArray::number(int(tone));
                row((name + " on its fill").constData()) << toneColor(t, tone) << toneFill(t, tone);
                row((name + " on panel").constData()) << toneColor(t, tone) << t.panel;
                row((name + " on card").constData()) << toneColor(t, tone) << t.card;
            }
        }
    }

    void everyTextIsReadable()
    {
        QFETCH(QColor, text);
        QFETCH(QColor, ground);
        const double ratio = contrast(text, ground);
        QVERIFY2(ratio >= 4.5, qPrintable(QString::number(ratio)));
    }

    void everyToneHasItsOwnShape()
    {
        // The same colour for all: what differs is the shape alone.
        Tokens grey = tokens(false);
        grey.muted = grey.ok = grey.warning = grey.bad = grey.unknown = Qt::black;
        QList<QImage> images;
        for (const Tone tone : allTones) {
            QImage image(32, 32, QImage::Format_ARGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            paintSign(painter, grey, tone, QRectF(0, 0, 32, 32));
            painter.end();
            QVERIFY(!images.contains(image));
            images << image;
        }
    }

    void everyToneHasItsOwnWord()
    {
        QStringList words;
        for (const Tone tone : allTones)
            words << toneWord(tone);
        QCOMPARE(QStringList(words).removeDuplicates(), 0);
        QVERIFY(!words.contains(QString()));
    }

    void statesWithTroubleHaveTheirOwnLineStyle()
    {
        const Tokens &t = tokens(false);
        QCOMPARE(tonePen(t, Tone::Ok, 2).style(), Qt::SolidLine);
        QVERIFY(tonePen(t, Tone::Bad, 2).dashPattern()
                != tonePen(t, Tone::Warning, 2).dashPattern());
        QVERIFY(tonePen(t, Tone::Unknown, 2).dashPattern()
                != tonePen(t, Tone::Bad, 2).dashPattern());
    }

    void worseOutranks()
    {
        QCOMPARE(worse(Tone::Ok, Tone::Unknown), Tone::Unknown);
        QCOMPARE(worse(Tone::Unknown, Tone::Warning), Tone::Warning);
        QCOMPARE(worse(Tone::Bad, Tone::Warning), Tone::Bad);
    }
};

BINOME_TEST(TstStatusStyle)
#include "tst_statusstyle.moc"
