// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/names.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QStringList>

#include <optional>

namespace Ctl
{
// One JSON document written in the order of the calls, unlike QJsonObject's alphabetical one, and
// without building it in memory first: people read it, tests compare it. An unknown fact is null:
// an empty optional, an empty string given to textOrNull().
class JsonWriter
{
public:
    enum class Layout : quint8 { Indented, OneLine };
    explicit JsonWriter(Layout layout = Layout::Indented) : m_layout(layout) { }

    void beginObject() { begin('{'); }
    void endObject() { end('}'); }
    void beginArray() { begin('['); }
    void endArray() { end(']'); }
    void key(QByteArrayView name);

    void null() { raw("null"); }
    void value(bool truth) { raw(truth ? "true" : "false"); }
    void value(int number) { value(qint64(number)); }
    void value(quint32 number) { value(qint64(number)); }
    void value(qint64 number) { raw(QByteArray::number(number)); }
    void value(quint64 number) { raw(QByteArray::number(number)); }
    void value(double number); // the shortest text that gives it back; null when not finite
    void value(const QString &text);
    void value(QByteArrayView utf8) { value(QString::fromUtf8(utf8)); }
    void value(const char *text) { value(QByteArrayView(text)); }
    void value(const QStringList &texts);
    template <typename Tag> void value(const Core::Name<Tag> &name) { value(name.text()); }
    template <typename T> void value(const std::optional<T> &maybe)
    {
        if (maybe)
            value(*maybe);
        else
            null();
    }
    void textOrNull(const QString &text);

    template <typename T> void member(QByteArrayView name, const T &it)
    {
        key(name);
        value(it);
    }
    void memberOrNull(QByteArrayView name, const QString &text)
    {
        key(name);
        textOrNull(text);
    }
    // An array of what `write` says of each.
    template <typename List, typename Write> void array(const List &list, Write write)
    {
        beginArray();
        for (const auto &one : list)
            write(*this, one);
        endArray();
    }

    QByteArray document() const { return m_text + '\n'; } // call it behind the last end

private:
    void begin(char bracket);
    void end(char bracket);
    void raw(QByteArrayView text);
    void separate(); // comma and line before the next key or element
    void breakLine();

    QByteArray m_text;
    Layout m_layout;
    int m_depth = 0;
    bool m_first = true; // in the innermost object or array
    bool m_afterKey = false;
};
} // namespace Ctl
