// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/manual.h"

#include <QEvent>
#include <QFile>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextDocument>
#include <QTextList>
#include <QTextTable>

namespace Gui
{
namespace
{
constexpr int idRole = Qt::UserRole;
constexpr int listWidth = 264; // px, as the rest
constexpr qreal cellRoom = 6;
constexpr qreal lineRoom = 4;
constexpr qreal paragraphRoom = 12;

QString windowLanguage()
{
    return QLocale().language() == QLocale::French ? QStringLiteral("fr") : QStringLiteral("en");
}

// Markdown comes without room: not in the cells of its tables,
void airTables(QTextDocument &document)
{
    for (QTextFrame *frame : document.rootFrame()->childFrames()) {
        if (auto *table = qobject_cast<QTextTable *>(frame)) {
            QTextTableFormat format = table->format();
            format.setCellPadding(cellRoom);
            format.setCellSpacing(0);
            format.setBorderCollapse(true);
            format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
            format.setBorder(1);
            format.setTopMargin(paragraphRoom);
            format.setBottomMargin(paragraphRoom);
            table->setFormat(format);
        }
    }
}

bool isCode(const QTextBlock &block)
{
    return block.blockFormat().hasProperty(QTextFormat::BlockCodeFence);
}

// nor between its paragraphs.
void airParagraphs(QTextDocument &document)
{
    QTextCursor cursor(&document);
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        cursor.setPosition(block.position());
        if (cursor.currentTable())
            continue;
        QTextBlockFormat room;
        const bool item = block.textList() && block.next().textList() == block.textList();
        room.setTopMargin(block.blockFormat().headingLevel() == 2 ? 2 * paragraphRoom : 0);
        room.setBottomMargin(item                                        ? lineRoom
                                 : isCode(block) && isCode(block.next()) ? 0
                                                                         : paragraphRoom);
        cursor.mergeBlockFormat(room);
    }
}

bool holdsAll(const QString &text, const QString &words)
{
    const QStringList wanted = words.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(wanted.cbegin(), wanted.cend(), [&text](const QString &word) {
        return text.contains(word, Qt::CaseInsensitive);
    });
}
} // namespace

Manual::Manual(QWidget *parent)
    : QDialog(parent), m_search(new QLineEdit(this)), m_list(new QListWidget(this)),
      m_page(new QTextBrowser(this))
{
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    auto *left = new QVBoxLayout;
    left->addWidget(m_search);
    left->addWidget(m_list);
    auto *row = new QHBoxLayout(this);
    row->addLayout(left);
    row->addWidget(m_page, 1);
    m_list->setFixedWidth(listWidth);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_search->setFixedWidth(listWidth);
    m_search->setClearButtonEnabled(true);
    m_page->setOpenLinks(false);
    m_page->document()->setDocumentMargin(20);
    resize(1100, 720);
    connect(m_search, &QLineEdit::textChanged, this, &Manual::fillList);
    connect(m_list, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item)
            turnTo(item->data(idRole).toString());
    });
    connect(m_page, &QTextBrowser::anchorClicked, this, &Manual::follow);
    retranslate();
    m_list->setCurrentRow(0);
}

QStringList Manual::chapters()
{
    return {QStringLiteral("start"),         QStringLiteral("topology"),
            QStringLiteral("replication"),   QStringLiteral("split-brain"),
            QStringLiteral("guests"),        QStringLiteral("machines"),
            QStringLiteral("power"),         QStringLiteral("diagnosis"),
            QStringLiteral("configuration"), QStringLiteral("events"),
            QStringLiteral("journal"),       QStringLiteral("training"),
            QStringLiteral("procedure"),     QStringLiteral("troubleshooting")};
}

QString Manual::pageText(const QString &chapter, const QString &language)
{
    QFile file(QStringLiteral(":/manual/%1/%2.md").arg(language, chapter));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString Manual::chapterOf(const QString &panel)
{
    if (panel == QStringLiteral("nodes"))
        return QStringLiteral("machines");
    return chapters().contains(panel) ? panel : chapters().first();
}

QString Manual::chapter() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? item->data(idRole).toString() : QString();
}

void Manual::openAt(const QString &chapter)
{
    m_search->clear();
    m_list->setCurrentRow(int(chapters().indexOf(chapter)));
}

void Manual::search(const QString &words)
{
    m_search->setText(words);
}

QStringList Manual::found() const
{
    QStringList ids;
    for (int row = 0; row < m_list->count(); ++row)
        ids << m_list->item(row)->data(idRole).toString();
    return ids;
}

void Manual::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void Manual::retranslate()
{
    setWindowTitle(tr("Manual"));
    m_search->setPlaceholderText(tr("Search in the manual"));
    m_search->setAccessibleName(tr("Search in the manual"));
    m_list->setAccessibleName(tr("Chapters"));
    m_page->setAccessibleName(tr("Page of the manual"));
    fillList();
}

// Of the chapters that hold every word; the one that was shown stays when it is among them.
void Manual::fillList()
{
    const QString shown = chapter();
    m_list->clear();
    for (const QString &id : chapters()) {
        const QString text = pageText(id, windowLanguage());
        if (!holdsAll(text, m_search->text()))
            continue;
        const QString title = text.section(u'\n', 0, 0).mid(2); // "# Title"
        auto *item = new QListWidgetItem(title, m_list);
        item->setData(idRole, id);
        if (id == shown)
            m_list->setCurrentItem(item);
    }
}

void Manual::turnTo(const QString &chapter)
{
    // Pictures lie beside the page, as on the disk.
    m_page->document()->setBaseUrl(QUrl(QStringLiteral("qrc:/manual/%1/").arg(windowLanguage())));
    m_page->document()->setMarkdown(pageText(chapter, windowLanguage()));
    airTables(*m_page->document());
    airParagraphs(*m_page->document());
    const QString word = m_search->text().section(u' ', 0, 0, QString::SectionSkipEmpty);
    m_page->moveCursor(QTextCursor::Start);
    if (!word.isEmpty())
        m_page->find(word);
}

// Pages link each other as files do, so that they can be read on the disk as well.
void Manual::follow(const QUrl &link)
{
    openAt(link.path().section(u'.', 0, 0));
}
} // namespace Gui
