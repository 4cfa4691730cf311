// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPalette>
#include <QProxyStyle>
#include <QStyleFactory>

namespace Gui
{
namespace
{
constexpr int pixels[] = {12, 13, 16};

QFont face(int size, bool strong)
{
    QFont font;
    if (QFontDatabase::hasFamily(QStringLiteral("Inter")))
        font.setFamily(QStringLiteral("Inter"));
    font.setPixelSize(size);
    font.setWeight(strong ? QFont::DemiBold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting); // the same widths at every scale
    return font;
}

QPalette paletteOf(const Tokens &t)
{
    QPalette palette;
    palette.setColor(QPalette::Window, t.window);
    palette.setColor(QPalette::WindowText, t.text);
    palette.setColor(QPalette::Base, t.panel);
    palette.setColor(QPalette::AlternateBase, t.card);
    palette.setColor(QPalette::Text, t.text);
    palette.setColor(QPalette::Button, t.panel);
    palette.setColor(QPalette::ButtonText, t.text);
    palette.setColor(QPalette::BrightText, t.bad);
    palette.setColor(QPalette::ToolTipBase, t.panel);
    palette.setColor(QPalette::ToolTipText, t.text);
    palette.setColor(QPalette::PlaceholderText, t.muted);
    palette.setColor(QPalette::Highlight, t.linkFill);
    palette.setColor(QPalette::HighlightedText, t.text);
    palette.setColor(QPalette::Link, t.link);
    palette.setColor(QPalette::LinkVisited, t.link);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, t.muted);
    return palette;
}

// Fusion underlines every mnemonic at all times; here they work unseen, as on other systems.
class QuietStyle : public QProxyStyle
{
public:
    QuietStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) { }
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returned) const override
    {
        if (hint == SH_UnderlineShortcut)
            return 0;
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
};
} // namespace

Theme::Theme(QObject *parent) : QObject(parent)
{
    // Qt 6.4 cannot ask for the desktop's colour scheme; the palette it starts with tells it.
    m_systemDark = QApplication::palette().color(QPalette::Window).lightness() < 128;
    m_dark = m_systemDark;
    makeFonts();
}

void Theme::makeFonts()
{
    for (int size = 0; size < 3; ++size) {
        m_fonts[size][0] = face(pixels[size], false);
        m_fonts[size][1] = face(pixels[size], true);
    }
    m_fixed = QFont(QStringList{QStringLiteral("DejaVu Sans Mono"), QStringLiteral("Consolas"),
                                QStringLiteral("monospace")});
    m_fixed.setStyleHint(QFont::TypeWriter);
    m_fixed.setPixelSize(pixels[0]);
}

void Theme::choose(ThemeChoice choice)
{
    m_choice = choice;
    const bool dark = choice == ThemeChoice::System ? m_systemDark : choice == ThemeChoice::Dark;
    if (dark == m_dark)
        return;
    m_dark = dark;
    emit changed();
}

void Theme::setReduceMotion(bool reduce)
{
    m_reduceMotion = reduce;
}

const QFont &Theme::font(TextSize size, bool strong) const
{
    return m_fonts[int(size)][strong ? 1 : 0];
}

void Theme::setEvidenceFont(const QString &family, int points)
{
    QFont font
        = family.isEmpty() ? QFontDatabase::systemFont(QFontDatabase::FixedFont) : QFont(family);
    font.setStyleHint(QFont::TypeWriter);
    font.setPixelSize(qRound(points * 96 / 72.0)); // like all other sizes: the scale is Qt's
    if (font == m_fixed)
        return;
    m_fixed = font;
    emit changed();
}

void Theme::applyTo(QApplication &application) const
{
    if (!application.property("styled").toBool())
        application.setStyle(new QuietStyle);
    application.setProperty("styled", true);
    application.setPalette(paletteOf(colors()));
    application.setFont(font(TextSize::Body));
    application.setStyleSheet(styleSheet(colors()));
}
} // namespace Gui
