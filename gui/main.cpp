// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/athand/programlog.h"
#include "core/base/paths.h"
#include "core/base/terminal.h"
#include "core/config/oneinstance.h"
#include "gui/application.h"
#include "gui/crashreport.h"
#include "gui/endsignals.h"

#include <QApplication>
#include <QFileInfo>
#include <QIcon>
#include <QTimer>

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

void nameProgram()
{
    QCoreApplication::setApplicationName(QStringLiteral("binome"));
    QCoreApplication::setApplicationVersion(QStringLiteral(BINOME_VERSION));
}

// Help and version need no display.
bool onlyTold(int argc, char **argv)
{
    const QCoreApplication program(argc, argv);
    nameProgram();
    const Gui::Options options = read(QCoreApplication::arguments());
    if (options.done && options.exitCode == 0)
        Core::writeTo(stdout, (options.output + u'\n').toUtf8());
    return options.done && options.exitCode == 0;
}

// The first window has a working folder of its own.
QString wholeName(const QString &profile)
{
    const QFileInfo file(profile);
    return file.exists() ? file.absoluteFilePath() : profile;
}

void endHandedOver()
{
    const QString sentence = QCoreApplication::translate(
        "Gui::Application", "Binôme is open already: its window comes to the front.");
    Core::writeTo(stdout, (QStringLiteral("binome: ") + sentence + u'\n').toUtf8());
    QTimer::singleShot(0, qApp, [] { QCoreApplication::exit(0); }); // once the loop runs
}
} // namespace

int main(int argc, char **argv)
{
    Core::prepareTerminal();
    if (onlyTold(argc, argv))
        return 0;
    QApplication program(argc, argv);
    nameProgram();
    QApplication::setApplicationDisplayName(QStringLiteral("Binôme"));
    QApplication::setDesktopFileName(QStringLiteral("binome"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/binome.svg")));
    const Gui::Options options = read(QApplication::arguments());
    if (options.done) {
        Core::writeTo(options.exitCode == 0 ? stdout : stderr, (options.output + u'\n').toUtf8());
        return options.exitCode;
    }
    Core::keepProgramLog();
    Gui::keepCrashReports();
    Gui::quitOnEndSignals();
    Core::OneInstance instance(Core::profileFolder());
    std::unique_ptr<Gui::Application> application;
    const auto start = [&application, &options] {
        application = std::make_unique<Gui::Application>(options);
        application->start();
    };
    QObject::connect(&instance, &Core::OneInstance::alone, qApp, start);
    QObject::connect(&instance, &Core::OneInstance::handedOver, qApp, endHandedOver);
    QObject::connect(&instance, &Core::OneInstance::asked, qApp,
                     [&application](const QString &profile) { application->takeStart(profile); });
    if (options.ownWindow())
        start();
    else
        instance.ask(wholeName(options.profile));
    return QApplication::exec();
}
