// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/terminal.h"
#include "core/ctl/commandtable.h"

#include <QCoreApplication>
#include <QTranslator>

using namespace Ctl;

namespace
{
using Core::message;
using Core::rendered;

// The words of the language, and its numbers. Called once, before anything is said.
bool speak(const QString &language)
{
    static QTranslator words;
    const bool known = language.isEmpty() || language == QStringLiteral("en")
        || language == QStringLiteral("fr");
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    if (!known)
        return false;
    QLocale::setDefault(locale);
    const bool french = locale.language() == QLocale::French;
    if (words.load(french ? QStringLiteral(":/i18n/fr.qm") : QStringLiteral(":/i18n/en.qm")))
        QCoreApplication::installTranslator(&words);
    return true;
}

// Takes "--lang fr" or "--lang=fr" out of the arguments, wherever it stands; empty: not given.
QString takeLanguage(QStringList &arguments)
{
    const QString option = QStringLiteral("--lang");
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments[i].startsWith(option + u'='))
            return arguments.takeAt(i).mid(option.size() + 1);
        if (arguments[i] != option)
            continue;
        arguments.removeAt(i);
        return i < arguments.size() ? arguments.takeAt(i) : QStringLiteral("?");
    }
    return {};
}

bool asksForHelp(const QStringList &arguments)
{
    return arguments.contains(QStringLiteral("--help")) || arguments.contains(QStringLiteral("-h"));
}

QString programHelp()
{
    QString text = rendered(message(QT_TRANSLATE_NOOP("Core", "Usage:")))
        + QStringLiteral(" binomectl [--lang fr|en] COMMAND ...\n")
        + rendered(message(QT_TRANSLATE_NOOP("Core",
                                             "The console for two-node clusters, without "
                                             "its window.")))
        + QStringLiteral("\n\n");
    for (const Subcommand &command : subcommands())
        text += QStringLiteral("  %1  %2\n")
                    .arg(QString::fromLatin1(command.name), -10)
                    .arg(rendered(message(command.summary)));
    return text + u'\n'
        + rendered(message(QT_TRANSLATE_NOOP("Core", "binomectl COMMAND --help says more.")))
        + u'\n';
}

int runCommand(const Subcommand &command, const QStringList &arguments)
{
    if (!asksForHelp(arguments))
        return command.run(arguments);
    say(helpText(command));
    return Done;
}

int dispatch(QStringList arguments)
{
    if (arguments.isEmpty())
        return wrongUsage(rendered(message(QT_TRANSLATE_NOOP("Core", "which COMMAND?"))));
    const QString name = arguments.takeFirst();
    if (name == QStringLiteral("--help") || name == QStringLiteral("-h")) {
        say(programHelp());
        return Done;
    }
    if (name == QStringLiteral("--version")) {
        say(QStringLiteral("binomectl ") + QCoreApplication::applicationVersion() + u'\n');
        return Done;
    }
    for (const Subcommand &command : subcommands()) {
        if (name == QLatin1StringView(command.name))
            return runCommand(command, arguments);
    }
    return wrongUsage(rendered(message(QT_TRANSLATE_NOOP("Core", "unknown command %1"), {name})));
}
} // namespace

int main(int argc, char **argv)
{
    Core::prepareTerminal();
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("binome")); // shares the window's files
    QCoreApplication::setApplicationVersion(QStringLiteral(BINOME_VERSION));
    QStringList arguments = QCoreApplication::arguments().mid(1);
    const QString language = takeLanguage(arguments);
    if (!speak(language))
        return wrongUsage(rendered(
            message(QT_TRANSLATE_NOOP("Core", "--lang takes fr or en, not %1"), {language})));
    return dispatch(arguments);
}
