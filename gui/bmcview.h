// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/athand/athand.h"
#include "core/athand/bmcreader.h"
#include "gui/theme.h"

#include <QDialog>

class QLabel;
class QTableWidget;
class QToolButton;

namespace Gui
{
// What the BMC of a node knows of the hardware: sensors, the worst first, and its event log, the
// newest first. Read once when it opens, and again on request; nothing is asked when it is closed.
class BmcView : public QDialog
{
    Q_OBJECT
public:
    // Theme and atHand outlive the view.
    BmcView(const Theme &theme, Core::AtHand &atHand, Core::NodeName node,
            QWidget *parent = nullptr);
    ~BmcView() override;

    const Core::NodeName &node() const { return m_node; }
    void read(); // what was read before stays until the answer
    QString asText() const; // both tables, fields divided by tabs

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void take(const Core::Expected<Core::BmcReport> &report);
    void fill();
    void fillSensors();
    void fillEvents();
    void tell();

    const Theme &m_theme;
    Core::AtHand &m_atHand;
    const Core::NodeName m_node;
    std::unique_ptr<Core::BmcReader> m_reader; // while it asks
    Core::BmcReport m_report;
    std::optional<Core::Error> m_error; // nothing was read
    QString m_progress;
    QLabel *m_sensorHeading;
    QTableWidget *m_sensors;
    QLabel *m_eventHeading;
    QTableWidget *m_events;
    QLabel *m_said;
    QToolButton *m_again;
    QToolButton *m_copy;
};
} // namespace Gui
