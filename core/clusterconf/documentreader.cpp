// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/complaint.h"
#include "core/clusterconf/document.h"
#include "core/clusterconf/plainreader.h"

#include <QRegularExpression>
#include <QStringDecoder>
#include <QXmlStreamReader>

#include <algorithm>

namespace Core
{
namespace
{
constexpr qsizetype longestText = 1024 * 1024;
// Qt compares each attribute of a tag with all others of it, so a hostile tag would take minutes.
constexpr qsizetype longestTag = 16 * 1024;
constexpr qsizetype deepest = 256; // libxml2's bound too
constexpr qsizetype excerptSize = 80;

// What a terminal must not be given shows as \uNNNN.
QString printable(const QString &text)
{
    QString shown;
    for (const QChar c : text)
        shown += c.isPrint() ? QString(c)
                             : QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
    return shown;
}

// The line, without what looks like a password. The whole text is masked first: a value that was
// broken over lines must not show either.
QString excerpt(const QString &text, qsizetype line)
{
    static const QRegularExpression secrets(
        QStringLiteral(R"((passw\w*\s*=\s*)("[^"]*"?|'[^']*'?|[^\s>]+))"),
        QRegularExpression::CaseInsensitiveOption);
    QString masked;
    qsizetype done = 0;
    for (auto matches = secrets.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        masked += QStringView(text).sliced(done, match.capturedEnd(1) - done);
        masked += QStringLiteral("***");
        masked += QString(match.captured(2).count(u'\n'), u'\n'); // line numbers stay
        done = match.capturedEnd(2);
    }
    masked += QStringView(text).sliced(done);
    const QString shown = masked.section(u'\n', line - 1, line - 1).trimmed().left(excerptSize);
    return printable(shown).left(excerptSize);
}

tl::unexpected<Error> failureAt(const QString &text, qsizetype at, Message what)
{
    const QStringView before = QStringView(text).first(std::min(at, text.size()));
    const qsizetype line = before.count(u'\n') + 1;
    const qsizetype column = at - (before.lastIndexOf(u'\n') + 1) + 1;
    return failure(
        ErrorKind::ParseFailed,
        message(QT_TRANSLATE_NOOP("Core", "line %1, column %2: %3"),
                {QString::number(line), QString::number(column), MessageList{std::move(what)}}),
        excerpt(text, line));
}

bool isNameStart(QChar c)
{
    return c.isLetter() || c == u'_' || c == u':';
}

// The first tag that is too long, if any. Comments may be as long as they like.
std::optional<qsizetype> overlongTag(const QString &text)
{
    for (qsizetype at = text.indexOf(u'<'); at >= 0; at = text.indexOf(u'<', at)) {
        if (QStringView(text).sliced(at).startsWith(u"<!--")) {
            const qsizetype end = text.indexOf(QStringLiteral("-->"), at);
            at = end < 0 ? text.size() : end;
            continue;
        }
        const qsizetype next = text.indexOf(u'<', at + 1);
        const qsizetype size = (next < 0 ? text.size() : next) - at;
        const bool tag = at + 1 < text.size() && isNameStart(text[at + 1]);
        if (tag && size > longestTag && !QStringView(text).sliced(at, longestTag).contains(u'>'))
            return at;
        ++at;
    }
    return std::nullopt;
}
} // namespace

// Builds a Document: of an ordinary text at once; of any other the tags are found by the offsets of
// QXmlStreamReader, their attributes by going over the well-formed tag again.
class DocumentReader
{
public:
    Expected<Document> read(QByteArrayView bytes)
    {
        if (bytes.size() > longestText)
            return failureAt(QString(), 0,
                             message(QT_TRANSLATE_NOOP("Core", "the file is larger than %1"),
                                     {Bytes{longestText}}));
        if (Expected<void> text = decode(bytes); !text)
            return tl::unexpected(text.error());
        findLines();
        if (std::optional<QList<ConfElement>> elements = plainElements(m_document.m_text)) {
            m_document.m_elements = *std::move(elements);
            return std::move(m_document);
        }
        if (const std::optional<qsizetype> tag = overlongTag(m_document.m_text))
            return fail(*tag,
                        message(QT_TRANSLATE_NOOP("Core", "this tag is longer than %1"),
                                {Bytes{longestTag}}));
        if (Expected<void> elements = readElements(); !elements)
            return tl::unexpected(elements.error());
        return std::move(m_document);
    }

private:
    tl::unexpected<Error> fail(qsizetype at, Message what) const
    {
        return failureAt(m_document.m_text, at, std::move(what));
    }

    // --- text ---

