// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/manualpictures.h"

#include "core/store/journal.h"
#include "gui/confpanel.h"
#include "gui/journalpanel.h"
#include "gui/mainwindow.h"
#include "gui/manual.h"
#include "gui/splitbraindialog.h"
#include "gui/topologypanel.h"
#include "tests/gui/confsource.h"

#include <QDockWidget>
#include <QTemporaryDir>
#include <QTest>

namespace
{
constexpr int pageWidth = 736; // px that a page of the manual has for a picture
constexpr QSize narrow(960, 780);

// The colours that most pixels have: a panel has few, and the rest are edges of letters.
QList<QRgb> colours(const QImage &picture)
{
    QHash<QRgb, int> counts;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            ++counts[picture.pixel(x, y)];
    }
    QList<QRgb> all = counts.keys();
    std::sort(all.begin(), all.end(), [&counts](QRgb a, QRgb b) {
        return std::pair(-counts[a], a) < std::pair(-counts[b], b);
    });
    return all.first(qMin(qsizetype(256), all.size()));
}

void save(QWidget &widget, const QDir &folder, const QString &name)
{
    QTest::qWait(60);
    QImage picture = widget.grab().toImage();
    if (picture.width() > pageWidth)
        picture = picture.scaledToWidth(pageWidth, Qt::SmoothTransformation);
    picture = picture.convertToFormat(QImage::Format_RGB32);
    picture.convertToFormat(QImage::Format_Indexed8, colours(picture), Qt::ThresholdDither)
        .save(folder.filePath(name + QStringLiteral(".png")), "PNG", 0);
}

QDateTime at(int second)
{
    return SampleCluster::now().addSecs(second);
}

// An evening in the journal.
void write(Core::Journal &journal)
{
    Core::JournalEntry entry;
    entry.user = QStringLiteral("alice");
    entry.host = QStringLiteral("desk");
    entry.cluster = QStringLiteral("pve-ha");
    const auto add = [&](const Core::Message &title, const QString &command, int second,
                         Core::OutcomeKind kind) {
        entry.title = title;
        entry.at = at(second);
        entry.steps = {{title, command, true}};
        const qint64 id = journal.intend(entry).result().value_or(0);
        for (const Core::JournalEvent event :
             {Core::JournalEvent::StepBegan, Core::JournalEvent::StepEnded}) {
            Core::JournalLine line;
            line.event = event;
            line.at = at(second + 2);
            journal.add(id, line);
        }
        journal.conclude(id, {kind, 0, {}}, at(second + 20)).waitForFinished();
    };
    const QString node2 = QStringLiteral("node2");
    add(Core::message("Fence %1", {node2}), QStringLiteral("node1# fence_node node2"), 0,
        Core::OutcomeKind::Done);
    add(Core::message("Connect %1 on %2", {QStringLiteral("r1"), node2}),
        QStringLiteral("node2# drbdadm connect r1"), 900, Core::OutcomeKind::Done);
}

void paintPanels(Gui::Theme &theme, const QDir &folder)
{
    const QTemporaryDir place;
    Core::Journal journal(place.filePath(QStringLiteral("journal.db")));
    write(journal);
    ConfSample::Source source;
    Gui::MainWindow window(theme);
    window.addCluster(QStringLiteral("pve-ha"), source);
    window.setTrainingCluster(QStringLiteral("pve-ha"));
    for (const auto make :
         {SampleCluster::silentNode2, SampleCluster::fencedNode2, SampleCluster::resyncing}) {
        source.pass(std::chrono::minutes(9));
        source.publish(make());
    }
    window.setLanguage(QLocale().name().left(2));
    window.journal().setJournal(&journal);
    window.resize(1280, 800);
    window.show();
    window.showPanel(QStringLiteral("replication"));
    save(window, folder, QStringLiteral("start"));
    window.showPanel(Gui::MainWindow::panelIds().first());
    save(window.topology(), folder, QStringLiteral("topology"));
    window.resize(narrow);
    for (const QString &panel : Gui::MainWindow::panelIds().mid(1)) {
        window.showPanel(panel);
        if (panel == QStringLiteral("configuration"))
            static_cast<void>(QTest::qWaitFor([&] { return window.configuration()->isJudged(); }));
        save(*window.findChild<QDockWidget *>(panel), folder, Gui::Manual::chapterOf(panel));
    }
}
} // namespace

void paintManual(Gui::Theme &theme, const QDir &folder)
{
    folder.mkpath(QStringLiteral("."));
    paintPanels(theme, folder);
    SampleCluster::Source split(SampleCluster::provenSplit());
    Gui::SplitBrainDialog dialog(theme, split);
    dialog.show();
    save(dialog, folder, QStringLiteral("split-brain"));
}
