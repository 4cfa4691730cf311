// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/confpanel.h"

#include "core/action/activateplan.h"
#include "core/base/whendone.h"
#include "core/clusterconf/confreader.h"
#include "core/clusterconf/edit.h"
#include "core/clusterconf/lintfacts.h"
#include "core/clusterconf/reader.h"
#include "core/clusterconf/secretmask.h"
#include "core/store/confhistory.h"
#include "gui/actionnotice.h"
#include "gui/confeditor.h"
#include "gui/conffindings.h"
#include "gui/confform.h"
#include "gui/confrecipes.h"

#include <QCryptographicHash>
#include <QSpinBox>

#include <algorithm>

namespace Gui
{
namespace
{
constexpr int askingDelay = 0; // ms: in the next turn; what comes while one is judged is one text
constexpr qsizetype coveredAtOnce = 256 * 1024; // bytes; what pmxcfs takes is searched in no time

QByteArray sumOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

bool isQuorate(const Core::Machine &machine)
{
    return machine.kind == Core::MachineKind::Node && machine.quorum.value && !machine.quorum.error
        && machine.quorum.value->quorate;
}

// Read once: a large file takes its time.
QList<quint32> versionsIn(const Core::ConfFiles &files)
{
    QByteArrayList texts;
    QList<quint32> versions;
    for (const auto &file : {files.committed, files.pending, files.local}) {
        if (!file || texts.contains(*file))
            continue;
        texts << *file;
        const auto config = Core::readClusterConfig(*file);
        if (config && config->version && !versions.contains(*config->version))
            versions << *config->version;
    }
    return versions;
}
} // namespace

ConfPanel::ConfPanel(const Theme &theme, ClusterSource &source, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_source(source), m_snapshot(source.snapshot())
{
    build();
    connectParts();
    retranslate();
}

ConfPanel::~ConfPanel() = default;

void ConfPanel::connectParts()
{
    m_asking.setSingleShot(true);
    m_asking.setInterval(askingDelay);
    connect(&m_asking, &QTimer::timeout, this, &ConfPanel::ask);
    connect(m_editor, &QsciScintilla::textChanged, this, &ConfPanel::changed);
    connect(m_editor, &ConfEditor::markClicked, m_findings, &ConfFindings::selectLine);
    connect(m_findings, &ConfFindings::picked, m_editor, &ConfEditor::jumpTo);
    connect(m_findings, &ConfFindings::fixWanted, this, [this](const Core::Fix &fix) {
        if (isJudged() && !m_readOnly)
            m_editor->apply(fix.edits);
    });
    connect(m_form, &ConfForm::changeWanted, this, &ConfPanel::change);
    connect(&m_check, &ConfCheck::judged, this, &ConfPanel::takeVerdict);
    connect(m_version, &QSpinBox::valueChanged, this, &ConfPanel::setVersion);
    const Core::ConfReader *reader = m_source.confReader();
    if (reader && reader->history) // the other node's file may be another one
        connect(reader->history, &Core::ConfHistory::changed, this, &ConfPanel::judgeAgain);
}

// ---- the file

// A quorate node, as the plan of an activation does; else any that answers, to look at.
Core::NodeName ConfPanel::nodeToAsk() const
{
    Core::NodeName answering;
    for (const Core::Machine &machine : m_snapshot->machines) {
        const bool node = machine.kind == Core::MachineKind::Node;
        const bool told = machine.configFile.value && !machine.configFile.error;
        if (node && told && isQuorate(machine))
            return machine.name;
        if (node && answering.isEmpty() && machine.contact.state == Core::ContactState::Connected)
            answering = machine.name;
    }
    return answering;
}

void ConfPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_open)
        read();
}

void ConfPanel::show(const ClusterView &view)
{
    m_snapshot = view.snapshot;
    if (!m_open && isVisible() && !m_error)
        read();
    else if (m_open)
        compareWithCommitted();
    judgeAgain();
    update();
}

