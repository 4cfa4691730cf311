// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/schema.h"

#include "core/clusterconf/schemareduction.h"
#include "core/clusterconf/schemawords.h"
#include "core/clusterconf/vocabulary.h"

#include <QMutex>
#include <QSet>

#include <libxml/parser.h>
#include <libxml/relaxng.h>

#include <memory>
#include <vector>

namespace Core
{
namespace
{
template <auto Free> struct Freed {
    template <typename T> void operator()(T *what) const { Free(what); }
};
using XmlDocument = std::unique_ptr<xmlDoc, Freed<xmlFreeDoc>>;
using Schema = std::unique_ptr<xmlRelaxNG, Freed<xmlRelaxNGFree>>;
using SchemaParser = std::unique_ptr<xmlRelaxNGParserCtxt, Freed<xmlRelaxNGFreeParserCtxt>>;
using Validation = std::unique_ptr<xmlRelaxNGValidCtxt, Freed<xmlRelaxNGFreeValidCtxt>>;

// The library's sentences are not shown. By its older interface, since its check of references
// knows no other and would write to stderr.
void ignore(void *, const char *, ...)
{
}

Schema compiled()
{
    const QByteArray text = clusterSchema();
    const SchemaParser parser(xmlRelaxNGNewMemParserCtxt(text.constData(), int(text.size())));
    if (!parser)
        return {};
    xmlRelaxNGSetParserErrors(parser.get(), ignore, ignore, nullptr);
    return Schema(xmlRelaxNGParse(parser.get()));
}

// A compiled schema is changed while it is used (the library compiles parts when it needs them),
// so there is one user at a time.
class Judge
{
public:
    Judge() : m_schema((xmlInitParser(), compiled())) { }
    bool works() const { return m_schema != nullptr; }

    // The line of the last complaint, from 1 (0: not known); none: valid.
    std::optional<int> complaint(xmlDoc *document)
    {
        const QMutexLocker alone(&m_mutex);
        const Validation validation(xmlRelaxNGNewValidCtxt(m_schema.get()));
        xmlRelaxNGSetValidErrors(validation.get(), ignore, ignore, nullptr);
        xmlResetLastError(); // of this thread
        if (xmlRelaxNGValidateDoc(validation.get(), document) == 0)
            return std::nullopt;
        const xmlError *last = xmlGetLastError();
        return last ? last->line : 0;
    }

private:
    QMutex m_mutex;
    const Schema m_schema;
};

// Without XML_PARSE_NOENT, DTDLOAD and HUGE: no entity is put in, nothing external is read, and
// the library keeps its own bounds of depth (256) and size.
XmlDocument libraryDocument(const QByteArray &bytes)
{
    constexpr int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING
        | XML_PARSE_NOBLANKS | XML_PARSE_COMPACT;
    return XmlDocument(
        xmlReadMemory(bytes.constData(), int(bytes.size()), nullptr, nullptr, options));
}

// In the order of the text, as Document has them.
xmlNode *nextElement(xmlNode *node)
{
    if (xmlNode *child = xmlFirstElementChild(node))
        return child;
    while (node && node->type == XML_ELEMENT_NODE) {
        if (xmlNode *sibling = xmlNextElementSibling(node))
            return sibling;
        node = node->parent;
    }
    return nullptr;
}

QString nameOf(const xmlAttr &attribute)
{
    return QString::fromUtf8(reinterpret_cast<const char *>(attribute.name));
}

bool saysNothing(const VocabularyElement &word, const xmlAttr &attribute)
{
    if (attribute.ns)
        return false;
    const VocabularyAttribute *known = word.attribute(nameOf(attribute));
    return known ? !known->required && known->kind == ValueKind::Text : word.anyAttribute;
}

// Takes out of the library's copy what cannot change its verdict, since the library tries every
// combination of optional attributes (with twenty in a tag it takes minutes) and compares each
// child of an interleave with each (with 50,000 guests it takes ten seconds).
class Reduction
{
public:
    Reduction(xmlDoc *parsed, const Document &document)
        : m_parsed(parsed), m_document(document), m_vocabulary(Vocabulary::ofClusterConf()),
          m_words(m_vocabulary.wordsOf(document))
    {
    }

