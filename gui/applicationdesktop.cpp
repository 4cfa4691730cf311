// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/application.h"
#include "gui/crashreport.h"

#include <QApplication>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QUrl>

// What the application owes the desktop it runs on.
namespace Gui
{
void Application::keepTray()
{
    connect(&m_tray, &TrayIcon::windowWanted, this, &Application::comeToFront);
    connect(&m_tray, &TrayIcon::quitWanted, &m_window, &QWidget::close);
    const auto follow = [this] {
        m_tray.setWanted(m_settings.value<Core::SettingKey::TrayIcon>()
                         && m_options.tour.isEmpty());
    };
    connect(&m_settings, &Core::Settings::changed, this, [follow](Core::SettingKey key) {
        if (key == Core::SettingKey::TrayIcon)
            follow();
    });
    follow();
}

void Application::comeToFront()
{
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
}

void Application::takeStart(const QString &profile)
{
    comeToFront();
    if (!profile.isEmpty())
        openProfile(profileFile(profile));
}

QString Application::profileFile(const QString &nameOrFile) const
{
    return QFileInfo::exists(nameOrFile) ? nameOrFile : Core::profilePath(nameOrFile);
}

void Application::tellTroubles()
{
    if (m_settings.trouble())
        say(*m_settings.trouble());
    if (!m_options.tour.isEmpty())
        return;
    const QStringList reports = takeUntoldCrashes();
    if (!reports.isEmpty())
        tellCrash(reports.last());
}

void Application::tellCrash(const QString &report)
{
    const QString sentence
        = tr("Binôme ended unexpectedly the last time. What it knew is in %1; it holds no "
             "password, and it was sent to nobody.")
              .arg(QDir::toNativeSeparators(report));
    say(sentence);
    for (auto *box : m_window.findChildren<QMessageBox *>()) {
        if (box->text() != sentence)
            continue;
        const auto *open = box->addButton(tr("Read the report"), QMessageBox::ActionRole);
        connect(open, &QPushButton::clicked, this,
                [report] { QDesktopServices::openUrl(QUrl::fromLocalFile(report)); });
    }
}
} // namespace Gui
