// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariantAnimation>

#include <functional>

namespace Gui
{
// One glow of 0.9 s around what has just changed; strength() falls from 1 to 0 and ends there.
// Nothing at all when motion is to be reduced.
class Pulse
{
public:
    explicit Pulse(const std::function<void()> &repaint);
    void start(bool reduceMotion);
    qreal strength() const;
    bool running() const { return m_animation.state() == QAbstractAnimation::Running; }

private:
    QVariantAnimation m_animation;
};
} // namespace Gui
