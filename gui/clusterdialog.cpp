// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/clusterdialog.h"

#include "gui/machineform.h"

#include <QComboBox>
#include <QEvent>
#include <QFontInfo>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

namespace Gui
{
namespace
{
enum Column { Name, Kind, Address, Port, User, Columns };

QLabel *wrapped(const QString &style)
{
    auto *label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setObjectName(style);
    return label;
}

QString kindWord(Core::ProfileMachineKind kind)
{
    return kind == Core::ProfileMachineKind::Node ? ClusterDialog::tr("node")
                                                  : ClusterDialog::tr("quorum server");
}
} // namespace

ClusterDialog::ClusterDialog(QWidget *parent)
    : QDialog(parent), m_pages(new QStackedWidget), m_title(new QLabel),
      m_intro(wrapped(QStringLiteral("muted"))), m_back(new QPushButton), m_next(new QPushButton),
      m_cancel(new QPushButton)
{
    QFont bold = m_title->font();
    bold.setBold(true);
    bold.setPixelSize(qRound(QFontInfo(bold).pixelSize() * 1.25));
    m_title->setFont(bold);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addWidget(m_intro);
    for (QWidget *page : {firstPage(), waitingPage(), reviewPage()})
        m_pages->addWidget(page);
    layout->addWidget(m_pages, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_back);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_next);
    layout->addLayout(buttons);
    m_next->setDefault(true);
    m_ticker.setInterval(1000);
    connect(&m_ticker, &QTimer::timeout, this, &ClusterDialog::updateElapsed);
    connect(m_back, &QPushButton::clicked, this, &ClusterDialog::goBack);
    connect(m_next, &QPushButton::clicked, this, &ClusterDialog::goOn);
    connect(m_cancel, &QPushButton::clicked, this, &ClusterDialog::reject);
    connect(m_form, &MachineForm::changed, this, &ClusterDialog::updateButtons);
    resize(680, 520);
    showPage(First);
}

QWidget *ClusterDialog::firstPage()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    m_form = new MachineForm;
    m_error = wrapped(QStringLiteral("errorText"));
    m_error->hide();
    layout->addWidget(m_form);
    layout->addWidget(m_error);
    layout->addStretch();
    return page;
}

QWidget *ClusterDialog::waitingPage()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    m_waiting = wrapped({});
    layout->addStretch();
    layout->addWidget(m_waiting);
    layout->addStretch();
    return page;
}

QWidget *ClusterDialog::reviewPage()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    auto *fields = new QGridLayout;
    m_nameLabel = new QLabel;
    m_name = new QLineEdit;
    m_nameLabel->setBuddy(m_name);
    m_roleLabel = new QLabel;
    m_role = new QComboBox;
    for (int role = 0; role < 3; ++role)
        m_role->addItem({}); // in the order of Core::ProfileRole; the first until chosen
    m_roleLabel->setBuddy(m_role);
    fields->addWidget(m_nameLabel, 0, 0);
    fields->addWidget(m_name, 0, 1);
    fields->addWidget(m_roleLabel, 1, 0);
    fields->addWidget(m_role, 1, 1);
    layout->addLayout(fields);
    m_table = new QTableWidget(0, Columns);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(Address, QHeaderView::Stretch);
    layout->addWidget(m_table, 1);
    m_notes = wrapped(QStringLiteral("muted"));
    layout->addWidget(m_notes);
    connect(m_name, &QLineEdit::textChanged, this, &ClusterDialog::updateButtons);
    return page;
}

void ClusterDialog::setMachine(const Core::ProfileMachine &machine)
{
    m_form->setMachine(machine);
}

void ClusterDialog::showProposal(const Core::ClusterProfile &profile,
                                 const QList<Core::Message> &notes)
{
    m_proposal = profile;
    m_noteList = notes;
    m_name->setText(profile.name);
    m_role->setCurrentIndex(int(profile.role));
    fillTable();
    showPage(Review);
}

void ClusterDialog::showError(const Core::Error &error)
{
    m_lastError = error;
    showPage(First);
}

