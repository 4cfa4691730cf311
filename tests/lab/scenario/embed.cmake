# SPDX-FileCopyrightText: 2026 The Binôme authors
# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DFOLDER=... -DOUTPUT=... -P embed.cmake: the scenarios' texts as one source file.
file(GLOB scenarios ${FOLDER}/*.scenario)
list(SORT scenarios)
set(table "")
foreach(scenario ${scenarios})
    get_filename_component(name ${scenario} NAME_WE)
    file(READ ${scenario} text)
    string(APPEND table "        {\"${name}\", R\"~~~(${text})~~~\"},\n")
endforeach()
file(CONFIGURE OUTPUT ${OUTPUT} @ONLY CONTENT [[
#include "scenario/catalog.h"

namespace Lab
{

const std::vector<ScenarioText> &scenarioTexts()
{
    static const std::vector<ScenarioText> all{
@table@    };
    return all;
}

const ScenarioText *scenarioNamed(const std::string &name)
{
    for (const ScenarioText &one : scenarioTexts()) {
        if (name == one.name)
            return &one;
    }
    return nullptr;
}

} // namespace Lab
]])
