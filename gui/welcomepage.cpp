// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/welcomepage.h"

#include "gui/statusstyle.h"

#include <QEvent>
#include <QFileInfo>
#include <QFontInfo>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>

namespace Gui
{
namespace
{
constexpr int doorWidth = 340;

QLabel *heading(double scale, bool bold)
{
    auto *label = new QLabel;
    QFont font = label->font();
    font.setPixelSize(qRound(QFontInfo(font).pixelSize() * scale));
    font.setBold(bold);
    label->setFont(font);
    return label;
}
} // namespace

WelcomePage::WelcomePage(QWidget *parent) : QWidget(parent)
{
    auto *outer = new QHBoxLayout(this);
    auto *column = new QVBoxLayout;
    column->setSpacing(16);
    outer->addStretch();
    outer->addLayout(column);
    outer->addStretch();
    m_title = heading(2.0, true);
    m_subtitle = new QLabel;
    m_subtitle->setObjectName(QStringLiteral("muted"));
    column->addStretch(1);
    column->addWidget(m_title);
    column->addWidget(m_subtitle);
    column->addSpacing(16);
    auto *doors = new QHBoxLayout;
    doors->setSpacing(24);
    m_training = addDoor(doors, m_trainingText, QStringLiteral(":/icons/training.svg"));
    m_add = addDoor(doors, m_addText, QStringLiteral(":/icons/add.svg"));
    column->addLayout(doors);
    m_knownTitle = heading(1.0, true);
    m_known = new QListWidget;
    m_known->setMaximumHeight(168);
    column->addSpacing(8);
    column->addWidget(m_knownTitle);
    column->addWidget(m_known);
    column->addStretch(2);
    connect(m_training, &QPushButton::clicked, this, &WelcomePage::trainingRequested);
    connect(m_add, &QPushButton::clicked, this, &WelcomePage::addClusterRequested);
    connect(m_known, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        emit clusterRequested(item->data(Qt::UserRole).toString());
    });
    setClusters({});
    retranslate();
}

QPushButton *WelcomePage::addDoor(QBoxLayout *row, QLabel *&caption, const QString &icon)
{
    auto *door = new QVBoxLayout;
    door->setSpacing(8);
    auto *button = new QPushButton;
    button->setProperty("mask", icon);
    button->setIcon(tintedIcon(icon, palette().color(QPalette::ButtonText)));
    button->setMinimumHeight(48);
    button->setFixedWidth(doorWidth);
    caption = new QLabel;
    caption->setWordWrap(true);
    caption->setObjectName(QStringLiteral("muted"));
    caption->setFixedWidth(doorWidth);
    caption->setAlignment(Qt::AlignTop);
    door->addWidget(button);
    door->addWidget(caption);
    door->addStretch();
    row->addLayout(door);
    return button;
}

void WelcomePage::setClusters(const QStringList &files)
{
    m_known->clear();
    for (const QString &file : files) {
        auto *item = new QListWidgetItem(QFileInfo(file).completeBaseName(), m_known);
        item->setData(Qt::UserRole, file);
    }
    m_known->setVisible(!files.isEmpty());
    m_knownTitle->setVisible(!files.isEmpty());
}

void WelcomePage::setTrainingInstead(const QString &instead)
{
    m_trainingInstead = instead;
    retranslate();
}

void WelcomePage::retranslate()
{
    m_title->setText(tr("Welcome to Binôme"));
    m_subtitle->setText(
        tr("Is the service up? Are both copies the same? Would we survive the next failure?"));
    m_training->setText(tr("Open the training cluster"));
    m_trainingText->setText(m_trainingInstead.isEmpty()
                                ? tr("Two simulated nodes and a quorum server on this computer. "
                                     "Cut a link, pull a plug, look "
                                     "what happens: nothing real can break.")
                                : m_trainingInstead);
    m_add->setText(tr("Add my cluster…"));
    m_addText->setText(
        tr("Give the address of one node: the rest is read from the cluster and shown before "
           "the first connection to each machine."));
    m_knownTitle->setText(tr("Known clusters"));
    m_known->setAccessibleName(m_knownTitle->text());
}

void WelcomePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange) {
        for (QPushButton *door : {m_training, m_add}) {
            const QColor color = palette().color(QPalette::ButtonText);
            door->setIcon(tintedIcon(door->property("mask").toString(), color));
        }
    }
    QWidget::changeEvent(event);
}
} // namespace Gui
