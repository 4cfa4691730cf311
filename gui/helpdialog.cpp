// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/helpdialog.h"

#include <QAction>
#include <QGridLayout>
#include <QLabel>

namespace Gui
{
namespace
{
QString meaning(Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
        return HelpDialog::tr("stopped or disabled by a person");
    case Tone::Ok:
        return HelpDialog::tr("good, and seen to be so just now");
    case Tone::Warning:
        return HelpDialog::tr("the margin is gone: nothing is lost yet");
    case Tone::Bad:
        return HelpDialog::tr("an outage, or data at risk");
    case Tone::Unknown:
        return HelpDialog::tr("nobody can tell: never green, never red, always hatched");
    }
    return {};
}

QLabel *section(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setProperty("role", QStringLiteral("section"));
    return label;
}
} // namespace

HelpDialog::HelpDialog(const Theme &theme, const WindowActions &actions, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Signs and keys"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(24, 20, 24, 20);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    addSigns(*grid, theme);
    addKeys(*grid, actions);
}

void HelpDialog::addSigns(QGridLayout &grid, const Theme &theme)
{
    grid.addWidget(section(tr("SIGNS"), this), 0, 0, 1, 3);
    for (const Tone tone : allTones) {
        const int row = grid.rowCount();
        auto *sign = new QLabel(this);
        sign->setPixmap(toneSign(theme.colors(), tone, 18, devicePixelRatioF()));
        grid.addWidget(sign, row, 0);
        grid.addWidget(new QLabel(toneWord(tone), this), row, 1);
        grid.addWidget(new QLabel(meaning(tone), this), row, 2);
    }
}

void HelpDialog::addKeys(QGridLayout &grid, const WindowActions &actions)
{
    grid.addWidget(section(tr("KEYS"), this), grid.rowCount(), 0, 1, 3);
    for (const ActionId id :
         {ActionId::Refresh, ActionId::Palette, ActionId::PanelTopology, ActionId::PanelReplication,
          ActionId::PanelGuests, ActionId::PanelEvents, ActionId::ToggleTree, ActionId::Fit,
          ActionId::ToggleLanguage, ActionId::ToggleTheme, ActionId::CopyFacts}) {
        const QAction *action = actions.action(id);
        const int row = grid.rowCount();
        grid.addWidget(new QLabel(action->shortcut().toString(QKeySequence::NativeText), this), row,
                       0, 1, 2);
        grid.addWidget(new QLabel(QString(action->text()).remove(u'&'), this), row, 2);
    }
}
} // namespace Gui
