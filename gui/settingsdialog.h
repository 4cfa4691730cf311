// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/settings.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFontComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace Gui
{
// Preferences take effect as they are changed, so that a theme or a language is judged by looking
// at it; there is nothing to apply and nothing to cancel.
class SettingsDialog : public QDialog
{
    Q_OBJECT
public:
    explicit SettingsDialog(Core::Settings &settings, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addRow(QWidget *field);
    void retranslate();
    void showValues();
    void connectFields();

    Core::Settings &m_settings;
    QFormLayout *m_form;
    QList<QLabel *> m_labels;
    QComboBox *m_language;
    QComboBox *m_theme;
    QCheckBox *m_reduceMotion;
    QFontComboBox *m_font;
    QSpinBox *m_fontSize;
    QSpinBox *m_keepalive;
    QCheckBox *m_openLast;
    QCheckBox *m_tray;
    QLabel *m_note;
    QPushButton *m_close;
};
} // namespace Gui
