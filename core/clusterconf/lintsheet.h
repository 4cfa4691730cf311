// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clusterconf/edit.h"
#include "core/clusterconf/lint.h"
#include "core/clusterconf/numbers.h"

#include <QHash>

namespace Core
{
struct Told {
    const char *id;
    Severity severity;
    TextRange place;
    Message text;
    Message reason;
    const char *source; // of the rule
    std::optional<Fix> fix;
};

// What the rules read and where they write: one for each run of lint().
class LintSheet
{
public:
    LintSheet(const Document &read, const LintContext &known);

    const Document &document;
    const LintContext &context;
    const QList<int> nodes; // indexes of <clusternode>
    const QList<int> devices; // of <fencedevice>
    QList<Finding> findings;

    const ConfElement &at(int element) const { return document.elements().at(element); }
    // Every element at a path below the root, since nothing forbids a section twice.
    QList<int> all(const QList<QStringView> &path) const;
    // The attribute, or the tag when it is not there.
    TextRange place(int element, QStringView attribute = {}) const;
    std::optional<int> number(int element, QStringView attribute) const;
    // As atoi() of the daemons: what is no number is 0.
    bool isOn(int element, QStringView attribute) const;
    // A value of a device as fenced hands it over: <fencedevice> wins over <device>.
    QString deviceValue(int use, QStringView attribute) const;
    int deviceNamed(const QString &name) const; // the first <fencedevice>; -1: none
    int deviceOf(int use) const; // the <fencedevice> that a <device> names; -1: none
    QList<int> methodsOf(int node) const; // <method>
    QList<int> usesOf(int method) const; // <device>
    int votesOf(int node) const { return number(node, u"votes").value_or(1); }

    void tell(Told told);

private:
    QHash<QString, int> m_devices; // <fencedevice> by name
    mutable QList<int> m_used; // of each element its <fencedevice>; asked by nearly every rule
};

// "Fix": one attribute.
Fix settingFix(const Document &document, int element, const QString &name, const QString &value);
Fix removingFix(const Document &document, int element, const QString &name);

// A file each.
void judgeFile(LintSheet &sheet);
void judgeVersion(LintSheet &sheet);
void judgeNodes(LintSheet &sheet);
void judgeVotes(LintSheet &sheet);
void judgeNetwork(LintSheet &sheet);
void judgeQuorumDisk(LintSheet &sheet);
void judgeQuorumTiming(LintSheet &sheet);
void judgeFencing(LintSheet &sheet);
void judgeFenceMethods(LintSheet &sheet);
void judgeFenceDaemon(LintSheet &sheet);
void judgeServices(LintSheet &sheet);
void judgeEffects(LintSheet &sheet);
} // namespace Core
