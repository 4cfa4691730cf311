// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/theme.h"
#include "gui/topologyview.h"
#include "tests/gui/samplecluster.h"

#include <QApplication>
#include <QDir>
#include <QTranslator>

namespace
{
using Situation = std::pair<const char *, Core::ClusterSnapshot (*)()>;
constexpr Situation situations[]
    = {{"healthy", SampleCluster::healthy},       {"resync", SampleCluster::resyncing},
       {"silent", SampleCluster::silentNode2},    {"fenced", SampleCluster::fencedNode2},
       {"splitbrain", SampleCluster::splitBrain}, {"disagree", SampleCluster::disagreeing},
       {"untold", SampleCluster::untold}};

void paint(const Gui::Theme &theme, const Situation &situation, const QString &file,
           const QSize &size)
{
    SampleCluster::Source source(situation.second());
    Gui::TopologyScene scene(theme);
    scene.show(Gui::viewOf(source.snapshot()), source);
    Gui::TopologyView view(scene);
    view.resize(size);
    view.show();
    view.fit();
    view.grab().save(file);
}
} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    if (app.arguments().size() < 2)
        return 64;
    const QDir folder(app.arguments().at(1));
    folder.mkpath(QStringLiteral("."));
    Gui::Theme theme;
    QTranslator english;
    QTranslator french;
    if (english.load(QStringLiteral(":/i18n/en.qm")))
        app.installTranslator(&english);
    for (const QString &language : {QStringLiteral("en"), QStringLiteral("fr")}) {
        if (language == QStringLiteral("fr") && french.load(QStringLiteral(":/i18n/fr.qm")))
            app.installTranslator(&french);
        QLocale::setDefault(QLocale(language));
        for (const auto choice : {Gui::ThemeChoice::Light, Gui::ThemeChoice::Dark}) {
            theme.choose(choice);
            theme.applyTo(app);
            for (const Situation &situation : situations) {
                const QString name
                    = QStringLiteral("scene-%1-%2-%3.png")
                          .arg(QString::fromLatin1(situation.first), language,
                               theme.dark() ? QStringLiteral("dark") : QStringLiteral("light"));
                paint(theme, situation, folder.filePath(name), {752, 420});
            }
        }
    }
    return 0;
}
