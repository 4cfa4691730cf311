// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/finding.h"

namespace Core
{
const char *word(Severity severity)
{
    switch (severity) {
    case Severity::Note:
        return QT_TRANSLATE_NOOP("Core", "note");
    case Severity::Warning:
        return QT_TRANSLATE_NOOP("Core", "warning");
    case Severity::Error:
        return QT_TRANSLATE_NOOP("Core", "error");
    case Severity::Blocker:
        return QT_TRANSLATE_NOOP("Core", "blocker");
    }
    return "";
}
} // namespace Core
