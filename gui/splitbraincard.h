// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/action/splitbrain.h"
#include "gui/theme.h"

#include <QFrame>

class QButtonGroup;
class QVBoxLayout;
class QLabel;
class QLineEdit;

namespace Gui
{
// One resource whose sides are apart: both beside each other, what each choice loses, and the
// choice. Nothing is chosen for the person, not even what is recommended.
class SplitBrainCard : public QFrame
{
    Q_OBJECT
public:
    SplitBrainCard(const Theme &theme, const Core::SplitBrain &split, QWidget *parent = nullptr);
    // What is told of it now, while somebody chooses: figures grow as long as guests write. False,
    // and nothing is done: other sides or another kind, which need another card.
    bool showAnew(const Core::SplitBrain &split);
    // Only a proven split brain is repaired by discarding; none: the person has not chosen.
    std::optional<Core::NodeName> victim() const;
    void choose(const Core::NodeName &victim);
    Core::SplitBrainWish wish() const;
    QString saveFolder() const;
    void setSaveFolder(const QString &folder);
    const Core::SplitBrain &split() const { return m_split; }

signals:
    void chosen();

private:
    void addHead(QVBoxLayout &box);
    void addSides(QVBoxLayout &box);
    void addSaving(QVBoxLayout &box);
    void tell();
    void update();
    const Core::SplitSide *chosenSide() const;

    const Theme &m_theme;
    Core::SplitBrain m_split;
    QButtonGroup *m_choice;
    QLabel *m_proposal = nullptr;
    QList<QLabel *> m_told; // of each line of the comparison, side by side
    QLabel *m_saving = nullptr;
    QLineEdit *m_folder = nullptr;
};
} // namespace Gui
