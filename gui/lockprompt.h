// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QCheckBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;

namespace Gui
{
// Asks for the passphrase of the lock, or for a new one twice. Stays until it was right.
class LockPrompt : public QDialog
{
    Q_OBJECT
public:
    enum class Purpose : quint8 { Choose, Unlock };
    LockPrompt(Purpose purpose, QWidget *parent);

    void refuse(); // it was wrong
    bool forgets() const; // the next lock asks for a new one

signals:
    void entered(const QString &passphrase);

private:
    void retranslate();
    void check();
    void changeEvent(QEvent *event) override;

    const Purpose m_purpose;
    bool m_wrong = false;
    QLabel *m_text;
    QLineEdit *m_first;
    QLineEdit *m_second = nullptr; // Choose
    QCheckBox *m_forget = nullptr; // Unlock
    QLabel *m_trouble;
    QDialogButtonBox *m_buttons;
};
} // namespace Gui
