// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace Gui
{
namespace
{
QString codeOf(Core::Language language)
{
    switch (language) {
    case Core::Language::English:
        return QStringLiteral("en");
    case Core::Language::French:
        return QStringLiteral("fr");
    case Core::Language::System:
        break;
    }
    const bool french = QLocale::system().language() == QLocale::French;
    return french ? QStringLiteral("fr") : QStringLiteral("en");
}
} // namespace

void Languages::choose(Core::Language language)
{
    const QString code = codeOf(language);
    if (code == m_code)
        return;
    m_code = code;
    const bool system = QLocale::system().name().startsWith(code);
    QLocale::setDefault(system ? QLocale::system() : QLocale(code)); // before words are made
    QCoreApplication::removeTranslator(&m_qt);
    QCoreApplication::removeTranslator(&m_own);
    const QString folder = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    // Qt's own words lie with Qt, or in a program that brings its own Qt.
    if (m_qt.load(QStringLiteral("qtbase_") + code, folder)
        || m_qt.load(QStringLiteral(":/i18n/qtbase_%1.qm").arg(code)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_own.load(QStringLiteral(":/i18n/%1.qm").arg(code)))
        QCoreApplication::installTranslator(&m_own);
}
} // namespace Gui
