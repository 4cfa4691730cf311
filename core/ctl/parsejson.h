// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ctl/jsonwriter.h"
#include "core/parse/procdrbd.h"

// The members that follow "format" in the document of each FORMAT. The keys are a public interface,
// see binomectl-parse(1): add, never rename.
namespace Ctl
{
void write(JsonWriter &json, const Core::ProcDrbd &file);
} // namespace Ctl
