// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/paneldock.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace Gui
{
namespace
{
QToolButton *button(QWidget *parent)
{
    auto *made = new QToolButton(parent);
    made->setProperty("role", QStringLiteral("link"));
    return made;
}
} // namespace

PanelDock::PanelDock(const QString &id, QWidget *content, QWidget *parent) : QDockWidget(parent)
{
    setObjectName(id);
    auto *top = new QFrame(this);
    top->setObjectName(QStringLiteral("panelTop"));
    m_title = new QLabel(top);
    m_title->setProperty("role", QStringLiteral("title"));
    m_subtitle = new QLabel(top);
    m_subtitle->setProperty("role", QStringLiteral("muted"));
    m_subtitle->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_float = button(top);
    m_close = button(top);
    m_row = new QHBoxLayout(top);
    m_row->setContentsMargins(16, 8, 8, 4);
    m_row->setSpacing(4);
    m_row->addWidget(m_title);
    m_row->addSpacing(16);
    m_row->addWidget(m_subtitle, 1);
    m_row->addWidget(m_float);
    m_row->addWidget(m_close);
    setTitleBarWidget(top);
    auto *body = new QFrame(this);
    body->setObjectName(QStringLiteral("panelBody"));
    auto *box = new QVBoxLayout(body);
    box->setContentsMargins(8, 0, 8, 8);
    box->addWidget(content);
    setWidget(body);
    connect(m_float, &QToolButton::clicked, this, [this] { setFloating(!isFloating()); });
    connect(m_close, &QToolButton::clicked, this, &QDockWidget::close);
    connect(this, &QDockWidget::topLevelChanged, this, [this] { retranslate(); });
    retranslate();
}

void PanelDock::setTitle(const QString &title)
{
    setWindowTitle(title);
    m_title->setText(title);
}

void PanelDock::setHeading(const QString &heading)
{
    m_title->setText(heading);
    m_title->setToolTip(heading);
}

void PanelDock::setSubtitle(const QString &subtitle)
{
    m_subtitle->setText(subtitle);
}

void PanelDock::addToTitle(QWidget *widget)
{
    m_row->insertWidget(m_row->count() - 2, widget);
}

void PanelDock::retranslate()
{
    m_float->setText(isFloating() ? QStringLiteral("↙") : QStringLiteral("↗"));
    m_float->setAccessibleName(isFloating() ? tr("Dock the panel") : tr("Float the panel"));
    m_float->setToolTip(isFloating() ? tr("Put the panel back into the window")
                                     : tr("Float the panel, for example on a second screen"));
    m_close->setText(QStringLiteral("×"));
    m_close->setToolTip(tr("Close the panel; the list at the left brings it back"));
    m_close->setAccessibleName(tr("Close the panel"));
}
} // namespace Gui
