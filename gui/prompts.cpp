// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/prompts.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFontDatabase>
#include <QFontInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Gui
{
namespace
{
constexpr int textWidth = 480;

QLabel *wrappedLabel(QVBoxLayout *layout)
{
    auto *label = new QLabel;
    label->setWordWrap(true);
    label->setMinimumWidth(textWidth);
    // What a server says about itself is shown as it is, never as markup.
    label->setTextFormat(Qt::PlainText);
    layout->addWidget(label);
    return label;
}

QLabel *titleLabel(QVBoxLayout *layout)
{
    QLabel *label = wrappedLabel(layout);
    label->setObjectName(QStringLiteral("dialogTitle"));
    QFont font = label->font();
    font.setBold(true);
    font.setPixelSize(qRound(QFontInfo(font).pixelSize() * 1.25));
    label->setFont(font);
    return label;
}

QVBoxLayout *dialogLayout(QDialog *dialog)
{
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(12);
    layout->setSizeConstraint(QLayout::SetFixedSize);
    return layout;
}
} // namespace

HostKeyPrompt::HostKeyPrompt(Core::HostKeyQuestion question, QWidget *parent)
    : QDialog(parent), m_question(std::move(question))
{
    QVBoxLayout *layout = dialogLayout(this);
    m_title = titleLabel(layout);
    m_text = wrappedLabel(layout);
    m_fingerprint = wrappedLabel(layout);
    m_fingerprint->setObjectName(QStringLiteral("evidence"));
    m_fingerprint->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_fingerprint->setTextInteractionFlags(Qt::TextSelectableByMouse
                                           | Qt::TextSelectableByKeyboard);
    m_hint = wrappedLabel(layout);
    auto *buttons = new QDialogButtonBox;
    m_trust = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    m_refuse = buttons->addButton(QString(), QDialogButtonBox::RejectRole);
    layout->addSpacing(8);
    layout->addWidget(buttons);
    m_trust->setAutoDefault(false);
    // Only now that it stands in the dialog: what a button is before that is forgotten, and the
    // focus then goes to the first one, which trusts.
    m_refuse->setDefault(true);
    m_refuse->setFocus();
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::finished, this,
            [this](int result) { emit answered(m_question.id, result == Accepted); });
    retranslate();
}

void HostKeyPrompt::retranslate()
{
    setWindowTitle(tr("New machine"));
    m_title->setText(tr("Is this really %1?").arg(m_question.machine.text()));
    m_text->setText(
        tr("%1, port %2, is not known yet. It shows this %3 key:")
            .arg(m_question.host, QString::number(m_question.port), m_question.keyType));
    m_fingerprint->setText(m_question.sha256);
    m_fingerprint->setAccessibleName(tr("Fingerprint of the host key"));
    m_hint->setText(tr("Compare it with what the machine's own console prints: "
                       "ssh-keygen -lf /etc/ssh/ssh_host_…_key.pub. "
                       "If it differs, somebody may stand in between: do not connect."));
    m_trust->setText(tr("It is the same: trust and connect"));
    m_refuse->setText(tr("Do not connect"));
}

void HostKeyPrompt::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

SecretPrompt::SecretPrompt(Core::SecretQuestion question, QWidget *parent)
    : QDialog(parent), m_question(std::move(question))
{
    QVBoxLayout *layout = dialogLayout(this);
    m_title = titleLabel(layout);
    m_text = wrappedLabel(layout);
    m_secret = new QLineEdit;
    m_secret->setEchoMode(m_question.echo ? QLineEdit::Normal : QLineEdit::Password);
    m_secret->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    layout->addWidget(m_secret);
    m_refused = wrappedLabel(layout);
    m_refused->setObjectName(QStringLiteral("errorText"));
    m_refused->setVisible(m_question.attempt > 1);
    m_remember = new QCheckBox;
    // A one-time code is worth nothing the next time.
    m_remember->setVisible(m_question.kind != Core::SecretKind::KeyboardInteractive);
    layout->addWidget(m_remember);
    auto *buttons = new QDialogButtonBox;
    m_accept = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    m_cancel = buttons->addButton(QString(), QDialogButtonBox::RejectRole);
    m_accept->setDefault(true);
    layout->addSpacing(8);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::finished, this, &SecretPrompt::giveAnswer);
    retranslate();
}

SecretPrompt::~SecretPrompt() = default;

void SecretPrompt::giveAnswer(int result)
{
    const std::optional<QString> secret
        = result == Accepted ? std::optional(m_secret->text()) : std::nullopt;
    emit answered(m_question.id, secret, m_remember->isVisibleTo(this) && m_remember->isChecked());
    m_secret->setText(QString(m_secret->text().size(), u'x'));
    m_secret->clear();
}

void SecretPrompt::retranslate()
{
    setWindowTitle(tr("Log in to %1").arg(m_question.machine.text()));
    const QString where = QStringLiteral("%1@%2").arg(m_question.user, m_question.host);
    switch (m_question.kind) {
    case Core::SecretKind::Password:
        m_title->setText(tr("Password for %1").arg(m_question.machine.text()));
        m_text->setText(tr("Login: %1").arg(where));
        break;
    case Core::SecretKind::Passphrase:
        m_title->setText(tr("Passphrase of the key"));
        m_text->setText(tr("Key file: %1").arg(m_question.prompt));
        break;
    case Core::SecretKind::KeyboardInteractive:
        m_title->setText(tr("%1 asks").arg(m_question.machine.text()));
        m_text->setText(QStringLiteral("%1\n%2").arg(where, m_question.prompt));
        break;
    }
    m_secret->setAccessibleName(m_title->text());
    m_refused->setText(tr("The last answer was refused."));
    m_remember->setText(tr("Keep it in the system's keychain"));
    m_accept->setText(tr("Log in"));
    m_cancel->setText(tr("Cancel"));
}

void SecretPrompt::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}
} // namespace Gui
