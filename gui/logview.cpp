// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/logview.h"

#include "core/athand/filenames.h"
#include "core/base/wholefile.h"
#include "gui/switcher.h"

#include <QCheckBox>
#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

namespace Gui
{
namespace
{
QToolButton *linkButton(QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setProperty("role", QStringLiteral("link"));
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

QString word(Core::NodeLog log)
{
    switch (log) {
    case Core::NodeLog::Cluster:
        return LogView::tr("Cluster");
    case Core::NodeLog::System:
        return LogView::tr("System");
    case Core::NodeLog::Kernel:
        return LogView::tr("Kernel");
    }
    return {};
}

QString fileName(Core::NodeLog log, const Core::NodeName &machine)
{
    static const char *const names[] = {"cluster", "system", "kernel"};
    return Core::fileNameOf(machine.text()) + u'-' + QString::fromLatin1(names[int(log)])
        + QStringLiteral(".log");
}
} // namespace

LogView::LogView(const Theme &theme, Core::AtHand &atHand, Core::NodeName machine,
                 QList<Core::NodeLog> logs, QWidget *parent)
    : QDialog(parent), m_theme(theme), m_atHand(atHand), m_machine(std::move(machine)),
      m_logs(std::move(logs)), m_log(m_logs.first()),
      m_switcher(new Switcher(int(m_logs.size()), this)), m_words(new QLineEdit(this)),
      m_only(new QCheckBox(this)), m_pause(linkButton(this)), m_copy(linkButton(this)),
      m_save(linkButton(this)), m_again(linkButton(this)), m_text(new QPlainTextEdit(this)),
      m_said(new QLabel(this))
{
    resize(960, 560);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(16, 16, 16, 16);
    box->setSpacing(8);
    buildTop(*box);
    m_text->setObjectName(QStringLiteral("evidence"));
    m_text->setReadOnly(true);
    m_text->setUndoRedoEnabled(false);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    m_text->setMaximumBlockCount(int(LogBuffer::mostLines));
    box->addWidget(m_text, 1);
    m_said->setTextFormat(Qt::PlainText);
    m_said->setWordWrap(true);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_said, 1);
    bottom->addWidget(m_again);
    box->addLayout(bottom);
    connect(&theme, &Theme::changed, this, &LogView::restyle);
    restyle();
    retranslate();
}

LogView::~LogView() = default;

void LogView::buildTop(QVBoxLayout &box)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_switcher);
    row->addWidget(m_words, 1);
    row->addWidget(m_only);
    row->addWidget(m_pause);
    row->addWidget(m_copy);
    row->addWidget(m_save);
    box.addLayout(row);
    m_words->setClearButtonEnabled(true);
    m_pause->setCheckable(true);
    connect(m_switcher, &Switcher::chosen, this, [this](int choice) { follow(m_logs[choice]); });
    connect(m_words, &QLineEdit::returnPressed, this, &LogView::findNext);
    connect(m_words, &QLineEdit::textChanged, this, [this] {
        m_notFound = false;
        if (m_only->isChecked())
            refill();
        tell();
    });
    connect(m_only, &QCheckBox::toggled, this, &LogView::refill);
    connect(m_pause, &QToolButton::toggled, this, &LogView::setPaused);
    connect(m_copy, &QToolButton::clicked, this, &LogView::copy);
    connect(m_save, &QToolButton::clicked, this, &LogView::chooseFile);
    connect(m_again, &QToolButton::clicked, this, [this] { follow(m_log); });
}

void LogView::retranslate()
{
    setWindowTitle(Core::rendered(Core::logTitle(m_log, m_machine)));
    QStringList words;
    for (const Core::NodeLog log : m_logs)
        words << word(log);
    m_switcher->setTexts(words);
    m_words->setPlaceholderText(tr("Find in the log"));
    m_words->setAccessibleName(m_words->placeholderText());
    m_only->setText(tr("Only lines with it"));
    m_pause->setText(m_pause->isChecked() ? tr("Go on") : tr("Pause"));
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("What is selected, else every line that is shown"));
    m_save->setText(tr("Save…"));
    m_again->setText(tr("Follow again"));
    m_text->setAccessibleName(windowTitle());
    tell();
}

void LogView::restyle()
{
    m_text->setFont(m_theme.fixed());
}

