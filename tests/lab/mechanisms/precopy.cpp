// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "precopy.h"

#include <algorithm>
#include <cmath>

namespace Lab
{

namespace
{

Time milliseconds(double seconds)
{
    return Time{static_cast<Time::rep>(std::ceil(seconds * 1000))};
}

} // namespace

void PreCopy::start(Time now)
{
    m_passBytes = used;
    m_passPages = total;
    m_at = now;
}

void PreCopy::advance(Time now, double rate)
{
    const double seconds = static_cast<double>((now - m_at).count()) / 1000;
    const double sent = std::min(rate * seconds, m_passBytes - m_sent);
    m_sent += sent;
    transferred += sent;
    m_dirtied = std::min(m_dirtied + dirtyRate * seconds, used);
    m_at = now;
}

Time PreCopy::leftOfPass(double rate) const
{
    return milliseconds((m_passBytes - m_sent) / rate);
}

bool PreCopy::endPass(double rate)
{
    m_passBytes = m_passPages = m_dirtied;
    m_sent = m_dirtied = 0;
    return m_passBytes <= rate * downtimeLimit;
}

double PreCopy::remaining() const
{
    return m_passBytes > 0 ? m_passPages * (1 - m_sent / m_passBytes) : 0;
}

Time PreCopy::downtime(double rate) const
{
    return milliseconds(m_passBytes / rate);
}

} // namespace Lab
