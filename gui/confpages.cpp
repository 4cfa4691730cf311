// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/confpages.h"

#include "core/action/activateplan.h"
#include "core/base/whendone.h"
#include "core/clusterconf/confreader.h"
#include "core/clusterconf/rollback.h"
#include "core/store/confhistory.h"
#include "gui/confcomparepage.h"
#include "gui/confhistorypage.h"
#include "gui/confpanel.h"
#include "gui/confpasswords.h"

#include <algorithm>

namespace Gui
{
namespace
{
constexpr int textPage = 0;

const QString edited = QStringLiteral("edited");
const QString committed = QStringLiteral("committed");

QString kept(qint64 id)
{
    return u'@' + QString::number(id);
}

std::function<QFuture<Core::Expected<QByteArray>>()> always(const QByteArray &text)
{
    return [text] { return QtFuture::makeReadyFuture(Core::Expected<QByteArray>(text)); };
}
} // namespace

ConfPages::ConfPages(const Theme &theme, ClusterSource &source, ConfPanel &panel)
    : QObject(&panel), m_source(source), m_panel(panel), m_compare(new ConfComparePage(theme)),
      m_history(new ConfHistoryPage(theme))
{
    m_comparePage = panel.addPage(m_compare, [] { return tr("Compare"); });
    m_historyPage = panel.addPage(m_history, [] { return tr("History"); });
    connect(&theme, &Theme::changed, m_compare, &ConfComparePage::restyle);
    connect(&theme, &Theme::changed, m_history, &ConfHistoryPage::restyle);
    connectParts();
    renewSides();
    m_compare->compare(committed, edited);
    readHistory();
}

void ConfPages::connectParts()
{
    connect(&m_panel, &ConfPanel::textChanged, m_compare, &ConfComparePage::refresh);
    connect(&m_panel, &ConfPanel::fileRead, this, [this] {
        renewSides();
        renewConcurrent();
    });
    connect(&m_panel, &ConfPanel::theirsFound, this, &ConfPages::renewConcurrent);
    connect(m_history, &ConfHistoryPage::compareWanted, this, [this](qint64 before, qint64 after) {
        m_compare->compare(kept(before), after < 0 ? edited : kept(after));
        showCompare();
    });
    connect(m_history, &ConfHistoryPage::rollBackWanted, this, &ConfPages::rollBack);
    const Core::ConfReader *reader = m_source.confReader();
    if (reader && reader->history)
        connect(reader->history, &Core::ConfHistory::changed, this, &ConfPages::readHistory);
}

void ConfPages::showCompare()
{
    m_panel.showPage(m_comparePage);
}

void ConfPages::showHistory()
{
    m_panel.showPage(m_historyPage);
}

void ConfPages::readHistory()
{
    const Core::ConfReader *reader = m_source.confReader();
    m_history->setRollBackAllowed(reader && reader->history,
                                  tr("A recording keeps no versions of cluster.conf."));
    if (!reader || !reader->history)
        return;
    Core::whenDone(reader->history->versions(), this,
                   [this](const Core::Expected<Core::ConfVersions> &versions) {
                       m_history->show(versions);
                       renewSides();
                   });
}

// ---- what can be compared

// Read from the other nodes when it is asked for.
QList<ConfSide> ConfPages::sidesOfOthers() const
{
    QList<ConfSide> sides;
    const Core::ConfReader *reader = m_source.confReader();
    for (const Core::Machine &machine : m_source.snapshot()->machines) {
        if (!reader || machine.kind != Core::MachineKind::Node
            || machine.name == m_panel.files().node)
            continue;
        const auto text = [reader, node = machine.name] {
            return reader->read(node).then(
                [](const Core::Expected<Core::ConfFiles> &files) -> Core::Expected<QByteArray> {
                    if (!files)
                        return tl::unexpected(files.error());
                    return files->local.value_or(files->opened());
                });
        };
        sides << ConfSide{machine.name.text() + QStringLiteral(":local"),
                          tr("read by cman on %1").arg(machine.name.text()), text};
    }
    return sides;
}

void ConfPages::renewSides()
{
    QList<ConfSide> sides{
        {edited, tr("the text in the editor"),
         [this] { return QtFuture::makeReadyFuture(Core::Expected<QByteArray>(m_panel.text())); }}};
    const Core::ConfFiles &files = m_panel.files();
    const QString node = files.node.text();
    if (files.committed)
        sides << ConfSide{committed, tr("committed on %1").arg(node), always(*files.committed)};
    if (files.pending)
        sides << ConfSide{QStringLiteral("pending"), tr("pending on %1").arg(node),
                          always(*files.pending)};
    if (files.local)
        sides << ConfSide{QStringLiteral("local"), tr("read by cman on %1").arg(node),
                          always(*files.local)};
    sides << sidesOfOthers();
    const Core::ConfReader *reader = m_source.confReader();
    for (const Core::ConfVersion &version : m_history->versions()) {
        if (version.kept)
            sides << ConfSide{kept(version.id),
                              tr("version %1, first seen %2")
                                  .arg(versionText(version),
                                       QLocale().toString(version.firstSeen().toLocalTime(),
                                                          QLocale::ShortFormat)),
                              [reader, id = version.id] { return reader->history->text(id); },
                              true};
    }
    m_compare->setSides(sides);
}

void ConfPages::renewConcurrent()
{
    std::optional<std::array<QByteArray, 3>> texts;
    if (const auto &theirs = m_panel.theirs())
        texts = {m_panel.files().opened(), m_panel.text(), theirs->opened()};
    m_compare->setConcurrent(texts);
}

// ---- the way back

QByteArrayList ConfPages::currentTexts() const
{
    const Core::ConfReader *reader = m_source.confReader();
    QByteArrayList texts = reader && reader->current ? reader->current() : QByteArrayList();
    for (const auto &file :
         {m_panel.files().committed, m_panel.files().local, m_panel.files().pending}) {
        if (file)
            texts << *file;
    }
    return texts;
}

quint32 ConfPages::highestNumber() const
{
    return std::max(Core::highestNumber(m_history->versions()),
                    Core::highestVersionKnown(*m_source.snapshot()));
}

void ConfPages::rollBack(qint64 id)
{
    const Core::ConfReader *reader = m_source.confReader();
    const Core::ConfVersions &versions = m_history->versions();
    const auto version = std::find_if(versions.begin(), versions.end(),
                                      [id](const Core::ConfVersion &one) { return one.id == id; });
    if (!reader || !reader->history || version == versions.end())
        return;
    Core::whenDone(reader->history->text(id), this,
                   [this, version = *version](const Core::Expected<QByteArray> &text) {
                       take(version, text);
                   });
}

void ConfPages::take(const Core::ConfVersion &version, const Core::Expected<QByteArray> &text)
{
    const Core::Expected<Core::Rollback> made = text.and_then([this](const QByteArray &masked) {
        return Core::rolledBack(masked, currentTexts(), highestNumber());
    });
    if (!made)
        m_history->show(tl::unexpected(made.error()));
    else if (made->missing.isEmpty())
        put(made->text);
    else
        ask(version, *text);
}

void ConfPages::ask(const Core::ConfVersion &version, const QByteArray &masked)
{
    const Core::Expected<Core::Rollback> made
        = Core::rolledBack(masked, currentTexts(), highestNumber());
    auto *dialog = new ConfPasswords(versionText(version), made->missing, m_history);
    connect(dialog, &QDialog::accepted, this, [this, dialog, masked] {
        const Core::Expected<Core::Rollback> whole
            = Core::rolledBack(masked, currentTexts(), highestNumber(), dialog->given());
        if (whole && whole->missing.isEmpty())
            put(whole->text);
    });
    dialog->open();
}

void ConfPages::put(const QByteArray &text)
{
    m_panel.setText(text);
    m_panel.showPage(textPage);
}
} // namespace Gui
