// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace Lab
{

// The scenarios of tests/lab/scenarios, built into the program: they come along wherever it is
// installed.
struct ScenarioText {
    const char *name;
    const char *text;
};
const std::vector<ScenarioText> &scenarioTexts();
const ScenarioText *scenarioNamed(const std::string &name);

} // namespace Lab
