// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/linediff.h"
#include "core/clusterconf/lint.h"
#include "core/clusterconf/numbers.h"

#include <QHash>

#include <algorithm>

namespace Core
{
namespace
{
constexpr qsizetype longestFile = 1024 * 1024;

struct Setting {
    QString value;
    TextSpan span;
};

// "totem {", "  token: 1000", "}" (corosync.conf(5)); a key of a section inside of a section is
// "quorum/device/model". The last of two equal keys counts, as for corosync.
class CorosyncReader
{
public:
    explicit CorosyncReader(QStringView text) : m_lines(linesOf(text)) { }

    bool read()
    {
        for (int i = 0; i < m_lines.size() && !m_fault; ++i)
            readLine(i);
        if (!m_fault && !m_sections.isEmpty())
            m_fault = Finding{QStringLiteral("C01"),
                              Severity::Blocker,
                              message(QT_TRANSLATE_NOOP("Core", "the section “%1” is never closed"),
                                      {m_sections.last()}),
                              {},
                              TextSpan{int(std::max<qsizetype>(1, m_lines.size())), 1, 1},
                              source()};
        return !m_fault;
    }

    const Finding &fault() const { return *m_fault; }
    const Setting *find(const char *key) const
    {
        const auto found = m_settings.constFind(QString::fromLatin1(key));
        return found == m_settings.constEnd() ? nullptr : &*found;
    }
    bool has(const char *section) const { return m_seen.contains(QString::fromLatin1(section)); }
    bool isOn(const char *key) const
    {
        const Setting *setting = find(key);
        return setting && leadingNumber(setting->value).value_or(0) != 0;
    }

    static QString source() { return QStringLiteral("corosync.conf(5)"); }

private:
    void readLine(int index)
    {
        const QStringView line = m_lines.at(index).trimmed();
        if (line.isEmpty() || line.startsWith(u'#'))
            return;
        const qsizetype colon = line.indexOf(u':');
        if (line.endsWith(u'{') && colon < 0)
            begin(line.chopped(1).trimmed().toString());
        else if (line == u"}" && !m_sections.isEmpty())
            m_sections.removeLast();
        else if (colon > 0)
            m_settings.insert(path(line.first(colon).trimmed().toString()),
                              {line.sliced(colon + 1).trimmed().toString(), spanOf(index)});
        else
            m_fault = Finding{
                QStringLiteral("C01"),
                Severity::Blocker,
                message(QT_TRANSLATE_NOOP("Core", "neither a section nor a setting stands here")),
                {},
                spanOf(index),
                source()};
    }

    void begin(const QString &name)
    {
        m_sections.append(name);
        m_seen.insert(m_sections.join(u'/'), true);
    }

    QString path(const QString &key) const { return (m_sections + QStringList{key}).join(u'/'); }

    TextSpan spanOf(int index) const
    {
        const QStringView line = m_lines.at(index);
        const QStringView trimmed = line.trimmed();
        return {index + 1, int(trimmed.data() - line.data()) + 1, int(trimmed.size())};
    }

    const QList<QStringView> m_lines;
    QStringList m_sections;
    QHash<QString, bool> m_seen;
    QHash<QString, Setting> m_settings;
    std::optional<Finding> m_fault;
};

void tell(QList<Finding> &findings, const char *id, const Setting &place, Message text,
          Message reason)
{
    Finding finding{
        QString::fromLatin1(id),        Severity::Error, std::move(text), {}, place.span,
        QStringLiteral("votequorum(5)")};
    finding.reason = std::move(reason);
    findings << finding;
}

void judgeDevice(QList<Finding> &findings, const CorosyncReader &conf)
{
    if (!conf.has("quorum/device"))
        return;
    for (const char *key : {"quorum/auto_tie_breaker", "quorum/last_man_standing"}) {
        if (conf.isOn(key))
            tell(findings, "C17", *conf.find(key),
                 message(QT_TRANSLATE_NOOP("Core", "%1 and a quorum device exclude each other"),
                         {QString::fromLatin1(key).section(u'/', -1)}),
                 message(QT_TRANSLATE_NOOP(
                     "Core",
                     "corosync turns the device off, and nobody notices before a node is lost")));
    }
}

void judgeTwoNode(QList<Finding> &findings, const CorosyncReader &conf)
{
    if (!conf.isOn("quorum/two_node"))
        return;
    if (conf.find("totem/config_version")) // Proxmox VE writes it
        tell(findings, "C18", *conf.find("quorum/two_node"),
             message(QT_TRANSLATE_NOOP("Core",
                                       "two_node and the HA of Proxmox VE do not work together")),
             message(QT_TRANSLATE_NOOP("Core",
                                       "its nodes fence themselves when they lose the quorum, and "
                                       "with two_node they never do")));
    const Setting *wait = conf.find("quorum/wait_for_all");
    if (wait && !conf.isOn("quorum/wait_for_all"))
        tell(findings, "C19", *wait,
             message(QT_TRANSLATE_NOOP("Core", "wait_for_all is off beside two_node")),
             message(QT_TRANSLATE_NOOP(
                 "Core",
                 "a node that boots alone fences its peer, which does the same in its turn")));
}
} // namespace

bool looksLikeCorosync(QByteArrayView bytes)
{
    for (const QByteArrayView &word :
         {QByteArrayView("totem"), QByteArrayView("quorum"), QByteArrayView("nodelist")}) {
        const qsizetype at = bytes.first(std::min(bytes.size(), longestFile)).indexOf(word);
        if (at >= 0 && QByteArrayView(bytes.sliced(at + word.size())).trimmed().startsWith('{'))
            return !bytes.trimmed().startsWith('<');
    }
    return false;
}

LintResult lintCorosync(QByteArrayView bytes)
{
    LintResult result;
    if (bytes.size() > longestFile) {
        result.findings << Finding{
            QStringLiteral("C01"),
            Severity::Blocker,
            message(QT_TRANSLATE_NOOP("Core", "the file is larger than %1"), {Bytes{longestFile}}),
            {},
            TextSpan{1, 1, 1},
            CorosyncReader::source()};
        return result;
    }
    const QString text = QString::fromUtf8(bytes);
    CorosyncReader conf(text);
    result.wellFormed = conf.read();
    if (!result.wellFormed) {
        result.findings << conf.fault();
        return result;
    }
    judgeDevice(result.findings, conf);
    judgeTwoNode(result.findings, conf);
    return result;
}
} // namespace Core
