// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/lintsheet.h"
#include "core/clusterconf/secretmask.h"

namespace Core
{
namespace
{
constexpr qsizetype pmxcfsLimit = 128 * 1024; // bytes

void judgeSize(LintSheet &sheet)
{
    const qsizetype size = sheet.document.bytes().size();
    if (size > pmxcfsLimit)
        sheet.tell(
            {"conf.size", Severity::Warning, sheet.place(0),
             message(QT_TRANSLATE_NOOP(
                         "Core", "the file has %1, more than the %2 that pmxcfs keeps for sure"),
                     {Bytes{size}, Bytes{pmxcfsLimit}}),
             message(QT_TRANSLATE_NOOP("Core", "/etc/pve may cut it or refuse it")), "pmxcfs"});
}

void judgeEncoding(LintSheet &sheet)
{
    if (sheet.document.isLatin1())
        sheet.tell({"conf.encoding",
                    Severity::Warning,
                    {0, 1},
                    message(QT_TRANSLATE_NOOP("Core", "the file is written in ISO 8859-1")),
                    message(QT_TRANSLATE_NOOP(
                        "Core", "Proxmox VE takes it for UTF-8 and writes it back as such")),
                    "PVE::Cluster"});
    if (sheet.document.hasByteOrderMark())
        sheet.tell({"conf.mark",
                    Severity::Note,
                    {0, 1},
                    message(QT_TRANSLATE_NOOP("Core", "the file begins with a byte order mark")),
                    message(QT_TRANSLATE_NOOP(
                        "Core", "not every reader of cluster.conf is known to skip it")),
                    "XML 1.0"});
    if (sheet.document.text().contains(QStringLiteral("\r\n")))
        sheet.tell({"conf.lineends",
                    Severity::Note,
                    {sheet.document.text().indexOf(QStringLiteral("\r\n")), 1},
                    message(QT_TRANSLATE_NOOP("Core", "lines end in CR LF, as on Windows")),
                    message(QT_TRANSLATE_NOOP(
                        "Core", "they are kept as they are; XML readers do not mind")),
                    "XML 1.0"});
}

void judgeProlog(LintSheet &sheet)
{
    const QStringView before
        = QStringView(sheet.document.text()).first(sheet.document.root().startTag.start);
    const qsizetype doctype = before.indexOf(u"<!DOCTYPE");
    if (doctype >= 0)
        sheet.tell({"conf.doctype",
                    Severity::Warning,
                    {doctype, 9},
                    message(QT_TRANSLATE_NOOP("Core", "the file names a document type")),
                    message(QT_TRANSLATE_NOOP("Core",
                                              "no reader of cluster.conf needs one; it is never "
                                              "fetched here, but another program may try")),
                    "XML 1.0"});
}

void judgeComments(LintSheet &sheet)
{
    const qsizetype comment = sheet.document.text().indexOf(QStringLiteral("<!--"));
    if (comment >= 0)
        sheet.tell({"conf.comments",
                    Severity::Note,
                    {comment, 4},
                    message(QT_TRANSLATE_NOOP(
                        "Core",
                        "comments are lost when Proxmox VE's own web interface changes this file")),
                    {},
                    "PVE::Cluster"});
}

// PVE's writer escapes nothing but quotes, and uses three names for itself.
void judgeAttribute(LintSheet &sheet, const ConfAttribute &attribute)
{
    // Escaped they take more room than read, so that one look is enough for almost every value.
    const bool unsafe = attribute.value.size() != attribute.valueRange.size
        && (attribute.value.contains(u'&') || attribute.value.contains(u'<'));
    if (unsafe)
        sheet.tell(
            {"conf.escape", Severity::Warning, attribute.range,
             message(QT_TRANSLATE_NOOP("Core", "the value of “%1” holds “&” or “<”"),
                     {attribute.name}),
             message(QT_TRANSLATE_NOOP("Core",
                                       "a change by Proxmox VE's own web interface writes it back "
                                       "without its escape, and the file is broken")),
             "PVE::Cluster"});
    for (const QStringView reserved : {u"id", u"text", u"children"}) {
        if (attribute.name == reserved)
            sheet.tell(
                {"conf.reserved",
                 Severity::Warning,
                 attribute.range,
                 message(
                     QT_TRANSLATE_NOOP(
                         "Core", "an attribute “%1” is dropped by Proxmox VE's own web interface"),
                     {attribute.name}),
                 {},
                 "PVE::Cluster"});
    }
    if (isSecret(attribute.name) && !attribute.value.isEmpty())
        sheet.tell({"C27", Severity::Note, attribute.range,
                    message(QT_TRANSLATE_NOOP("Core", "“%1” is readable here"), {attribute.name}),
                    message(QT_TRANSLATE_NOOP("Core",
                                              "it is masked in every diff and export; "
                                              "passwd_script would keep it out of the file")),
                    "fence_ipmilan(8)"});
}
} // namespace

void judgeFile(LintSheet &sheet)
{
    judgeSize(sheet);
    judgeEncoding(sheet);
    judgeProlog(sheet);
    judgeComments(sheet);
    for (const ConfElement &element : sheet.document.elements()) {
        for (const ConfAttribute &attribute : element.attributes)
            judgeAttribute(sheet, attribute);
    }
}

QList<Finding> exportBlockers(const QString &text)
{
    QList<Finding> found;
    for (const TextRange &secret : secretRanges(text)) {
        const QStringView before = QStringView(text).first(secret.start);
        if (QStringView(text).sliced(secret.start, secret.size) == u"***")
            continue; // masked already
        const TextSpan span{int(before.count(u'\n')) + 1,
                            int(secret.start - (before.lastIndexOf(u'\n') + 1)) + 1,
                            int(secret.size)};
        found << Finding{
            QStringLiteral("C27"),
            Severity::Blocker,
            message(QT_TRANSLATE_NOOP("Core", "a password would leave the console in clear")),
            {},
            span,
            QStringLiteral("C27")};
    }
    return found;
}
} // namespace Core
