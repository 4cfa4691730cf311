// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/finding.h"

#include <array>

// The marks of ConfEditor: markers of Scintilla by severity in the margin, indicators under and
// over the text.
namespace Gui
{
constexpr int coverIndicator = 12;
constexpr std::array markedSeverities{Core::Severity::Note, Core::Severity::Warning,
                                      Core::Severity::Error, Core::Severity::Blocker};
// 0 to 7 belong to lexers.
constexpr int waveIndicator(Core::Severity severity)
{
    return 8 + int(severity);
}
// As Scintilla counts: in UTF-8.
inline long scintillaBytes(QStringView text)
{
    return long(text.toUtf8().size());
}
} // namespace Gui
