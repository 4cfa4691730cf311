// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/trayicon.h"

#include <QAction>
#include <QMenu>
#include <QPainter>
#include <QSystemTrayIcon>

namespace Gui
{
TrayIcon::TrayIcon(const Theme &theme, const OpenClusters &clusters, QObject *parent)
    : QObject(parent), m_theme(theme), m_clusters(clusters), m_menu(std::make_unique<QMenu>()),
      m_open(m_menu->addAction(QString())), m_quit(m_menu->addAction(QString()))
{
    connect(m_open, &QAction::triggered, this, &TrayIcon::windowWanted);
    connect(m_quit, &QAction::triggered, this, &TrayIcon::quitWanted);
    connect(&clusters, &OpenClusters::changed, this, &TrayIcon::refresh);
    connect(&clusters, &OpenClusters::listChanged, this, &TrayIcon::refresh);
    connect(&theme, &Theme::changed, this, &TrayIcon::refresh);
    retranslate();
}

TrayIcon::~TrayIcon() = default;

bool TrayIcon::possible()
{
    return QSystemTrayIcon::isSystemTrayAvailable();
}

void TrayIcon::setWanted(bool wanted)
{
    if (wanted && possible() && !m_icon) {
        m_icon = new QSystemTrayIcon(this);
        m_icon->setContextMenu(m_menu.get());
        connect(m_icon, &QSystemTrayIcon::activated, this,
                [this](QSystemTrayIcon::ActivationReason reason) {
                    if (reason == QSystemTrayIcon::Trigger)
                        emit windowWanted();
                });
    }
    refresh();
    if (m_icon)
        m_icon->setVisible(wanted);
}

bool TrayIcon::shown() const
{
    return m_icon && m_icon->isVisible();
}

void TrayIcon::retranslate()
{
    m_open->setText(tr("Open the window"));
    m_quit->setText(tr("Quit"));
    refresh();
}

Tone TrayIcon::tone() const
{
    Tone worst = Tone::Neutral;
    for (const QString &name : m_clusters.names())
        worst = worse(worst, m_clusters.tone(name));
    return worst;
}

QString TrayIcon::words() const
{
    QStringList lines;
    for (const QString &name : m_clusters.names())
        lines << tr("%1: %2").arg(name, toneWord(m_clusters.tone(name)));
    return lines.isEmpty() ? tr("Binôme: no cluster is open") : lines.join(u'\n');
}

void TrayIcon::refresh()
{
    if (!m_icon)
        return;
    m_icon->setIcon(trayPicture(m_theme.colors(), tone()));
    m_icon->setToolTip(words());
}

QIcon trayPicture(const Tokens &colors, Tone tone)
{
    constexpr int side = 64;
    constexpr int sign = 40;
    QPixmap picture = QIcon(QStringLiteral(":/binome.svg")).pixmap(side, side);
    if (tone == Tone::Neutral)
        return picture;
    QPainter painter(&picture);
    painter.drawPixmap(side - sign, side - sign, toneSign(colors, tone, sign, 1));
    return picture;
}
} // namespace Gui
