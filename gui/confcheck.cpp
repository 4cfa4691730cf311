// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/confcheck.h"

#include "core/base/whendone.h"
#include "core/clusterconf/edit.h"
#include "core/clusterconf/reader.h"
#include "core/clusterconf/secretmask.h"

#include <QPromise>

#include <algorithm>

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
} // namespace

ConfVerdict verdictOn(const ConfQuestion &question)
{
    ConfVerdict verdict;
    verdict.change = question.change;
    verdict.secrets = Core::secretRanges(question.text);
    Core::LintContext context = question.facts;
    context.running = question.running.get();
    const QByteArray bytes = question.file.encoded(question.text);
    Core::Expected<Core::Document> document = Core::Document::fromBytes(bytes);
    verdict.lint = document ? Core::lint(*document, context) : Core::lint(bytes, context);
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
    if (m_busy)
        m_next = std::move(question);
    else
        start(std::move(question));
}

void ConfCheck::start(ConfQuestion question)
{
    m_busy = true;
    auto promise = std::make_shared<QPromise<ConfVerdict>>();
    Core::whenDone(promise->future(), this, [this](const ConfVerdict &verdict) {
        m_busy = false;
        if (m_next) {
            ConfQuestion next = std::move(*m_next);
            m_next.reset();
            start(std::move(next));
        }
        emit judged(verdict);
    });
    promise->start();
    m_worker.start([promise, question = std::move(question)] {
        promise->addResult(verdictOn(question));
        promise->finish();
    });
}
} // namespace Gui
