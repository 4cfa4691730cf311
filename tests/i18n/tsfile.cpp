// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/i18n/tsfile.h"

#include <QFile>
#include <QXmlStreamReader>

namespace I18n
{
using namespace Qt::StringLiterals;

namespace
{
// Returns whether the message is obsolete.
bool readTranslation(QXmlStreamReader &xml, Entry &entry)
{
    const QString type = xml.attributes().value("type"_L1).toString();
    entry.finished = type.isEmpty();
    QString text;
    while (!xml.atEnd() && xml.readNext() != QXmlStreamReader::EndElement) {
        if (xml.isStartElement())
            entry.forms.append(xml.readElementText());
        else
            text += xml.text();
    }
    if (!entry.plural)
        entry.forms = {text};
    return type == u"obsolete" || type == u"vanished";
}

void readMessage(QXmlStreamReader &xml, const QString &context, TsFile &file)
{
    Entry entry{context, {}, {}, xml.attributes().value("numerus"_L1) == u"yes", false, {}};
    bool obsolete = false;
    while (xml.readNextStartElement()) {
        if (xml.name() == u"source")
            entry.source = xml.readElementText();
        else if (xml.name() == u"comment")
            entry.comment = xml.readElementText();
        else if (xml.name() == u"translation")
            obsolete = readTranslation(xml, entry);
        else
            xml.skipCurrentElement();
    }
    if (!obsolete)
        file.entries.append(entry);
}

void readContext(QXmlStreamReader &xml, TsFile &file)
{
    QString name;
    while (xml.readNextStartElement()) {
        if (xml.name() == u"name")
            name = xml.readElementText();
        else if (xml.name() == u"message")
            readMessage(xml, name, file);
        else
            xml.skipCurrentElement();
    }
}
} // namespace

QString Entry::key() const
{
    return context + u'\x1f' + source + u'\x1f' + comment + (plural ? u"\x1f%n"_s : QString());
}

TsFile readTs(QIODevice &device)
{
    TsFile file;
    QXmlStreamReader xml(&device);
    if (xml.readNextStartElement() && xml.name() == u"TS")
        file.language = xml.attributes().value("language"_L1).toString();
    else
        xml.raiseError(u"not a TS file"_s);
    while (!xml.hasError() && xml.readNextStartElement()) {
        if (xml.name() == u"context")
            readContext(xml, file);
        else
            xml.skipCurrentElement();
    }
    if (xml.hasError())
        file.error = u"line %1: %2"_s.arg(xml.lineNumber()).arg(xml.errorString());
    return file;
}

TsFile readTsFile(const QString &path)
{
    QFile in(path);
    if (!in.open(QIODevice::ReadOnly))
        return {{}, {}, in.errorString()};
    return readTs(in);
}
} // namespace I18n
