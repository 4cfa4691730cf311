// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/lint.h"

#include "core/clusterconf/lintsheet.h"
#include "core/clusterconf/schema.h"
#include "core/clusterconf/secretmask.h"

#include <algorithm>

namespace Core
{
LintSheet::LintSheet(const Document &read, const LintContext &known)
    : document(read), context(known), nodes(all({u"clusternodes", u"clusternode"})),
      devices(all({u"fencedevices", u"fencedevice"}))
{
    m_devices.reserve(devices.size());
    for (const int device : devices) {
        if (const QString name = at(device).value(u"name"); !m_devices.contains(name))
            m_devices.insert(name, device);
    }
}

QList<int> LintSheet::all(const QList<QStringView> &path) const
{
    QList<int> found{0};
    for (const QStringView name : path) {
        QList<int> next;
        for (const int element : std::as_const(found))
            next += document.children(element, name);
        found = next;
    }
    return found;
}

TextRange LintSheet::place(int element, QStringView attribute) const
{
    const ConfAttribute *there = attribute.isEmpty() ? nullptr : at(element).attribute(attribute);
    return there ? there->range : at(element).startTag;
}

std::optional<int> LintSheet::number(int element, QStringView attribute) const
{
    return leadingNumber(at(element).value(attribute));
}

bool LintSheet::isOn(int element, QStringView attribute) const
{
    return number(element, attribute).value_or(0) != 0;
}

QString LintSheet::deviceValue(int use, QStringView attribute) const
{
    const int device = deviceOf(use);
    const ConfAttribute *own = device < 0 ? nullptr : at(device).attribute(attribute);
    return own ? own->value : at(use).value(attribute);
}

int LintSheet::deviceNamed(const QString &name) const
{
    return m_devices.value(name, -1);
}

int LintSheet::deviceOf(int use) const
{
    constexpr int notAsked = -2;
    if (m_used.isEmpty())
        m_used.fill(notAsked, document.elements().size());
    int &device = m_used[use];
    if (device == notAsked)
        device = deviceNamed(at(use).value(u"name"));
    return device;
}

QList<int> LintSheet::methodsOf(int node) const
{
    QList<int> methods;
    for (const int fence : document.children(node, u"fence"))
        methods += document.children(fence, u"method");
    return methods;
}

QList<int> LintSheet::usesOf(int method) const
{
    return document.children(method, u"device");
}

void LintSheet::tell(Told told)
{
    Finding finding{QString::fromLatin1(told.id), told.severity,
                    std::move(told.text),         {},
                    document.span(told.place),    QString::fromLatin1(told.source)};
    finding.fix = std::move(told.fix);
    finding.reason = std::move(told.reason);
    findings << finding;
}

Fix settingFix(const Document &document, int element, const QString &name, const QString &value)
{
    return {message(QT_TRANSLATE_NOOP("Core", "set %1 to %2"), {name, value}),
            {setAttribute(document, element, name, value)}};
}

Fix removingFix(const Document &document, int element, const QString &name)
{
    const std::optional<TextEdit> edit = removeAttribute(document, element, name);
    return {message(QT_TRANSLATE_NOOP("Core", "remove %1"), {name}),
            edit ? QList{*edit} : QList<TextEdit>()};
}

namespace
{
LintResult malformed(const Error &error, bool forAll)
{
    Finding finding{QStringLiteral("C01"), Severity::Blocker,        error.what, {},
                    placeOf(error),        QStringLiteral("XML 1.0")};
    if (forAll)
        finding.reason = message(QT_TRANSLATE_NOOP(
            "Core",
            "no daemon can read such a file; one that is active already stops cman at its "
            "next start"));
    return {false, false, {finding}, {}};
}

void sort(QList<Finding> &findings)
{
    const auto rank = [](const Finding &finding) {
        return std::pair(-int(finding.severity), finding.span ? finding.span->line : 0);
    };
    QList<std::pair<std::pair<int, int>, qsizetype>> order; // small things are quicker to sort
    order.reserve(findings.size());
    for (qsizetype i = 0; i < findings.size(); ++i)
        order.append({rank(findings.at(i)), i});
    std::sort(order.begin(), order.end());
    QList<Finding> sorted;
    sorted.reserve(findings.size());
    for (const auto &[key, index] : std::as_const(order))
        sorted.append(std::move(findings[index]));
    findings = std::move(sorted);
}

constexpr auto rules = {judgeFile,         judgeVersion,     judgeNodes,        judgeVotes,
                        judgeNetwork,      judgeQuorumDisk,  judgeQuorumTiming, judgeFencing,
                        judgeFenceMethods, judgeFenceDaemon, judgeServices,     judgeEffects};
} // namespace

LintResult lint(QByteArrayView bytes, const LintContext &context)
{
    const Expected<Document> document = Document::fromBytes(bytes);
    return document ? lint(*document, context) : lint(document.error(), bytes.size());
}

LintResult lint(const Error &unread, qsizetype size)
{
    // What is merely too large for us may be read by others.
    constexpr qsizetype largest = 1024 * 1024;
    return malformed(unread, size <= largest);
}

LintResult lint(const Document &document, const LintContext &context)
{
    return lint(document, context, [&document] { return schemaVerdict(document); });
}

LintResult lint(const Document &document, const LintContext &context,
                const std::function<Expected<SchemaVerdict>()> &schema)
{
    LintSheet sheet(document, context);
    LintResult result;
    result.wellFormed = true;
    if (document.root().name == QStringLiteral("cluster")) {
        for (const auto judge : rules)
            judge(sheet);
        result.timing = quorumTiming(document);
    }
    QList<Finding> ours = std::exchange(sheet.findings, {});
    if (const Expected<SchemaVerdict> verdict = schema()) {
        result.schemaValid = verdict->valid;
        result.findings = verdict->findings;
    } else {
        sheet.tell({"C01", Severity::Blocker, sheet.place(0), verdict.error().what, {}, "libxml2"});
        result.findings = sheet.findings;
    }
    result.findings.append(std::move(ours));
    sort(result.findings);
    return result;
}
} // namespace Core
