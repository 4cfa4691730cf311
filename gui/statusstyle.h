// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/health.h"

#include <QBrush>
#include <QColor>
#include <QIcon>
#include <QPen>
#include <QPixmap>

namespace Gui
{
// How a thing stands, for every lamp, line and word of the window. Neutral is what needs no
// judgement ("stopped by a person"); Unknown is what nobody can tell, and is hatched.
enum class Tone : quint8 { Neutral, Ok, Warning, Bad, Unknown };
constexpr Tone allTones[] = {Tone::Neutral, Tone::Ok, Tone::Warning, Tone::Bad, Tone::Unknown};

Tone toneOf(Core::VerdictState state);
Tone worse(Tone a, Tone b); // Bad before Warning before Unknown before Ok before Neutral

// The colours of one theme. Everything the window paints takes its colours from here; the contrast
// of each pair that carries text is proved by tests/gui/tst_statusstyle.cpp (WCAG 2.1, AA: 4.5).
struct Tokens {
    QColor window; // behind the panels
    QColor panel; // panels, menus, inputs
    QColor card; // machines on the picture
    QColor sunken; // evidence, badges without a judgement
    QColor border;
    QColor text;
    QColor muted; // second line, labels
    QColor link; // what can be clicked, HA mark
    QColor linkFill;
    QColor focus;
    QColor ok, okFill;
    QColor warning, warningFill;
    QColor bad, badFill;
    QColor unknown, unknownFill;
};
const Tokens &tokens(bool dark);

QColor toneColor(const Tokens &tokens, Tone tone);
QColor toneFill(const Tokens &tokens, Tone tone);
QPen tonePen(const Tokens &tokens, Tone tone, qreal width); // the line style differs by tone too
QBrush hatch(const Tokens &tokens); // of what is unknown

// The word of a tone alone, for screen readers and legends.
QString toneWord(Tone tone);

// A sign of its own shape for each tone (disc with tick, triangle, octagon with cross, ring with
// question mark, ring), so that no one needs its colour. Cached. Device-independent size.
QPixmap toneSign(const Tokens &tokens, Tone tone, int size, qreal ratio);
QIcon toneIcon(const Tokens &tokens, Tone tone);
void paintSign(QPainter &painter, const Tokens &tokens, Tone tone, const QRectF &rect);

// A mask of :/icons in one colour.
QIcon tintedIcon(const QString &path, const QColor &color);

// WCAG 2.1 contrast ratio, 1..21.
double contrast(const QColor &a, const QColor &b);
} // namespace Gui