    Expected<void> decode(QByteArrayView bytes)
    {
        m_document.m_byteOrderMark = bytes.startsWith("\xEF\xBB\xBF");
        if (m_document.m_byteOrderMark)
            bytes = bytes.sliced(3);
        QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        m_document.m_text = utf8.decode(bytes);
        if (!utf8.hasError())
            return {};
        if (!saysLatin1(bytes))
            return fail(firstInvalid(m_document.m_text),
                        message(QT_TRANSLATE_NOOP("Core", "this is not UTF-8")));
        m_document.m_text = QString::fromLatin1(bytes);
        m_document.m_latin1 = true;
        return {};
    }

    static bool saysLatin1(QByteArrayView bytes)
    {
        const qsizetype end = bytes.indexOf("?>");
        const QByteArray declaration
            = bytes.startsWith("<?xml") && end > 0 ? bytes.first(end).toByteArray() : QByteArray();
        return declaration.toLower().contains("iso-8859-1");
    }

    static qsizetype firstInvalid(const QString &text)
    {
        return std::max<qsizetype>(0, text.indexOf(QChar::ReplacementCharacter));
    }

    void findLines()
    {
        m_document.m_lineStarts = {0};
        for (qsizetype at = m_document.m_text.indexOf(u'\n'); at >= 0;
             at = m_document.m_text.indexOf(u'\n', at + 1))
            m_document.m_lineStarts.append(at + 1);
    }

    // --- elements ---

    Expected<void> readElements()
    {
        QXmlStreamReader xml(m_document.m_text);
        xml.setNamespaceProcessing(false); // else xmlns would be no attribute
        while (!xml.atEnd()) {
            const QXmlStreamReader::TokenType token = xml.readNext();
            if (token == QXmlStreamReader::DTD && !xml.entityDeclarations().isEmpty())
                return fail(m_document.m_text.indexOf(QStringLiteral("<!DOCTYPE")),
                            message(QT_TRANSLATE_NOOP("Core", "no entity may be declared here")));
            if (token == QXmlStreamReader::StartElement)
                begin(xml, xml.characterOffset());
            if (m_open.size() > deepest)
                return fail(
                    m_document.m_elements.last().startTag.start,
                    message(QT_TRANSLATE_NOOP("Core", "elements are nested more than %1 deep"),
                            {QString::number(deepest)}));
            if (token == QXmlStreamReader::EndElement)
                finish(xml.characterOffset());
        }
        return xml.hasError() ? complain(xml) : Expected<void>();
    }

    // The reader is just behind the tag, and no '<' can be inside of it.
    void begin(const QXmlStreamReader &xml, qsizetype end)
    {
        const qsizetype start = m_document.m_text.lastIndexOf(u'<', end - 1);
        ConfElement element;
        element.name = xml.qualifiedName().toString();
        element.parent = m_open.isEmpty() ? -1 : m_open.last();
        element.startTag = {start, end - start};
        element.empty = m_document.m_text.at(end - 2) == u'/';
        readAttributes(xml, element);
        const int index = int(m_document.m_elements.size());
        if (element.parent >= 0)
            m_document.m_elements[element.parent].children.append(index);
        m_document.m_elements.append(element);
        m_open.append(index);
    }

    void finish(qsizetype end)
    {
        ConfElement &element = m_document.m_elements[m_open.takeLast()];
        element.whole = {element.startTag.start, end - element.startTag.start};
    }

    // The reader has resolved the values, in the order of the text; only the places are missing.
    void readAttributes(const QXmlStreamReader &xml, ConfElement &element) const
    {
        const QString &text = m_document.m_text;
        qsizetype at = element.startTag.start + 1 + element.name.size();
        for (const QXmlStreamAttribute &attribute : xml.attributes()) {
            if (attribute.isDefault()) // of a document type, not in the tag
                continue;
            ConfAttribute found;
            found.name = attribute.qualifiedName().toString();
            found.value = attribute.value().toString();
            while (text.at(at).isSpace())
                ++at;
            const qsizetype quote = quoteFrom(at);
            const qsizetype close = text.indexOf(text.at(quote), quote + 1);
            found.range = {at, close + 1 - at};
            found.valueRange = {quote + 1, close - quote - 1};
            element.attributes.append(found);
            at = close + 1;
        }
    }

    qsizetype quoteFrom(qsizetype at) const
    {
        while (m_document.m_text.at(at) != u'"' && m_document.m_text.at(at) != u'\'')
            ++at;
        return at;
    }

    Expected<void> complain(const QXmlStreamReader &xml) const
    {
        const bool atEnd = xml.error() == QXmlStreamReader::PrematureEndOfDocumentError;
        const qsizetype behind
            = std::min<qsizetype>(xml.characterOffset(), m_document.m_text.size());
        Complaint complaint
            = complaintOf({m_document.m_text, m_document.m_elements, m_open, behind, atEnd});
        return fail(complaint.at, std::move(complaint.what));
    }

    Document m_document;
    QList<int> m_open;
};

Expected<Document> Document::fromBytes(QByteArrayView bytes)
{
    return DocumentReader().read(bytes);
}
} // namespace Core
