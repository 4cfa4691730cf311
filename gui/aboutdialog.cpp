// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/aboutdialog.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFile>
#include <QFontDatabase>
#include <QIcon>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace Gui
{
namespace
{
constexpr int listWidth = 264; // px
using namespace Qt::StringLiterals;

QString textOf(const Work &work)
{
    QStringList texts;
    for (const QString &name : work.texts) {
        QFile file(u":/licences/%1.txt"_s.arg(name));
        if (file.open(QIODevice::ReadOnly))
            texts << QString::fromUtf8(file.readAll());
    }
    return texts.join(u"\n\n"_s);
}
} // namespace

QList<Work> works()
{
    const QString lgpl3 = u"LGPL-3.0"_s; // adds to the GPL, version 3
    const QString gpl3 = u"GPL-3.0"_s;
    const QString lgpl2 = u"LGPL-2.1"_s;
    return {
        {u"Binôme"_s, u"GPL-3.0-or-later"_s, {gpl3}, AboutDialog::tr("this program")},
        {u"Qt %1"_s.arg(QString::fromLatin1(qVersion())),
         u"LGPL-3.0-only"_s,
         {lgpl3, gpl3},
         AboutDialog::tr("windows, files, network and the store of the journal")},
        {u"libssh"_s, u"LGPL-2.1-or-later"_s, {lgpl2}, AboutDialog::tr("SSH to the machines")},
        {u"OpenIPMI"_s, u"LGPL-2.0-or-later"_s, {lgpl2}, AboutDialog::tr("IPMI to the BMCs")},
        {u"OpenSSL"_s,
         u"Apache-2.0"_s,
         {u"Apache-2.0"_s},
         AboutDialog::tr("cryptography of SSH and IPMI")},
        {u"SQLite"_s,
         u"blessing"_s,
         {u"sqlite"_s},
         AboutDialog::tr("the files of the journal and history")},
        {u"libxml2"_s,
         u"MIT"_s,
         {u"libxml2"_s},
         AboutDialog::tr("the schema's verdict on cluster.conf")},
        {u"QScintilla"_s,
         u"GPL-3.0-only AND HPND"_s,
         {u"scintilla"_s, gpl3},
         AboutDialog::tr("the editor of cluster.conf")},
        {u"QCustomPlot"_s, u"GPL-3.0-or-later"_s, {gpl3}, AboutDialog::tr("curves")},
        {u"QtKeychain"_s,
         u"BSD-2-Clause"_s,
         {u"qtkeychain"_s},
         AboutDialog::tr("passwords in the system's keychain (not on Windows)")},
        {u"tl-expected"_s, u"CC0-1.0"_s, {u"CC0-1.0"_s}, AboutDialog::tr("results and errors")},
        {u"dtl"_s, u"BSD-3-Clause"_s, {u"dtl"_s}, AboutDialog::tr("differences of two texts")},
    };
}

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent), m_words(new QLabel(this)), m_list(new QListWidget(this)),
      m_use(new QLabel(this)), m_text(new QPlainTextEdit(this)), m_close(nullptr)
{
    resize(880, 560);
    auto *icon = new QLabel(this);
    icon->setPixmap(QIcon(u":/binome.svg"_s).pixmap(64));
    auto *top = new QHBoxLayout;
    top->setSpacing(16);
    top->addWidget(icon);
    top->addWidget(m_words, 1);
    m_list->setFixedWidth(listWidth);
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont)); // laid out by blanks
    m_text->setObjectName(u"evidence"_s);
    m_use->setObjectName(u"muted"_s);
    auto *right = new QVBoxLayout;
    right->addWidget(m_use);
    right->addWidget(m_text, 1);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(16);
    middle->addWidget(m_list);
    middle->addLayout(right, 1);
    auto *buttons = new QDialogButtonBox(this);
    m_close = buttons->addButton(QString(), QDialogButtonBox::RejectRole);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(24, 24, 24, 16);
    box->setSpacing(16);
    box->addLayout(top);
    box->addLayout(middle, 1);
    box->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QListWidget::currentRowChanged, this, &AboutDialog::showWork);
    retranslate();
}

void AboutDialog::retranslate()
{
    setWindowTitle(tr("About Binôme"));
    m_words->setText(
        tr("Binôme %1\nConsole for two-node high-availability clusters.\n"
           "Free software under the GNU GPL, version 3 or later. It asks no server for "
           "updates and tells nobody anything.")
            .arg(QCoreApplication::applicationVersion()));
    m_list->setAccessibleName(tr("What the program is made of"));
    m_text->setAccessibleName(tr("Text of the licence"));
    m_close->setText(tr("Close"));
    fillList();
}

void AboutDialog::fillList()
{
    const int row = qMax(0, m_list->currentRow());
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const Work &work : works())
            m_list->addItem(work.name);
        m_list->setCurrentRow(row);
    }
    showWork(row);
}

void AboutDialog::showWork(int row)
{
    const Work work = works().value(row);
    m_use->setText(tr("%1: %2. Licence: %3").arg(work.name, work.use, work.licence));
    m_text->setPlainText(textOf(work));
}

void AboutDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}
} // namespace Gui
