// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/clusterprofile.h"

#include <QWidget>

class QCheckBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace Gui
{
// How to reach the first node: address, login, and the choices that some hosts need.
class MachineForm : public QWidget
{
    Q_OBJECT
public:
    explicit MachineForm(QWidget *parent = nullptr);
    Core::ProfileMachine machine() const;
    void setMachine(const Core::ProfileMachine &machine);
    bool isComplete() const; // an address and a user

signals:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void chooseKey();

    QFormLayout *m_form;
    QLineEdit *m_address;
    QSpinBox *m_port;
    QLineEdit *m_user;
    QLineEdit *m_key;
    QPushButton *m_browse;
    QLineEdit *m_jump;
    QCheckBox *m_sudo;
    QCheckBox *m_legacy;
    QLabel *m_legacyNote;
};
} // namespace Gui
