// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clusterconf/edit.h"
#include "core/clusterconf/recipes.h"

namespace Core
{
// A document under several changes that build on each other; the first that fails stays the error.
class Draft
{
public:
    explicit Draft(const Document &document) : m_document(document) { }

    const Document &document() const { return m_document; }
    const ConfElement &at(int element) const { return m_document.elements().at(element); }
    int indexOf(const QList<QStringView> &path) const { return m_document.indexOf(path); }
    int node(const QString &name) const; // index of <clusternode>; -1: none
    int deviceNamed(const QString &name) const; // of <fencedevice>; -1: none
    QList<int> nodes() const;
    QList<int> methodsOf(int node) const;

    void apply(const QList<TextEdit> &edits);
    void set(int element, const char *name, const QString &value);
    void remove(int element, const char *name); // may be missing
    void insert(int parent, const NewElement &element, int before = -1);
    // The section below the root, made behind `behind` (or as the last) when it is not there.
    int section(const char *name, const char *behind = nullptr);

    void refuse(Message why);
    bool failed() const { return m_error.has_value(); }
    Expected<Recipe> finished(quint32 highestKnown, QList<Message> steps);

private:
    Document m_document;
    std::optional<Error> m_error;
};
} // namespace Core