    void reduce()
    {
        xmlNode *node = xmlDocGetRootElement(m_parsed);
        for (qsizetype i = 0; node && i < m_words.size(); ++i, node = nextElement(node)) {
            if (m_words.at(i) < 0)
                continue;
            removeAttributes(node, m_vocabulary.element(m_words.at(i)));
            if (isRepetition(node, i))
                m_repeated.push_back(node);
        }
        for (xmlNode *repeated : m_repeated) {
            xmlUnlinkNode(repeated);
            xmlFreeNode(repeated);
        }
    }

private:
    // One that may be missing and may have any value.
    static void removeAttributes(xmlNode *node, const VocabularyElement &word)
    {
        for (xmlAttr *attribute = node->properties; attribute;) {
            xmlAttr *next = attribute->next;
            if (saysNothing(word, *attribute))
                xmlRemoveProp(attribute);
            attribute = next;
        }
    }

    // Empty, where any number may stand, and with the same attributes of any value as another one
    // there.
    bool isRepetition(const xmlNode *node, qsizetype element)
    {
        if (node->children || !mayRepeat(element))
            return false;
        const int word = m_words.at(element);
        QByteArray signature = QByteArray::number(m_document.elements().at(element).parent) + ' '
            + QByteArray::number(word);
        for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next) {
            const VocabularyAttribute *known
                = m_vocabulary.element(word).attribute(nameOf(*attribute));
            if (!known || known->kind != ValueKind::Text || attribute->ns)
                return false;
            signature += ' ' + known->name.toUtf8();
        }
        const qsizetype before = m_seen.size();
        m_seen.insert(signature);
        return m_seen.size() == before;
    }

    bool mayRepeat(qsizetype element) const
    {
        const ConfElement &own = m_document.elements().at(element);
        const int parent = own.parent < 0 ? -1 : m_words.at(own.parent);
        const VocabularyChild *child = parent < 0 ? nullptr : m_vocabulary.child(parent, own.name);
        return child && child->repeats;
    }

    xmlDoc *m_parsed;
    const Document &m_document;
    const Vocabulary &m_vocabulary;
    const QList<int> m_words;
    QSet<QByteArray> m_seen;
    std::vector<xmlNode *> m_repeated;
};

Finding ofTheLibrary(int line)
{
    return {QStringLiteral("C01"),
            Severity::Blocker,
            message(QT_TRANSLATE_NOOP("Core", "the schema does not allow what stands here")),
            {},
            TextSpan{std::max(line, 1), 1, 1},
            QStringLiteral("cluster.rng, ccs_config_validate(8)")};
}
// The line that the library complains of; none: it does not.
using Complaint = std::optional<int>;

Complaint complaintOn(Judge &judge, const Document &document)
{
    const XmlDocument parsed = libraryDocument(document.bytes());
    if (!parsed) // well-formed for us, and the bounds of both are the same: not known to happen
        return 1;
    Reduction(parsed.get(), document).reduce();
    return judge.complaint(parsed.get());
}
} // namespace

Expected<SchemaVerdict> schemaVerdict(const Document &document)
{
    static Judge judge;
    if (!judge.works())
        return failure(ErrorKind::Internal,
                       message(QT_TRANSLATE_NOOP("Core", "the schema cannot be used")));
    const std::optional<Document> less = withoutRepetitions(document);
    const Complaint whole = less ? complaintOn(judge, *less) : complaintOn(judge, document);
    if (!whole)
        return SchemaVerdict{true, {}};
    SchemaExplanation explanation = explained(document);
    if (!explanation.complete) // then the library's place is told, of all that is there
        explanation.findings << ofTheLibrary(less ? complaintOn(judge, document).value_or(1)
                                                  : *whole);
    return SchemaVerdict{false, explanation.findings};
}
} // namespace Core
