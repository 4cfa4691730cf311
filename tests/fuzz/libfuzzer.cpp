// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ctl/formats.h"

// One format a program: whatever the bytes are, the reader answers with a value or an error.
extern "C" int LLVMFuzzerTestOneInput(const quint8 *bytes, size_t size)
{
    static const Ctl::Format *const format = Ctl::formatNamed(QStringLiteral(BINOME_FORMAT));
    if (!format)
        std::abort();
    static_cast<void>(format->json(format->name, QByteArrayView(bytes, qsizetype(size))));
    return 0;
}
