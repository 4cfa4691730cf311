// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/consoleview.h"

#include "core/base/paths.h"
#include "gui/viewerplatform.h"

#include <QClipboard>
#include <QDir>
#include <QEvent>
#include <QFile>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>

namespace Gui
{
namespace
{
QLabel *wrapped(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextBrowserInteraction);
    return label;
}

void copy(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}
} // namespace

ConsoleView::ConsoleView(std::unique_ptr<Core::GuestConsole> console, QWidget *parent)
    : QDialog(parent), m_console(std::move(console)), m_said(wrapped(this)),
      m_detail(wrapped(this)), m_addressName(new QLabel(this)), m_address(new QLineEdit(this)),
      m_copyAddress(new QToolButton(this)), m_passwordName(new QLabel(this)),
      m_password(new QLineEdit(this)), m_reveal(new QToolButton(this)),
      m_copyPassword(new QToolButton(this)), m_hint(wrapped(this)), m_close(new QToolButton(this))
{
    build();
    connect(m_copyAddress, &QToolButton::clicked, this, [this] { copy(m_address->text()); });
    connect(m_copyPassword, &QToolButton::clicked, this, [this] { copy(m_password->text()); });
    connect(m_reveal, &QToolButton::toggled, this, &ConsoleView::reveal);
    connect(m_close, &QToolButton::clicked, this, &QDialog::close);
    connect(m_console.get(), &Core::GuestConsole::opened, this, &ConsoleView::opened);
    connect(m_console.get(), &Core::GuestConsole::ended, this, &ConsoleView::ended);
    retranslate();
}

ConsoleView::~ConsoleView()
{
    forgetFile();
    m_console->disconnect(this);
}

void ConsoleView::build()
{
    m_address->setReadOnly(true);
    m_password->setReadOnly(true);
    m_password->setEchoMode(QLineEdit::Password);
    m_reveal->setCheckable(true);
    m_said->setMinimumWidth(420);
    auto *form = new QFormLayout(this);
    form->addRow(m_said);
    form->addRow(m_detail);
    form->addRow(m_addressName, row(m_address, nullptr, m_copyAddress));
    form->addRow(m_passwordName, row(m_password, m_reveal, m_copyPassword));
    form->addRow(m_hint);
    auto *below = new QHBoxLayout;
    below->addStretch();
    below->addWidget(m_close);
    form->addRow(below);
    m_addressName->setBuddy(m_address);
    m_passwordName->setBuddy(m_password);
}

QWidget *ConsoleView::row(QWidget *field, QToolButton *first, QToolButton *second)
{
    auto *whole = new QWidget(this);
    auto *layout = new QHBoxLayout(whole);
    layout->setContentsMargins({});
    layout->addWidget(field, 1);
    if (first)
        layout->addWidget(first);
    layout->addWidget(second);
    return whole;
}

void ConsoleView::start(const std::optional<ViewerProgram> &viewer)
{
    m_viewer = viewer;
    if (viewer && !isOver()) {
        const QString title = tr("Guest %1").arg(guest());
        const auto file = openViewer(*viewer, {title, m_console->port(), m_console->password()},
                                     QDir::tempPath());
        if (file)
            m_file = *file;
        else
            m_trouble = file.error();
    }
    tell();
}

void ConsoleView::opened()
{
    forgetFile();
    tell();
}

void ConsoleView::ended(const std::optional<Core::Error> &why)
{
    forgetFile();
    m_trouble = why;
    tell();
    if (!why)
        close(); // by the viewer: there is nothing to read
}

void ConsoleView::forgetFile()
{
    if (!m_file.isEmpty())
        QFile::remove(std::exchange(m_file, {}));
}

void ConsoleView::reveal(bool on)
{
    m_password->setEchoMode(on ? QLineEdit::Normal : QLineEdit::Password);
}

void ConsoleView::retranslate()
{
    setWindowTitle(tr("Console of guest %1").arg(guest()));
    m_addressName->setText(tr("&Address:"));
    m_passwordName->setText(tr("&One-time password:"));
    m_address->setAccessibleName(tr("Address of the console"));
    m_password->setAccessibleName(tr("One-time password of the console"));
    m_copyAddress->setText(tr("Copy"));
    m_copyAddress->setAccessibleName(tr("Copy the address"));
    m_copyPassword->setText(tr("Copy"));
    m_copyPassword->setAccessibleName(tr("Copy the password"));
    m_reveal->setText(tr("Show"));
    m_reveal->setAccessibleName(tr("Show the password"));
    m_close->setText(tr("Close the console"));
    m_hint->setText(tr("One viewer can connect, once. It has 30 seconds for the password."));
    tell();
}

void ConsoleView::tell()
{
    using State = Core::GuestConsole::State;
    const State state = m_console->state();
    const QString node = m_console->place().node.text();
    if (state == State::Ended)
        m_said->setText(m_trouble ? Core::rendered(m_trouble->what) : tr("The console is closed."));
    else if (state == State::Open)
        m_said->setText(tr("Open on %1 since %2.")
                            .arg(node,
                                 QLocale().toString(m_console->since().toLocalTime().time(),
                                                    QLocale::LongFormat)));
    else if (m_trouble)
        m_said->setText(Core::rendered(m_trouble->what));
    else if (m_viewer)
        m_said->setText(tr("Waiting for the viewer %1.").arg(m_viewer->program));
    else
        m_said->setText(tr("No VNC viewer was found on this computer: install %1, or point any "
                           "viewer to this address.")
                            .arg(viewersToInstall().join(tr(" or "))));
    m_detail->setText(m_trouble ? m_trouble->detail : QString());
    m_detail->setVisible(!m_detail->text().isEmpty());
    const bool waiting = state == State::Waiting && m_console->port() != 0;
    m_address->setText(waiting ? QStringLiteral("127.0.0.1:%1").arg(m_console->port()) : QString());
    m_password->setText(waiting ? QString::fromLatin1(m_console->password()) : QString());
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_addressName, m_address, m_copyAddress, m_passwordName,
                                          m_password, m_reveal, m_copyPassword, m_hint})
        widget->setVisible(waiting);
    adjustSize();
}

void ConsoleView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}
} // namespace Gui
