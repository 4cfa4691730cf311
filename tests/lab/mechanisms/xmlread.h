// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fencesetup.h"

#include <string>
#include <variant>
#include <vector>

namespace Lab
{

// An element of cluster.conf; text between elements is not kept.
struct XmlElement {
    std::string name;
    int line = 0;
    Attributes attributes;
    std::vector<XmlElement> children;

    const std::string *attribute(const std::string &key) const;
    std::string value(const std::string &key, const std::string &otherwise = {}) const;
    // Not a number: 0, as atoi says.
    int number(const std::string &key, int otherwise) const;
    bool yes(const std::string &key, bool otherwise = false) const
    {
        return number(key, otherwise);
    }
    const XmlElement *child(const std::string &wanted) const;
};

struct XmlError {
    int line = 0;
    std::string text; // in the words of libxml2
};

// The part of XML that cluster.conf uses: elements, attributes, comments, processing instructions
// and the five named entities.
std::variant<XmlElement, XmlError> readXml(const std::string &text);

} // namespace Lab
