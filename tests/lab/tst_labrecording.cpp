// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/paths.h"
#include "core/collect/recording.h"
#include "tests/lab/openlab.h"
#include "tests/testmain.h"

#include <QDir>
#include <QFile>

using namespace Core;
using namespace Testing;
using namespace Qt::StringLiterals;

// A session on the laboratory, recorded, holds what the machines said and no password.
class TstLabRecording : public QObject
{
    Q_OBJECT
private slots:
    void sessionIsRecordedWithoutItsPasswords();

private:
    static QByteArray passwordOf(const OpenLab &lab);
    static QString folder() { return stateFolder() + u"/recordings"_s; }
};

// As it stands in node1's cluster.conf.
QByteArray TstLabRecording::passwordOf(const OpenLab &lab)
{
    QFile conf(lab.folder() + u"/nodes/node1/etc/pve/cluster.conf"_s);
    if (!conf.open(QIODevice::ReadOnly))
        return {};
    const QByteArray text = conf.readAll();
    const qsizetype at = text.indexOf("passwd=\"");
    return at < 0 ? QByteArray() : text.mid(at + 8, text.indexOf('"', at + 8) - at - 8);
}

void TstLabRecording::sessionIsRecordedWithoutItsPasswords()
{
    QDir(folder()).removeRecursively();
    QByteArray password;
    {
        OpenLab lab;
        QVERIFY2(lab.up(), lab.said().constData());
        lab.session().record();
        QVERIFY(lab.settled());
        password = passwordOf(lab);
    }
    QVERIFY(password.size() >= 8);
    const QFileInfoList files = QDir(folder()).entryInfoList(QDir::Files);
    QCOMPARE(files.size(), 1);
    QFile file(files.first().filePath());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto recording = readRecording(file);
    QVERIFY(recording && recording->complete);
    QCOMPARE(recording->header.machines.size(), 3);
    bool sawConf = false;
    for (const Record &record : recording->records) {
        const auto *result = std::get_if<ProbeResult>(&record.what);
        QVERIFY(!result || !result->output.contains(password));
        sawConf = sawConf || (result && result->output.contains("<fencedevice"));
    }
    QVERIFY(sawConf);
    QDir(folder()).removeRecursively();
}

BINOME_TEST(TstLabRecording)
#include "tst_labrecording.moc"
