// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/actionnotice.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace Gui
{
namespace
{
constexpr int signSize = 18;

QLabel *words(const Theme &theme, bool strong, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFont(theme.font(TextSize::Body, strong));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}
} // namespace

ActionNotice::ActionNotice(const Theme &theme, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_sign(new QLabel(this)),
      m_headline(words(theme, true, this)), m_sentence(words(theme, false, this))
{
    auto *text = new QVBoxLayout;
    text->setSpacing(4);
    text->addWidget(m_headline);
    text->addWidget(m_sentence);
    auto *box = new QHBoxLayout(this);
    box->setContentsMargins(12, 8, 12, 8);
    box->setSpacing(8);
    box->addWidget(m_sign, 0, Qt::AlignTop);
    box->addLayout(text, 1);
    hide();
}

void ActionNotice::show(Tone tone, const QString &headline, const QString &sentence)
{
    m_tone = tone;
    m_sign->setPixmap(toneSign(m_theme.colors(), tone, signSize, devicePixelRatioF()));
    m_headline->setText(headline);
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    setAccessibleName(headline);
    setAccessibleDescription(sentence);
    setVisible(true);
    update();
}

void ActionNotice::clear()
{
    hide();
    m_headline->clear();
    m_sentence->clear();
}

QString ActionNotice::headline() const
{
    return m_headline->text();
}

QString ActionNotice::sentence() const
{
    return m_sentence->text();
}

void ActionNotice::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_tone == Tone::Neutral ? m_theme.colors().sunken
                                             : toneFill(m_theme.colors(), m_tone));
    painter.drawRoundedRect(rect(), 8, 8);
}
} // namespace Gui
