// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/athand/programlog.h"
#include "core/base/terminal.h"
#include "gui/application.h"
#include "gui/endsignals.h"

#include <QApplication>
#include <QIcon>

namespace
{
// Words before there is a window are in the language of the desktop, or in that of --lang.
Gui::Options read(const QStringList &arguments)
{
    Gui::Languages languages;
    const Gui::Options first = Gui::parsedOptions(arguments);
    languages.choose(first.language.value_or(Core::Language::System));
    return Gui::parsedOptions(arguments);
}
} // namespace

int main(int argc, char **argv)
{
    Core::prepareTerminal();
    QApplication program(argc, argv);
    QApplication::setApplicationName(QStringLiteral("binome"));
    QApplication::setApplicationDisplayName(QStringLiteral("Binôme"));
    QApplication::setApplicationVersion(QStringLiteral(BINOME_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("binome"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/binome.svg")));
    const Gui::Options options = read(QApplication::arguments());
    if (options.done) {
        Core::writeTo(options.exitCode == 0 ? stdout : stderr, (options.output + u'\n').toUtf8());
        return options.exitCode;
    }
    Core::keepProgramLog();
    Gui::quitOnEndSignals();
    Gui::Application application(options);
    application.start();
    return QApplication::exec();
}
