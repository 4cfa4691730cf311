// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transport/questions.h"

#include <QDialog>

#include <optional>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Gui
{
// "This machine is new: is it the right one?" Trusting is never the default button, so that Enter
// in a hurry refuses. Answers exactly once, closing included.
class HostKeyPrompt : public QDialog
{
    Q_OBJECT
public:
    explicit HostKeyPrompt(Core::HostKeyQuestion question, QWidget *parent = nullptr);
    const Core::HostKeyQuestion &question() const { return m_question; }

signals:
    void answered(quint64 question, bool trust);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    Core::HostKeyQuestion m_question;
    QLabel *m_title;
    QLabel *m_text;
    QLabel *m_fingerprint;
    QLabel *m_hint;
    QPushButton *m_trust;
    QPushButton *m_refuse;
};

// Password, passphrase or the server's own question. The text is wiped as soon as it was given
// away.
class SecretPrompt : public QDialog
{
    Q_OBJECT
public:
    explicit SecretPrompt(Core::SecretQuestion question, QWidget *parent = nullptr);
    ~SecretPrompt() override;
    const Core::SecretQuestion &question() const { return m_question; }

signals:
    void answered(quint64 question, const std::optional<QString> &secret, bool remember);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void giveAnswer(int result);

    Core::SecretQuestion m_question;
    QLabel *m_title;
    QLabel *m_text;
    QLabel *m_refused;
    QLineEdit *m_secret;
    QCheckBox *m_remember;
    QPushButton *m_accept;
    QPushButton *m_cancel;
};
} // namespace Gui
