// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace Gui
{
namespace
{
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Gui::Options)
};
constexpr int wrongUsage = 64;

template <typename E>
bool take(const QString &word, const QStringList &words, std::optional<E> &value)
{
    if (word.isEmpty())
        return true;
    const qsizetype index = words.indexOf(word);
    if (index >= 0)
        value = E(index);
    return index >= 0;
}

Options ended(const QString &output, int exitCode)
{
    Options options;
    options.output = output;
    options.exitCode = exitCode;
    options.done = true;
    return options;
}
} // namespace

Options parsedOptions(const QStringList &arguments)
{
    const QStringList languages = Core::settingRow(Core::SettingKey::Language).words;
    const QStringList themes = Core::settingRow(Core::SettingKey::Theme).words;
    const QCommandLineOption demo(QStringLiteral("demo"), Text::tr("Open the training cluster."));
    const QCommandLineOption tour(
        QStringLiteral("tour"),
        Text::tr("Save a picture of every screen, in every language and theme, and end."),
        QStringLiteral("folder"));
    const QCommandLineOption replay(QStringLiteral("replay"),
                                    Text::tr("Show a recording; no cluster is reached."),
                                    QStringLiteral("file"));
    const QCommandLineOption language(QStringLiteral("lang"), Text::tr("Language of this run."),
                                      languages.join(u'|'));
    const QCommandLineOption theme(QStringLiteral("theme"), Text::tr("Theme of this run."),
                                   themes.join(u'|'));
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")},
                                  Text::tr("Say this and end."));
    const QCommandLineOption version({QStringLiteral("v"), QStringLiteral("version")},
                                     Text::tr("Say the version and end."));
    QCommandLineParser parser;
    parser.setApplicationDescription(Text::tr("Console for two-node high-availability clusters."));
    parser.addOptions({demo, replay, tour, language, theme, help, version});
    parser.addPositionalArgument(QStringLiteral("profile"),
                                 Text::tr("Name or file of a cluster to open."),
                                 QStringLiteral("[profile]"));
    if (!parser.parse(arguments))
        return ended(parser.errorText(), wrongUsage);
    if (parser.isSet(help))
        return ended(parser.helpText(), 0);
    if (parser.isSet(version))
        return ended(QStringLiteral("binome ") + QCoreApplication::applicationVersion(), 0);
    Options options;
    options.profile = parser.positionalArguments().value(0);
    options.demo = parser.isSet(demo);
    options.replay = parser.value(replay);
    options.tour = parser.value(tour);
    const bool good = take(parser.value(language), languages, options.language)
        && take(parser.value(theme), themes, options.theme)
        && parser.positionalArguments().size() <= 1;
    return good ? options : ended(parser.helpText(), wrongUsage);
}
} // namespace Gui
