// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/programlogview.h"

#include "core/base/wholefile.h"
#include "gui/logbuffer.h"

#include <QCheckBox>
#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
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

// "2013-10-22T02:58:00.000Z warning binome.ssh ...": the second word tells the kind.
bool isTrouble(const QByteArray &line)
{
    const QByteArray kind = line.mid(line.indexOf(' ') + 1, 8);
    return kind == "warning " || kind == "critical" || kind.startsWith("fatal ");
}
} // namespace

ProgramLogView::ProgramLogView(const Theme &theme, Lines lines, QWidget *parent)
    : QDialog(parent), m_theme(theme), m_lines(std::move(lines)), m_words(new QLineEdit(this)),
      m_troubles(new QCheckBox(this)), m_again(linkButton(this)), m_copy(linkButton(this)),
      m_save(linkButton(this)), m_text(new QPlainTextEdit(this)), m_said(new QLabel(this))
{
    resize(960, 560);
    build();
    connect(m_words, &QLineEdit::textChanged, this, &ProgramLogView::refill);
    connect(m_troubles, &QCheckBox::toggled, this, &ProgramLogView::refill);
    connect(m_again, &QToolButton::clicked, this, &ProgramLogView::read);
    connect(m_copy, &QToolButton::clicked, this, &ProgramLogView::copy);
    connect(m_save, &QToolButton::clicked, this, &ProgramLogView::chooseFile);
    connect(&theme, &Theme::changed, this, [this] { m_text->setFont(m_theme.fixed()); });
    read();
    retranslate();
}

void ProgramLogView::build()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_words, 1);
    for (QWidget *widget : QList<QWidget *>{m_troubles, m_again, m_copy, m_save})
        row->addWidget(widget);
    m_words->setClearButtonEnabled(true);
    m_text->setObjectName(QStringLiteral("evidence"));
    m_text->setReadOnly(true);
    m_text->setUndoRedoEnabled(false);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    m_text->setFont(m_theme.fixed());
    m_said->setTextFormat(Qt::PlainText);
    m_said->setWordWrap(true);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(16, 16, 16, 16);
    box->setSpacing(8);
    box->addLayout(row);
    box->addWidget(m_text, 1);
    box->addWidget(m_said);
}

void ProgramLogView::retranslate()
{
    setWindowTitle(tr("Log of the program"));
    m_words->setPlaceholderText(tr("Only lines with these words"));
    m_words->setAccessibleName(m_words->placeholderText());
    m_troubles->setText(tr("Only warnings and errors"));
    m_again->setText(tr("Read again"));
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("What is selected, else every line that is shown"));
    m_save->setText(tr("Save…"));
    m_text->setAccessibleName(windowTitle());
    tell();
}

void ProgramLogView::read()
{
    m_read = m_lines();
    refill();
}

void ProgramLogView::refill()
{
    QStringList shown;
    for (const QByteArray &line : std::as_const(m_read)) {
        const QString text = QString::fromUtf8(line);
        if (containsWords(text, m_words->text()) && (!m_troubles->isChecked() || isTrouble(line)))
            shown << text;
    }
    m_shown = shown.size();
    m_text->setPlainText(shown.join(u'\n'));
    m_text->verticalScrollBar()->setValue(m_text->verticalScrollBar()->maximum());
    m_notSaved.reset();
    m_savedAs.clear();
    tell();
}

QString ProgramLogView::shownText() const
{
    return m_text->toPlainText();
}

void ProgramLogView::copy()
{
    if (m_text->textCursor().hasSelection())
        m_text->copy();
    else
        QGuiApplication::clipboard()->setText(shownText());
}

void ProgramLogView::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Save the log of the program"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("log"));
    dialog->selectFile(QStringLiteral("binome.log"));
    connect(dialog, &QFileDialog::fileSelected, this, &ProgramLogView::save);
    dialog->open();
}

void ProgramLogView::save(const QString &path)
{
    const auto written = Core::writeWhole(path, shownText().toUtf8() + '\n');
    m_notSaved = written ? std::nullopt : std::optional(written.error());
    m_savedAs = written ? path : QString();
    tell();
}

void ProgramLogView::tell()
{
    if (m_notSaved)
        return m_said->setText(Core::rendered(m_notSaved->what) + u' ' + m_notSaved->detail);
    if (!m_savedAs.isEmpty())
        return m_said->setText(tr("Saved as %1.").arg(m_savedAs));
    m_said->setText(tr("%1 of %n line(s) noted since the program started; at most 2,000 are kept. "
                       "What looks like a password is left out.",
                       nullptr, int(m_read.size()))
                        .arg(locale().toString(m_shown)));
}

void ProgramLogView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}
} // namespace Gui
