// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clusterconf/document.h"

#include <utility>

// Changes to cluster.conf as text: what is not changed keeps its bytes, comments, quotes, blanks
// and line ends included. Each function says what to replace; edited() does it.
namespace Core
{
// An element that is not there yet.
struct NewElement {
    QString name;
    QList<std::pair<QString, QString>> attributes;
    QList<NewElement> children;
};

// The value in the quotes it has; an attribute that is not there comes behind the last one, in its
// style. `element` is an index into elements().
TextEdit setAttribute(const Document &document, int element, const QString &name,
                      const QString &value);
// The attribute and the blanks before it; none: it is not there.
std::optional<TextEdit> removeAttribute(const Document &document, int element, QStringView name);

// As the last child of `parent`, or in front of its child `before`; on lines of its own, in the
// indentation of its siblings, where the parent's content has lines.
TextEdit insertElement(const Document &document, int parent, const NewElement &element,
                       int before = -1);
// With its line when nothing else stands there. Not for the root.
TextEdit removeElement(const Document &document, int element);

// The text after edits that do not overlap, in any order.
QString applied(const QString &text, QList<TextEdit> edits);
// The document after them. ParseFailed: they make no well-formed text, for example by a character
// that XML cannot hold.
Expected<Document> edited(const Document &document, const QList<TextEdit> &edits);

// config_version is kept as a signed int by cman.
constexpr quint32 highestVersion = 2'147'483'647;
// The version set to one above the highest that is known anywhere: running, committed, pending.
// Refused: no number is left.
Expected<TextEdit> raisedVersion(const Document &document, quint32 highestKnown);
} // namespace Core
