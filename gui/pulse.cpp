// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pulse.h"

namespace Gui
{
Pulse::Pulse(const std::function<void()> &repaint)
{
    m_animation.setDuration(900);
    m_animation.setStartValue(1.0);
    m_animation.setEndValue(0.0);
    QObject::connect(&m_animation, &QVariantAnimation::valueChanged, &m_animation, repaint);
    QObject::connect(&m_animation, &QVariantAnimation::finished, &m_animation, repaint);
}

void Pulse::start(bool reduceMotion)
{
    if (reduceMotion)
        return;
    m_animation.stop();
    m_animation.start();
}

qreal Pulse::strength() const
{
    return running() ? m_animation.currentValue().toReal() : 0;
}
} // namespace Gui
