// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ctl/jsonwriter.h"

#include <QLocale>

#include <cmath>

namespace Ctl
{
namespace
{
QByteArray escaped(const QString &text)
{
    QByteArray result;
    for (const char c : text.toUtf8()) {
        if (c == '"' || c == '\\')
            result += '\\';
        if (c == '\n')
            result += "\\n";
        else if (quint8(c) < 0x20 || c == 0x7f)
            result += "\\u00" + QByteArray(1, c).toHex();
        else
            result += c;
    }
    return result;
}
} // namespace

void JsonWriter::breakLine()
{
    if (m_layout == Layout::Indented)
        m_text += '\n' + QByteArray(2 * m_depth, ' ');
}

void JsonWriter::separate()
{
    if (m_afterKey) {
        m_afterKey = false;
        return;
    }
    if (m_depth == 0)
        return;
    if (!m_first)
        m_text += ',';
    m_first = false;
    breakLine();
}

void JsonWriter::key(QByteArrayView name)
{
    separate();
    m_text += '"';
    m_text += name;
    m_text += m_layout == Layout::Indented ? "\": " : "\":";
    m_afterKey = true;
}

void JsonWriter::raw(QByteArrayView text)
{
    separate();
    m_text += text;
}

void JsonWriter::begin(char bracket)
{
    raw(QByteArrayView(&bracket, 1));
    ++m_depth;
    m_first = true;
}

void JsonWriter::end(char bracket)
{
    --m_depth;
    if (!m_first)
        breakLine();
    m_text += bracket;
    m_first = false;
}

void JsonWriter::value(double number)
{
    if (std::isfinite(number))
        raw(QByteArray::number(number, 'g', QLocale::FloatingPointShortest));
    else
        null();
}

void JsonWriter::value(const QString &text)
{
    raw('"' + escaped(text) + '"');
}

void JsonWriter::value(const QStringList &texts)
{
    array(texts, [](JsonWriter &json, const QString &text) { json.value(text); });
}

void JsonWriter::textOrNull(const QString &text)
{
    if (text.isEmpty())
        null();
    else
        value(text);
}
} // namespace Ctl
