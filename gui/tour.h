// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/settings.h"
#include "gui/mainwindow.h"

#include <QDialog>
#include <QPointer>

#include <functional>

namespace Gui
{
// Walks every screen in every language and theme, at two sizes and two scales, and saves what it
// sees as SCREEN-LANGUAGE-THEME-WxH@SCALE.png. Works off screen. Never blocks: a picture a turn of
// the event loop.
class Tour : public QObject
{
    Q_OBJECT
public:
    Tour(QString folder, MainWindow &window, Core::Settings &settings, QObject *parent = nullptr);
    void start();
    static QString report(int saved, const QString &folder);

signals:
    void languageWanted(Core::Language language);
    void themeWanted(Core::Theme theme);
    void ended(int saved, const QString &folder);

private:
    struct Step {
        std::function<QWidget *()> prepare; // gives what is to be taken; null: nothing
        QString name; // without scale; empty: nothing is saved
        std::function<bool()> ready{}; // what was asked for is there; none: at once
    };
    void plan();
    void planWindow(const QString &ending, const QSize &size);
    void planCurves(const QString &ending, const QSize &size);
    void planConfiguration(const QString &ending, const QSize &size);
    void planDialogs(const QString &ending);
    void planActions(const QString &ending);
    void addDialog(const QString &name, const QString &ending,
                   const std::function<QDialog *()> &make);
    void next();
    void finish(const Step &step, QWidget *widget, int tries);
    void take(QWidget &widget, const QString &name);
    void save(QWidget &widget, const QString &name, int scale);

    const QString m_folder;
    MainWindow &m_window;
    Core::Settings &m_settings;
    const QString m_cluster; // shown when the tour began
    QList<Step> m_steps;
    QPointer<QDialog> m_dialog;
    int m_saved = 0;
};
} // namespace Gui