void ConfPanel::judgeAgain()
{
    if (m_open && isJudged() && m_facts != facts()) // else it is asked about soon anyway
        m_asking.start();
}

void ConfPanel::read()
{
    const Core::NodeName node = nodeToAsk();
    if (m_reading || node.isEmpty())
        return;
    const Core::ConfReader *reader = m_source.confReader();
    if (!reader) {
        readEvidence(node);
        return;
    }
    m_reading = true;
    update();
    Core::whenDone(reader->read(node), this,
                   [this](const Core::Expected<Core::ConfFiles> &files) { take(files); });
}

// A recording has what a probe saw, without its passwords: to be looked at only.
void ConfPanel::readEvidence(const Core::NodeName &node)
{
    const Core::ProbeResult seen
        = m_source.evidence({node, Core::ProbeId(QStringLiteral("clusterconf")), 0, 0});
    if (seen.output.isEmpty() || seen.exitCode != 0 || (m_open && seen.output == m_text))
        return;
    m_readOnly = true;
    open({node, seen.output, {}, {}});
}

void ConfPanel::take(const Core::Expected<Core::ConfFiles> &files)
{
    m_reading = false;
    m_error = files ? std::nullopt : std::optional(files.error());
    const bool ours = files && files->opened() == m_text; // it was activated
    if (files && (!m_open || !isChanged() || ours)) {
        open(*files);
    } else if (files && files->opened() != m_files.opened()) {
        m_theirs = *files;
        emit theirsFound();
    }
    update();
}

void ConfPanel::open(Core::ConfFiles files)
{
    const bool same = m_open && files.opened() == m_text;
    m_files = std::move(files);
    m_fileVersions = versionsIn(m_files);
    m_theirs.reset();
    m_raisedAbove = 0;
    m_open = true;
    m_file = Core::ConfText::fromBytes(m_files.opened());
    const auto running = Core::Document::fromBytes(m_files.local.value_or(m_files.opened()));
    m_running = running ? std::make_shared<const Core::Document>(*running) : nullptr;
    if (!same) // else what can be undone stays so
        m_editor->begin(m_file.text);
    m_readOnly = m_readOnly || m_editor->text() != m_file.text; // a zero byte ends a text there
    m_editor->setReadOnly(m_readOnly);
    changed();
    emit fileRead();
}

// What the nodes say of their file by its checksum, against what was opened.
void ConfPanel::compareWithCommitted()
{
    if (!m_source.confReader()) {
        readEvidence(nodeToAsk());
        return;
    }
    const auto machine = m_snapshot->machines.constFind(nodeToAsk());
    if (machine == m_snapshot->machines.cend() || !machine->configFile.value || m_reading)
        return;
    const QByteArray now = machine->configFile.value->sha256;
    const QByteArray known = sumOf((m_theirs ? *m_theirs : m_files).opened());
    if (now != known)
        read();
}

void ConfPanel::reload()
{
    m_error.reset();
    read();
}

void ConfPanel::takeTheirs()
{
    if (!m_theirs)
        return;
    const Core::ConfFiles theirs = *m_theirs;
    m_editor->replaceAll(Core::ConfText::fromBytes(theirs.opened()).text);
    open(theirs);
}

// ---- the text

void ConfPanel::changed()
{
    ++m_change;
    m_typed = true;
    m_letters = m_editor->letters();
    m_text = m_file.encoded(m_letters);
    if (!isChanged())
        m_raisedAbove = 0;
    if (m_text.size() <= coveredAtOnce) // what was pasted is never shown in between
        m_editor->setSecrets(Core::secretRanges(m_letters));
    m_findings->setFixable(false);
    m_asking.start();
    update();
    emit textChanged();
}

void ConfPanel::setText(const QByteArray &text)
{
    if (m_open && !m_readOnly)
        m_editor->replaceAll(Core::ConfText::fromBytes(text).text);
}

