// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clusterconf/rollback.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace Gui
{
// Asks for the passwords of an earlier cluster.conf that no file on the nodes has any more. They
// are handed on and kept nowhere. Main thread.
class ConfPasswords : public QDialog
{
    Q_OBJECT
public:
    ConfPasswords(const QString &version, const QList<Core::SecretPlace> &missing,
                  QWidget *parent = nullptr);
    QHash<Core::SecretPlace, QString> given() const;
    QLineEdit &field(int place) { return *m_fields[place]; }

private:
    void check();

    QList<Core::SecretPlace> m_missing;
    QList<QLineEdit *> m_fields;
    QPushButton *m_ok = nullptr;
};
} // namespace Gui
