// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/settingkeys.h"

#include <QObject>
#include <QTranslator>

namespace Gui
{
// The program's language: words, numbers and dates, switched at once. Main thread.
class Languages : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    void choose(Core::Language language);
    const QString &code() const { return m_code; } // "en" or "fr"

private:
    QString m_code;
    QTranslator m_own; // English too: it has the plural forms
    QTranslator m_qt;
};
} // namespace Gui
