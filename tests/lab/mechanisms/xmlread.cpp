// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "xmlread.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <optional>

namespace Lab
{

namespace
{

bool isNameLetter(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '-' || c == '.'
        || c == ':';
}

std::string decoded(const std::string &raw)
{
    static const std::vector<std::pair<std::string, char>> entities{
        {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}, {"&amp;", '&'}};
    std::string text;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        const auto it = std::find_if(entities.begin(), entities.end(), [&](const auto &one) {
            return raw.compare(i, one.first.size(), one.first) == 0;
        });
        text += it == entities.end() ? raw[i] : it->second;
        i += it == entities.end() ? 0 : it->first.size() - 1;
    }
    return text;
}

class Reader
{
public:
    explicit Reader(const std::string &text) : m_text(text) { }

    std::variant<XmlElement, XmlError> read()
    {
        skipMisc();
        XmlElement root;
        if (!at("<"))
            fail(m_text.empty() ? "Document is empty" : "Start tag expected, '<' not found");
        else
            element(root);
        if (m_error)
            return *m_error;
        skipMisc();
        if (m_at < m_text.size())
            return XmlError{line(), "Extra content at the end of the document"};
        return root;
    }

private:
    bool at(const char *what) const
    {
        return m_text.compare(m_at, std::string(what).size(), what) == 0;
    }
    int line() const
    {
        const auto end
            = m_text.begin() + static_cast<std::ptrdiff_t>(std::min(m_at, m_text.size()));
        return 1 + static_cast<int>(std::count(m_text.begin(), end, '\n'));
    }
    void fail(const std::string &why)
    {
        if (!m_error)
            m_error = XmlError{line(), why};
    }
    void skipSpace()
    {
        while (m_at < m_text.size() && std::isspace(static_cast<unsigned char>(m_text[m_at])))
            ++m_at;
    }
    bool skipTo(const char *end)
    {
        const auto found = m_text.find(end, m_at);
        if (found == std::string::npos) {
            fail(std::string("Comment or instruction not terminated, '") + end + "' expected");
            m_at = m_text.size();
            return false;
        }
        m_at = found + std::string(end).size();
        return true;
    }
    // Comments, instructions and a document type may stand between elements.
    void skipMisc()
    {
        skipSpace();
        while (!m_error && (at("<!") || at("<?"))) {
            skipTo(at("<!--") ? "-->" : (at("<?") ? "?>" : ">"));
            skipSpace();
        }
    }
    std::string name()
    {
        const std::size_t begin = m_at;
        while (m_at < m_text.size() && isNameLetter(m_text[m_at]))
            ++m_at;
        return m_text.substr(begin, m_at - begin);
    }
    void attribute(XmlElement &owner)
    {
        const std::string key = name();
        skipSpace();
        if (key.empty() || !at("=")) {
            fail(key.empty() ? "attributes construct error"
                             : "Specification mandate value for attribute " + key);
            return;
        }
        ++m_at;
        skipSpace();
        const char quote = m_at < m_text.size() ? m_text[m_at] : '\0';
        const auto end = m_text.find(quote, m_at + 1);
        if ((quote != '"' && quote != '\'') || end == std::string::npos) {
            fail("AttValue: \" or ' expected");
            return;
        }
        const std::string raw = m_text.substr(m_at + 1, end - m_at - 1);
        if (raw.find('<') != std::string::npos)
            fail("Unescaped '<' not allowed in attributes values");
        else if (owner.attribute(key))
            fail("Attribute " + key + " redefined");
        m_at = end + 1;
        owner.attributes.emplace_back(key, decoded(raw));
    }
    void element(XmlElement &one)
    {
        one.line = line();
        ++m_at;
        one.name = name();
        if (one.name.empty())
            fail("StartTag: invalid element name");
        skipSpace();
        while (!m_error && m_at < m_text.size() && !at(">") && !at("/>")) {
            attribute(one);
            skipSpace();
        }
        if (m_at >= m_text.size())
            fail("Couldn't find end of Start Tag " + one.name + " line "
                 + std::to_string(one.line));
        if (m_error)
            return;
        const bool empty = at("/>");
        m_at += empty ? 2 : 1;
        if (!empty)
            content(one);
    }
    void content(XmlElement &one)
    {
        while (!m_error) {
            m_at = std::min(m_text.find('<', m_at), m_text.size());
            if (m_at == m_text.size()) {
                fail("Premature end of data in tag " + one.name + " line "
                     + std::to_string(one.line));
            } else if (at("</")) {
                closing(one);
                return;
            } else if (at("<!") || at("<?")) {
                skipMisc();
            } else {
                one.children.emplace_back();
                element(one.children.back());
            }
        }
    }
    void closing(const XmlElement &one)
    {
        m_at += 2;
        const std::string found = name();
        skipSpace();
        if (found != one.name)
            fail("Opening and ending tag mismatch: " + one.name + " line "
                 + std::to_string(one.line) + " and " + found);
        else if (!at(">"))
            fail("expected '>'");
        else
            ++m_at;
    }

    const std::string &m_text;
    std::size_t m_at = 0;
    std::optional<XmlError> m_error;
};

} // namespace

const std::string *XmlElement::attribute(const std::string &key) const
{
    for (const auto &one : attributes) {
        if (one.first == key)
            return &one.second;
    }
    return nullptr;
}

std::string XmlElement::value(const std::string &key, const std::string &otherwise) const
{
    const std::string *found = attribute(key);
    return found ? *found : otherwise;
}

int XmlElement::number(const std::string &key, int otherwise) const
{
    const std::string *found = attribute(key);
    return found ? std::atoi(found->c_str()) : otherwise;
}

const XmlElement *XmlElement::child(const std::string &wanted) const
{
    for (const XmlElement &one : children) {
        if (one.name == wanted)
            return &one;
    }
    return nullptr;
}

std::variant<XmlElement, XmlError> readXml(const std::string &text)
{
    return Reader(text).read();
}

} // namespace Lab
