// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme.h"

#include <QFrame>

class QLabel;

namespace Gui
{
// A sign, a headline and a sentence on the fill of their tone.
class ActionNotice : public QFrame
{
    Q_OBJECT
public:
    explicit ActionNotice(const Theme &theme, QWidget *parent = nullptr);
    void show(Tone tone, const QString &headline, const QString &sentence);
    void clear(); // and hide
    Tone tone() const { return m_tone; }
    QString headline() const;
    QString sentence() const;

protected:
    void paintEvent(QPaintEvent *) override;

private:
    const Theme &m_theme;
    Tone m_tone = Tone::Neutral;
    QLabel *m_sign;
    QLabel *m_headline;
    QLabel *m_sentence;
};
} // namespace Gui
