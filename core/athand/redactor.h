// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>

namespace Core
{
// Takes secrets out of text that leaves the window or the workstation: what looks like one
// (redacted() of core/base/log), and every one that is known, wherever it stands. Any thread.
class Redactor
{
public:
    Redactor() = default;
    // Those of fewer than three bytes are left to redacted(): they are parts of everything.
    explicit Redactor(QByteArrayList secrets);
    QByteArray operator()(const QByteArray &text) const;

private:
    QByteArrayList m_secrets; // the longest first, so that none is left in half
};

// The values of passwords and the like in texts of cluster.conf, each as it is written there and as
// it reads (`&amp;` is one character). Texts that are not well-formed serve too.
QByteArrayList secretsIn(const QByteArrayList &clusterConfs);
} // namespace Core
