// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clusterconf/recipes.h"
#include "gui/theme.h"

#include <QDialog>

#include <functional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QSpinBox;

namespace Gui
{
class ConfChanges;

// A recipe being filled in: what it needs, and with each answer what it would change and what is to
// be done around it, or why it cannot be done. It changes the draft only; nothing is activated.
class ConfRecipeDialog : public QDialog
{
    Q_OBJECT
public:
    using Make = std::function<Core::Expected<Core::Recipe>()>;
    ConfRecipeDialog(const Theme &theme, QByteArray before, QWidget *parent = nullptr);

    // Questions, in order; their answers are read by the function below.
    QLineEdit *addText(const QString &label, const QString &value = {}, bool secret = false);
    QSpinBox *addNumber(const QString &label, int value, int least, int most,
                        const QString &unit = {});
    QComboBox *addChoice(const QString &label, const QStringList &choices);
    QCheckBox *addCheck(const QString &label, bool on);
    void setMake(Make make); // last: shows what comes of the answers as they are

    const std::optional<Core::Recipe> &recipe() const { return m_recipe; } // none: it is refused
    QString refusal() const;
    ConfChanges &changes() { return *m_changes; }

signals:
    void taken(const QByteArray &text); // the new cluster.conf

private:
    void remake();

    const Theme &m_theme;
    const QByteArray m_before;
    Make m_make;
    std::optional<Core::Recipe> m_recipe;
    QScrollArea *m_questions;
    QFormLayout *m_form;
    QLabel *m_refusal;
    QLabel *m_steps;
    ConfChanges *m_changes;
    QPushButton *m_take;
};
} // namespace Gui
