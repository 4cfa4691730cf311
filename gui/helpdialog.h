// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme.h"
#include "gui/windowactions.h"

#include <QDialog>

class QGridLayout;

namespace Gui
{
// What the signs mean, and which keys there are.
class HelpDialog : public QDialog
{
    Q_OBJECT
public:
    HelpDialog(const Theme &theme, const WindowActions &actions, QWidget *parent = nullptr);

private:
    void addSigns(QGridLayout &grid, const Theme &theme);
    void addKeys(QGridLayout &grid, const WindowActions &actions);
};
} // namespace Gui
