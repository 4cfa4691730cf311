// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/confcheck.h"

#include "core/base/whendone.h"
#include "core/clusterconf/edit.h"
#include "core/clusterconf/reader.h"
#include "core/clusterconf/schema.h"
#include "core/clusterconf/secretmask.h"

#include <QPromise>

#include <algorithm>
#include <future>

namespace Gui
{
namespace
{
Core::Finding unwritable(const Core::TextSpan &span)
{
    Core::Finding finding;
    finding.id = QStringLiteral("C01");
    finding.severity = Core::Severity::Blocker;
    finding.text = Core::message(QT_TRANSLATE_NOOP(
        "Core", "This file is in ISO 8859-1, which does not have this character"));
    finding.span = span;
    return finding;
}

// What a thread more costs is little beside a large text, and much beside a small one.
constexpr qsizetype worthAThread = 64 * 1024; // characters

// The schema's verdict and the secrets on a thread of their own, beside our rules.
void judge(ConfVerdict &verdict, const ConfQuestion &question, const Core::Document &document,
           const Core::LintContext &context)
{
    auto beside = std::async(
        document.text().size() > worthAThread ? std::launch::async : std::launch::deferred, [&] {
            verdict.secrets = Core::secretRanges(question.text);
            return Core::schemaVerdict(document);
        });
    verdict.lint = Core::lint(document, context, [&beside] { return beside.get(); });
}
} // namespace

std::optional<ConfVerdict> verdictOn(const ConfQuestion &question, const std::stop_token &stop)
{
    ConfVerdict verdict;
    verdict.change = question.change;
    Core::LintContext context = question.facts;
    context.running = question.running.get();
    const QByteArray bytes = question.file.encoded(question.text);
    Core::Expected<Core::Document> document = Core::Document::fromBytes(bytes);
    if (stop.stop_requested())
        return std::nullopt;
    if (document) {
        judge(verdict, question, *document, context);
    } else {
        verdict.secrets = Core::secretRanges(question.text);
        verdict.lint = Core::lint(document.error(), bytes.size());
    }
    if (stop.stop_requested())
        return std::nullopt;
    if (const auto span = question.file.unwritable(question.text)) {
        verdict.lint.findings.prepend(unwritable(*span));
        return verdict; // what was judged has another character there
    }
    if (!document)
        return verdict;
    verdict.document = std::make_shared<const Core::Document>(std::move(*document));
    verdict.version = Core::configVersionOf(*verdict.document);
    const QList<quint32> &versions = context.knownVersions;
    const auto highest = std::max_element(versions.cbegin(), versions.cend());
    const quint32 known = highest == versions.cend() ? 0 : *highest;
    if (const auto raise = Core::raisedVersion(*verdict.document, known))
        verdict.raise = *raise;
    return verdict;
}

ConfCheck::ConfCheck(QObject *parent) : QObject(parent)
{
    m_worker.setMaxThreadCount(1);
}

void ConfCheck::ask(ConfQuestion question)
{
    if (m_busy) {
        m_stop.request_stop();
        m_next = std::move(question);
    } else {
        start(std::move(question));
    }
}

void ConfCheck::start(ConfQuestion question)
{
    m_busy = true;
    m_stop = std::stop_source();
    auto promise = std::make_shared<QPromise<std::optional<ConfVerdict>>>();
    Core::whenDone(promise->future(), this, [this](const std::optional<ConfVerdict> &verdict) {
        m_busy = false;
        if (verdict)
            m_retired = std::exchange(m_last, *verdict);
        if (m_next) {
            ConfQuestion next = std::move(*m_next);
            m_next.reset();
            start(std::move(next));
        }
        if (verdict)
            emit judged(*verdict);
    });
    promise->start();
    m_worker.start([promise, question = std::move(question), stop = m_stop.get_token(),
                    retired = std::exchange(m_retired, {})]() mutable {
        promise->addResult(verdictOn(question, stop));
        promise->finish();
        retired = {};
    });
}
} // namespace Gui
