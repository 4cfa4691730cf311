// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/statusstyle.h"

#include <QFont>
#include <QObject>

class QApplication;

namespace Gui
{
enum class ThemeChoice : quint8 { System, Light, Dark };
enum class TextSize : quint8 { Small, Body, Title }; // 12, 13 and 16 px: the only three there are

// What the window looks like now. One object, owned by the application and handed to whatever
// paints; changed() makes everybody paint again. Main thread.
class Theme : public QObject
{
    Q_OBJECT
public:
    explicit Theme(QObject *parent = nullptr);

    ThemeChoice choice() const { return m_choice; }
    void choose(ThemeChoice choice);
    bool dark() const { return m_dark; }
    const Tokens &colors() const { return tokens(m_dark); }

    // No movement at all: asked for by the person, in the settings.
    bool reduceMotion() const { return m_reduceMotion; }
    void setReduceMotion(bool reduce);

    const QFont &font(TextSize size, bool strong = false) const;
    const QFont &fixed() const { return m_fixed; } // evidence
    // Of evidence: family (empty: the system's fixed-width font) and points.
    void setEvidenceFont(const QString &family, int points);
    // Palette, style and style sheet of the whole program.
    void applyTo(QApplication &application) const;

signals:
    void changed();

private:
    void makeFonts();

    ThemeChoice m_choice = ThemeChoice::System;
    bool m_systemDark = false;
    bool m_dark = false;
    bool m_reduceMotion = false;
    QFont m_fonts[3][2];
    QFont m_fixed;
};

// The application's style sheet from one theme's colours (gui/stylesheet.cpp).
QString styleSheet(const Tokens &tokens);
} // namespace Gui
