// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/programlock.h"

#include "core/base/whendone.h"
#include "core/config/passphrase.h"
#include "gui/lockprompt.h"

#include <QEvent>
#include <QLabel>
#include <QMainWindow>
#include <QMenuBar>
#include <QPointer>
#include <QPromise>
#include <QThreadPool>

namespace Gui
{
namespace
{
using Core::SettingKey;

// Deriving a key is made to take its time: not the window's.
template <typename Call> auto beside(Call call) -> QFuture<decltype(call())>
{
    const auto promise = std::make_shared<QPromise<decltype(call())>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, call] {
        promise->addResult(call());
        promise->finish();
    });
    return promise->future();
}
} // namespace

ProgramLock::ProgramLock(Core::Settings &settings, QMainWindow &window)
    : m_settings(settings), m_window(window), m_sign(new QLabel(window.menuBar()))
{
    m_sign->setObjectName(QStringLiteral("locked"));
    m_sign->setContentsMargins(12, 0, 12, 0);
    window.menuBar()->setCornerWidget(m_sign, Qt::TopLeftCorner);
    window.installEventFilter(this);
    showSign();
}

bool ProgramLock::isLocked() const
{
    return m_settings.value<SettingKey::Locked>()
        && !m_settings.value<SettingKey::LockPassphrase>().isEmpty();
}

void ProgramLock::toggle()
{
    const bool unlock = isLocked();
    if (!unlock && !m_settings.value<SettingKey::LockPassphrase>().isEmpty())
        return setLocked(true);
    if (auto *open = m_window.findChild<LockPrompt *>())
        return open->raise();
    auto *prompt = new LockPrompt(
        unlock ? LockPrompt::Purpose::Unlock : LockPrompt::Purpose::Choose, &m_window);
    connect(prompt, &LockPrompt::entered, this, [this, prompt, unlock](const QString &passphrase) {
        if (unlock)
            return typed(prompt, passphrase);
        prompt->close();
        chosen(passphrase);
    });
    prompt->open();
}

void ProgramLock::chosen(const QString &passphrase)
{
    Core::whenDone(beside([passphrase] { return Core::sealedPassphrase(passphrase); }), this,
                   [this](const QString &seal) {
                       m_settings.set<SettingKey::LockPassphrase>(seal);
                       setLocked(true);
                   });
}

void ProgramLock::typed(LockPrompt *prompt, const QString &passphrase)
{
    const QString seal = m_settings.value<SettingKey::LockPassphrase>();
    Core::whenDone(beside([seal, passphrase] { return Core::opensSeal(seal, passphrase); }), this,
                   [this, asked = QPointer(prompt)](bool opens) {
                       if (!asked)
                           return; // somebody thought better of it
                       if (!opens)
                           return asked->refuse();
                       if (asked->forgets())
                           m_settings.set<SettingKey::LockPassphrase>(QString());
                       asked->close();
                       setLocked(false);
                   });
}

void ProgramLock::setLocked(bool locked)
{
    m_settings.set<SettingKey::Locked>(locked);
    static_cast<void>(m_settings.save()); // a failure is told by notSaved()
    showSign();
    emit lockedChanged(locked);
}

void ProgramLock::showSign()
{
    m_sign->setText(tr("Locked"));
    m_sign->setToolTip(tr("Everybody is an observer; Ctrl+L unlocks the program"));
    m_sign->setVisible(isLocked());
    m_window.menuBar()->setCornerWidget(m_sign, Qt::TopLeftCorner); // which makes room for it
}

bool ProgramLock::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showSign();
    return QObject::eventFilter(watched, event);
}
} // namespace Gui
