// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <memory>

// A test program holds several test classes; this table lets ctest run each of them alone.
namespace Testing
{
using Factory = std::function<std::unique_ptr<QObject>()>;
bool registerClass(const char *name, Factory factory);
} // namespace Testing

#define BINOME_TEST(Class)                                                                         \
    static const bool registered##Class                                                            \
        = Testing::registerClass(#Class, [] { return std::make_unique<Class>(); });
