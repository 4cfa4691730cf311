// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/clusterprofile.h"

#include <QDialog>
#include <QElapsedTimer>
#include <QTimer>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace Gui
{
class MachineForm;

// Adds a cluster in three pages: one node, waiting for what it tells, and the machines found, to
// look over before the first connection to each. Knows no session: whoever opens it does the
// asking.
class ClusterDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ClusterDialog(QWidget *parent = nullptr);

    void setMachine(const Core::ProfileMachine &machine);
    void showProposal(const Core::ClusterProfile &profile, const QList<Core::Message> &notes);
    void showError(const Core::Error &error); // back on the first page, which keeps what was typed
    Core::ClusterProfile profile() const; // as edited on the last page

signals:
    void discoveryRequested(const Core::ProfileMachine &first);
    void discoveryCancelled();
    void profileReady(const Core::ClusterProfile &profile);

protected:
    void changeEvent(QEvent *event) override;
    void reject() override;

private:
    enum Page { First, Waiting, Review };
    QWidget *firstPage();
    QWidget *waitingPage();
    QWidget *reviewPage();
    void retranslate();
    void showPage(Page page);
    void goOn();
    void goBack();
    void updateButtons();
    void updateElapsed();
    void fillTable();

    QStackedWidget *m_pages;
    QLabel *m_title;
    QLabel *m_intro;
    MachineForm *m_form = nullptr;
    QLabel *m_error = nullptr;
    QLabel *m_waiting = nullptr;
    QLineEdit *m_name = nullptr;
    QLabel *m_nameLabel = nullptr;
    QComboBox *m_role = nullptr;
    QLabel *m_roleLabel = nullptr;
    QTableWidget *m_table = nullptr;
    QLabel *m_notes = nullptr;
    QPushButton *m_back;
    QPushButton *m_next;
    QPushButton *m_cancel;
    QTimer m_ticker;
    QElapsedTimer m_since;
    Core::ClusterProfile m_proposal;
    QList<Core::Message> m_noteList;
    std::optional<Core::Error> m_lastError;
};
} // namespace Gui
