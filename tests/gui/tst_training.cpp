// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/training.h"

#include "core/collect/recording.h"
#include "gui/welcomepage.h"
#include "tests/testmain.h"

#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace Gui;
using namespace Qt::StringLiterals;

class TstTraining : public QObject
{
    Q_OBJECT

private slots:
    void theReportNamesTheProfile()
    {
        QCOMPARE(profileLine(u"node1 up\nprofile /a b/profile.json\n"_s), u"/a b/profile.json"_s);
        QCOMPARE(profileLine(u"binome-lab: a laboratory runs already\n"_s), QString());
    }

    void theShippedRecordingIsAFailover()
    {
        QFile file(Training::recording());
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.errorString()));
        const auto recording = Core::readRecording(file);
        QVERIFY(recording && recording->complete);
        QCOMPARE(recording->header.machines.size(), 3);
        bool fenced = false;
        bool moved = false;
        for (const Core::Record &record : recording->records) {
            const auto *seen = std::get_if<Core::ProbeResult>(&record.what);
            if (!seen)
                continue;
            fenced = fenced || seen->output.contains("victim count  1");
            moved = moved || (fenced && seen->output.contains("pvevm:100"));
            QVERIFY(!seen->output.contains("/home/"));
            // Covered, and cluster.conf still is XML.
            QCOMPARE(seen->output.count("passwd="), seen->output.count("passwd=\"***\""));
        }
        QVERIFY(fenced && moved);
    }

    void theDoorSaysWhatStandsBehindIt()
    {
        WelcomePage page;
        const auto *door = page.findChild<QPushButton *>();
        const QString live = captions(page).first();
        page.setTrainingInstead(u"A recording plays."_s);
        QVERIFY(door->isEnabled());
        QVERIFY(captions(page).contains(u"A recording plays."_s));
        QVERIFY(!captions(page).contains(live));
        page.setTrainingInstead({});
        QVERIFY(captions(page).contains(live));
    }

private:
    static QStringList captions(const WelcomePage &page)
    {
        QStringList texts;
        for (const QLabel *label : page.findChildren<QLabel *>()) {
            if (label->wordWrap())
                texts << label->text();
        }
        return texts;
    }
};

BINOME_TEST(TstTraining)
#include "tst_training.moc"
