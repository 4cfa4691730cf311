// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/clusterview.h"
#include "gui/theme.h"
#include "gui/thing.h"

#include <QAbstractButton>

namespace Gui
{
// One of the three answers: a word, a sign, a sentence. Clicked, it shows its evidence.
class VerdictCell : public QAbstractButton
{
    Q_OBJECT
public:
    explicit VerdictCell(const Theme &theme, QWidget *parent = nullptr);
    void setTitle(const QString &title); // "SERVICE"
    void show(const Core::Verdict &verdict);
    // What a click opens beside the evidence, "Repair…"; empty: nothing.
    void setOffer(const QString &offer);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *) override;

private:
    void describe();
    void paintWords(QPainter &painter) const;

    const Theme &m_theme;
    QString m_title;
    QString m_headline;
    QString m_reason;
    QString m_offer;
    Tone m_tone = Tone::Unknown;
};

// Service, data, next failure: always on top.
class HealthBanner : public QWidget
{
    Q_OBJECT
public:
    explicit HealthBanner(const Theme &theme, QWidget *parent = nullptr);
    void show(const Core::Health &health);
    // A split brain is proven: the verdict on the data leads to its repair.
    void offerRepair(bool offered);
    void retranslate();

signals:
    void picked(const Gui::Thing &verdict);
    void repairWanted();

private:
    VerdictCell *m_cells[3];
    bool m_repair = false;
};
} // namespace Gui