QList<quint32> ConfPanel::knownVersions() const
{
    QList<quint32> known = m_fileVersions;
    const quint32 seen = Core::highestVersionKnown(*m_snapshot);
    if (seen > 0 && !known.contains(seen))
        known.prepend(seen);
    return known;
}

quint32 ConfPanel::highestKnown() const
{
    const QList<quint32> known = knownVersions();
    return known.isEmpty() ? 0 : *std::max_element(known.cbegin(), known.cend());
}

void ConfPanel::ask()
{
    ConfQuestion question;
    question.change = m_change;
    question.text = m_letters;
    question.file = m_file;
    question.file.text.clear();
    question.running = m_running;
    question.facts = m_facts = facts();
    m_check.ask(std::move(question));
}

// What the checks of a plan know as well, so that both find the same.
Core::LintContext ConfPanel::facts() const
{
    Core::LintContext facts = Core::lintFacts(*m_snapshot);
    // Of the file as it was opened everything is already known to run.
    facts.knownVersions = isChanged() ? knownVersions() : QList<quint32>();
    const Core::ConfReader *reader = m_source.confReader();
    if (reader && reader->differingCopy)
        facts.otherFile = reader->differingCopy(m_files.node);
    return facts;
}

void ConfPanel::takeVerdict(const ConfVerdict &verdict)
{
    m_verdict = verdict;
    if (!isJudged()) // a newer text is already asked about
        return;
    m_editor->setSecrets(verdict.secrets);
    m_editor->showFindings(verdict.lint.findings);
    m_findings->show(verdict.lint.findings);
    m_findings->setFixable(!m_readOnly);
    fillForm();
    raiseVersion();
    update();
    if (isJudged()) {
        openWantedRecipe();
        emit judged();
    }
}

// Once for what is known: who takes it back by hand is told by the checks, not fought with.
void ConfPanel::raiseVersion()
{
    const quint32 known = highestKnown();
    // Not when the picture moved: it may be this very text that runs since a moment.
    if (!std::exchange(m_typed, false))
        return;
    const bool low = m_verdict.version && *m_verdict.version <= known;
    if (!isChanged() || m_readOnly || !low || !m_verdict.raise || m_raisedAbove == known)
        return;
    m_raisedAbove = known;
    m_editor->apply({*m_verdict.raise});
}

void ConfPanel::setVersion(int version)
{
    m_raisedAbove = highestKnown();
    change([version](const Core::Document &document) -> QList<Core::TextEdit> {
        return {Core::setAttribute(document, 0, QStringLiteral("config_version"),
                                   QString::number(version))};
    });
}

// One that nobody looks at has time until somebody does, when it is large.
void ConfPanel::fillForm()
{
    if (m_form->isVisible() || m_text.size() <= coveredAtOnce)
        m_form->show(m_verdict.document, m_verdict.lint.timing, m_readOnly);
}

void ConfPanel::change(const std::function<QList<Core::TextEdit>(const Core::Document &)> &edits)
{
    const auto document = Core::Document::fromBytes(m_text);
    if (document && !m_readOnly)
        m_editor->apply(edits(*document));
}

QDialog *ConfPanel::openRecipe(ConfRecipeId recipe, int guest)
{
    const auto document = Core::Document::fromBytes(m_text);
    if (!document || m_readOnly)
        return nullptr;
    ConfRecipeDialog *dialog
        = recipeDialog(recipe, *document, highestKnown(), m_theme, this, guest);
    connect(dialog, &ConfRecipeDialog::taken, this, &ConfPanel::setText);
    dialog->open();
    return dialog;
}

void ConfPanel::wantRecipe(ConfRecipeId recipe, int guest)
{
    m_wantedRecipe = {recipe, guest};
    openWantedRecipe();
}

void ConfPanel::openWantedRecipe()
{
    if (m_wantedRecipe && m_open && isJudged()
        && openRecipe(m_wantedRecipe->first, m_wantedRecipe->second))
        m_wantedRecipe.reset();
}
} // namespace Gui
