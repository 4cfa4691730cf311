// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/athand/bundle.h"

#include "core/athand/filenames.h"
#include "core/base/wholefile.h"
#include "core/clusterconf/secretmask.h"
#include "core/model/textdump.h"

#include <QSet>

namespace Core
{
namespace
{
constexpr auto readme = R"(Diagnostic bundle of Binome.

versions.txt     the program and this computer
profile.json     how the cluster is reached
snapshot.txt     what was known at that moment, by whom
timeline.txt     what changed since the program opened the cluster
journal.txt      what was done from this computer
program.log      what the program itself noted
evidence/        the last output of each question, by machine
cluster.conf/    the configuration as it lies on the nodes

Passwords are replaced by ***. Look through it before you hand it on: names and addresses are in it.
)";

QByteArray when(const QDateTime &at)
{
    return at.toUTC().toString(Qt::ISODateWithMs).toLatin1();
}

QByteArray timeline(const QList<BundledEvent> &events)
{
    QByteArray text;
    for (const BundledEvent &told : events)
        text += when(told.at) + ' ' + told.event.machine.text().toUtf8() + ' '
            + logText(told.event.text).toUtf8() + '\n';
    return text;
}

QByteArray outcomeWords(const JournalEntry &entry)
{
    static constexpr const char *words[]
        = {"done", "not confirmed", "failed", "cancelled", "refused", "unknown"};
    if (!entry.outcome)
        return "not concluded";
    QByteArray text = words[size_t(entry.outcome->kind)];
    if (entry.outcome->error)
        text += ": " + logText(entry.outcome->error->what).toUtf8() + ' '
            + entry.outcome->error->detail.toUtf8();
    return text;
}

QByteArray story(const JournalEntry &entry)
{
    QByteArray text = when(entry.at) + ' ' + entry.user.toUtf8() + '@' + entry.host.toUtf8() + ' '
        + logText(entry.title).toUtf8() + " -> " + outcomeWords(entry) + '\n';
    if (!entry.reason.isEmpty())
        text += "  reason: " + entry.reason.toUtf8() + '\n';
    for (const JournalStep &step : entry.steps)
        text += "  step: " + logText(step.title).toUtf8() + "  " + step.preview.toUtf8() + '\n';
    for (const JournalLine &line : entry.lines)
        text += "  " + when(line.at) + ' ' + line.machine.text().toUtf8() + ' ' + line.text.toUtf8()
            + logText(line.message).toUtf8() + '\n';
    return text;
}

QByteArray journalText(const Expected<QList<JournalEntry>> &journal)
{
    if (!journal)
        return "The journal cannot be read: " + logText(journal.error().what).toUtf8() + '\n';
    QByteArray text;
    for (const JournalEntry &entry : *journal)
        text += story(entry);
    return text;
}

// Cleans and names what goes in.
class Folder
{
public:
    explicit Folder(const QByteArrayList &secrets) : m_redactor(secrets) { }
    void add(const QString &folder, const QString &name, const QString &suffix,
             const QByteArray &bytes)
    {
        const QString stem = folder + fileNameOf(QString::fromUtf8(m_redactor(name.toUtf8())));
        QString whole = stem + suffix;
        for (int i = 2; m_names.contains(whole.toLower()); ++i) // some systems look at no case
            whole = stem + u'-' + QString::number(i) + suffix;
        m_names << whole.toLower();
        m_files << ArchiveFile{QStringLiteral("binome-bundle/") + whole, m_redactor(bytes)};
    }
    const QList<ArchiveFile> &files() const { return m_files; }

private:
    const Redactor m_redactor;
    QSet<QString> m_names;
    QList<ArchiveFile> m_files;
};
} // namespace

QList<ArchiveFile> bundleFiles(const Bundle &bundle)
{
    const QString text = QStringLiteral(".txt");
    Folder folder(bundle.secrets);
    folder.add({}, QStringLiteral("README"), text, readme);
    folder.add({}, QStringLiteral("versions"), text, bundle.versions);
    folder.add({}, QStringLiteral("profile"), QStringLiteral(".json"), bundle.profile);
    folder.add({}, QStringLiteral("snapshot"), text, textDump(bundle.snapshot));
    folder.add({}, QStringLiteral("timeline"), text, timeline(bundle.events));
    folder.add({}, QStringLiteral("journal"), text, journalText(bundle.journal));
    folder.add({}, QStringLiteral("program"), QStringLiteral(".log"), bundle.programLog.join('\n'));
    for (const BundledOutput &output : bundle.outputs)
        folder.add(QStringLiteral("evidence/"), output.machine.text() + u'-' + output.name, text,
                   output.bytes);
    for (const BundledConf &conf : bundle.confs)
        folder.add(QStringLiteral("cluster.conf/"), conf.node.text() + u'-' + conf.place,
                   QStringLiteral(".xml"), masked(QString::fromUtf8(conf.bytes)).toUtf8());
    return folder.files();
}

Expected<void> writeBundle(const Bundle &bundle, const QString &file)
{
    const Expected<QByteArray> archive = zipped(bundleFiles(bundle), bundle.at);
    if (!archive)
        return tl::unexpected(archive.error());
    return writeWhole(file, *archive);
}
} // namespace Core
