// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clusterconf/document.h"

namespace Core
{
enum class ValueKind : quint8 {
    Text,
    PositiveInteger,
    Identifier, // a name that stands once in the document
    Reference, // to an Identifier
    Choice,
};

struct VocabularyAttribute {
    QString name;
    ValueKind kind = ValueKind::Text;
    QStringList choices; // ValueKind::Choice: the values
    bool required = false;
};

struct VocabularyChild {
    int element = -1; // index for Vocabulary::element()
    bool required = false;
    bool repeats = false;
};

struct VocabularyElement {
    QString name;
    QList<VocabularyAttribute> attributes; // in the order of the schema
    bool anyAttribute = false; // others than those, too
    bool text = false; // may hold text
    QList<VocabularyChild> children;
    const VocabularyAttribute *attribute(QStringView attributeName) const; // null: none
};

// The words that our schema allows and where: for completion, and to say in plain words what the
// schema's verdict means. Read from the schema itself, so that they cannot disagree.
class Vocabulary
{
public:
    // ParseFailed: not a schema, or one that uses more of RelaxNG than cluster.rng says it does.
    static Expected<Vocabulary> fromSchema(QByteArrayView rng);
    // That of resources/schema/cluster.rng, read once; any thread.
    static const Vocabulary &ofClusterConf();

    const VocabularyElement &element(int index) const { return m_elements.at(index); }
    int root() const { return m_root; }
    // The child of that name; null: it is not known there.
    const VocabularyChild *child(int parent, QStringView name) const;
    // For each element of the document its word, -1 where it is not known (nor what is inside it).
    QList<int> wordsOf(const Document &document) const;

private:
    friend class VocabularyReader;
    QList<VocabularyElement> m_elements;
    int m_root = -1;
};

// resources/schema/cluster.rng as it was compiled in.
QByteArray clusterSchema();
} // namespace Core