void LogView::follow(Core::NodeLog log)
{
    m_follower.reset(); // one process at a time on that machine
    m_log = log;
    m_switcher->choose(int(m_logs.indexOf(log)));
    m_buffer.clear();
    m_text->clear();
    m_ended.reset();
    m_leftOut = 0;
    m_pause->setChecked(false);
    m_follower = m_atHand.follow(m_machine, log);
    connect(m_follower.get(), &Core::LogFollower::arrived, this, &LogView::take);
    connect(m_follower.get(), &Core::LogFollower::leftOut, this, [this](qint64 bytes) {
        m_leftOut += bytes;
        tell();
    });
    connect(m_follower.get(), &Core::LogFollower::ended, this, [this](const Core::Error &why) {
        m_ended = why;
        tell();
    });
    retranslate();
}

void LogView::take(const QStringList &lines)
{
    m_buffer.add(lines);
    if (!m_pause->isChecked())
        showLines(lines);
    tell();
}

// Whoever scrolled up reads: the view then stays where it is.
void LogView::showLines(const QStringList &lines)
{
    QStringList shown;
    for (const QString &line : lines) {
        if (!m_only->isChecked() || containsWords(line, m_words->text()))
            shown << line;
    }
    if (!shown.isEmpty())
        m_text->appendPlainText(shown.join(u'\n'));
    if (m_text->document()->characterCount() > 2 * LogBuffer::mostCharacters)
        refill(); // few but long lines: the bound is the buffer's
}

void LogView::refill()
{
    const QStringList lines = m_buffer.lines(m_only->isChecked() ? m_words->text() : QString());
    m_text->setPlainText(lines.join(u'\n'));
    m_text->verticalScrollBar()->setValue(m_text->verticalScrollBar()->maximum());
    tell();
}

void LogView::setPaused(bool paused)
{
    if (!paused)
        refill();
    retranslate();
}

void LogView::findNext()
{
    const QString words = m_words->text();
    m_notFound = !words.isEmpty() && !m_text->find(words);
    if (m_notFound) { // from the beginning
        const QTextCursor before = m_text->textCursor();
        m_text->moveCursor(QTextCursor::Start);
        m_notFound = !m_text->find(words);
        if (m_notFound)
            m_text->setTextCursor(before);
    }
    tell();
}

QString LogView::shownText() const
{
    return m_text->toPlainText();
}

void LogView::copy()
{
    if (m_text->textCursor().hasSelection())
        m_text->copy();
    else
        QGuiApplication::clipboard()->setText(shownText());
}

void LogView::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Save the log"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Text files (*.log *.txt)"), tr("All files (*)")});
    dialog->setDefaultSuffix(QStringLiteral("log"));
    dialog->selectFile(fileName(m_log, m_machine));
    connect(dialog, &QFileDialog::fileSelected, this, &LogView::save);
    dialog->open();
}

void LogView::save(const QString &file)
{
    m_notSaved.reset();
    if (const auto written = Core::writeWhole(file, shownText().toUtf8() + '\n'); !written)
        m_notSaved = written.error();
    tell();
}

QString LogView::state() const
{
    if (m_notSaved)
        return Core::rendered(m_notSaved->what) + u'\n' + m_notSaved->detail;
    if (m_ended)
        return Core::rendered(m_ended->what)
            + (m_ended->detail.isEmpty() ? QString() : u'\n' + m_ended->detail);
    if (m_notFound)
        return tr("Not found.");
    if (m_pause->isChecked())
        return tr("Paused: what is written meanwhile is kept and shown later.");
    return tr("Every new line is shown as it is written; passwords are taken out.");
}

void LogView::tell()
{
    QStringList said{state(), tr("%n line(s)", nullptr, int(m_buffer.size()))};
    if (m_buffer.forgotten() > 0)
        said << tr("%n older line(s) no longer kept", nullptr, int(m_buffer.forgotten()));
    if (m_leftOut > 0)
        said << tr("%1 left out, written faster than they could be shown")
                    .arg(Core::sizeText(Core::Bytes{m_leftOut}));
    m_said->setText(said.join(QStringLiteral(" · ")));
    const bool bad = m_ended || m_notSaved;
    const QString name = bad ? QStringLiteral("errorText") : QStringLiteral("muted");
    if (m_said->objectName() != name) {
        m_said->setObjectName(name);
        m_said->style()->polish(m_said); // it goes by the name
    }
    m_again->setVisible(m_ended.has_value());
}

void LogView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}
} // namespace Gui
