// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/i18n/tsfile.h"

namespace I18n
{
// What is wrong with a translated message: a sentence each. An unfinished one is not judged here.
QList<QString> checkEntry(const Entry &entry, const QString &language);

// French sets a no-break space before : ; ! ? % and inside « »; the sentences say where not.
QList<QString> checkFrench(const QString &text);
} // namespace I18n