void ClusterDialog::fillTable()
{
    m_table->setRowCount(int(m_proposal.machines.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const Core::ProfileMachine &machine = m_proposal.machines[row];
        const QStringList cells{machine.name.text(), kindWord(machine.kind), machine.address,
                                QString::number(machine.port), machine.user};
        for (int column = 0; column < Columns; ++column) {
            auto *item = new QTableWidgetItem(cells[column]);
            if (column == Name || column == Kind)
                item->setFlags(item->flags() & ~Qt::ItemIsEditable);
            m_table->setItem(row, column, item);
        }
    }
}

Core::ClusterProfile ClusterDialog::profile() const
{
    Core::ClusterProfile profile = m_proposal;
    profile.name = m_name->text().trimmed();
    profile.role = Core::ProfileRole(m_role->currentIndex());
    for (int row = 0; row < m_table->rowCount(); ++row) {
        Core::ProfileMachine &machine = profile.machines[row];
        machine.address = m_table->item(row, Address)->text().trimmed();
        machine.user = m_table->item(row, User)->text().trimmed();
        const int port = m_table->item(row, Port)->text().toInt();
        machine.port = port > 0 && port <= 65535 ? port : machine.port;
    }
    return profile;
}

void ClusterDialog::showPage(Page page)
{
    m_pages->setCurrentIndex(page);
    if (page == Waiting) {
        m_since.start();
        m_ticker.start();
    } else {
        m_ticker.stop();
    }
    retranslate();
    updateButtons();
}

void ClusterDialog::goOn()
{
    if (m_pages->currentIndex() == First) {
        m_lastError.reset();
        showPage(Waiting);
        emit discoveryRequested(m_form->machine());
    } else {
        emit profileReady(profile());
        accept();
    }
}

void ClusterDialog::goBack()
{
    if (m_pages->currentIndex() == Waiting)
        emit discoveryCancelled();
    showPage(First);
}

void ClusterDialog::reject()
{
    if (m_pages->currentIndex() == Waiting)
        emit discoveryCancelled();
    QDialog::reject();
}

void ClusterDialog::updateButtons()
{
    const int page = m_pages->currentIndex();
    m_back->setVisible(page != First);
    m_next->setVisible(page != Waiting);
    m_next->setEnabled(page == First ? m_form->isComplete() : !m_name->text().trimmed().isEmpty());
}

void ClusterDialog::updateElapsed()
{
    if (!m_form)
        return;
    const Core::ProfileMachine machine = m_form->machine();
    m_waiting->setText(
        tr("Asking %1 (port %2) what the cluster is made of… %3")
            .arg(machine.address, QString::number(machine.port),
                 Core::durationText(std::chrono::seconds(m_since.elapsed() / 1000), locale())));
}

void ClusterDialog::retranslate()
{
    setWindowTitle(tr("Add a cluster"));
    const bool review = m_pages->currentIndex() == Review;
    m_title->setText(review ? tr("This is what the cluster says of itself")
                            : tr("Reach one node of the cluster"));
    m_intro->setText(
        review ? tr(
            "Look it over before the first connection to each machine. Nothing was changed there.")
               : tr("The peer, the quorum server and the IPMI cards are read from it. Nothing is "
                    "written."));
    m_nameLabel->setText(tr("Cluster &name"));
    m_roleLabel->setText(tr("My r&ole here"));
    m_role->setItemText(0, tr("Observer: nothing can be changed"));
    m_role->setItemText(1, tr("Operator: runs plans"));
    m_role->setItemText(2, tr("Administrator: may override an interlock"));
    m_back->setText(tr("Back"));
    m_cancel->setText(tr("Cancel"));
    m_next->setText(review ? tr("Save and open") : tr("Look"));
    m_table->setHorizontalHeaderLabels(
        {tr("Machine"), tr("Kind"), tr("Address"), tr("Port"), tr("Login")});
    m_table->setAccessibleName(tr("Machines found"));
    QStringList notes;
    for (const Core::Message &note : std::as_const(m_noteList))
        notes << rendered(note, locale());
    m_notes->setText(notes.join(u'\n'));
    m_notes->setVisible(!notes.isEmpty());
    m_error->setVisible(m_lastError.has_value());
    if (m_lastError)
        m_error->setText(rendered(m_lastError->what, locale()));
    updateElapsed();
}

void ClusterDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        fillTable();
    }
    QDialog::changeEvent(event);
}
} // namespace Gui
