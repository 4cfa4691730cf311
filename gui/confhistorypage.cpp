// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/confhistorypage.h"

#include "gui/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>

#include <algorithm>

namespace Gui
{
namespace
{
enum Column : int { Number, Seen, Where, Who, Columns };

QString moment(const QDateTime &utc)
{
    return QLocale().toString(utc.toLocalTime(), QLocale::ShortFormat);
}
} // namespace

QString versionText(const Core::ConfVersion &version)
{
    return version.number ? QString::number(*version.number) : QStringLiteral("?");
}

ConfHistoryPage::ConfHistoryPage(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme)
{
    build();
    retranslate();
}

void ConfHistoryPage::build()
{
    m_intro = new QLabel(this);
    m_intro->setTextFormat(Qt::PlainText);
    m_intro->setWordWrap(true);
    m_intro->setProperty("role", QStringLiteral("muted"));
    m_compare = new QPushButton(this);
    m_rollBack = new QPushButton(this);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_intro, 1);
    head->addWidget(m_compare);
    head->addWidget(m_rollBack);
    m_list = new QTreeWidget(this);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(false);
    m_list->setWordWrap(true);
    m_list->setColumnCount(Columns);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->header()->setStretchLastSection(true);
    m_list->header()->setSectionResizeMode(Number, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(Seen, QHeaderView::ResizeToContents);
    m_list->header()->resizeSection(Where, 320);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(4);
    box->addLayout(head);
    box->addWidget(m_list, 1);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &ConfHistoryPage::update);
    connect(m_compare, &QPushButton::clicked, this, [this] {
        const QList<qint64> ids = selected();
        if (!ids.isEmpty())
            emit compareWanted(ids.constFirst(), ids.size() > 1 ? ids.constLast() : -1);
    });
    connect(m_rollBack, &QPushButton::clicked, this, [this] {
        if (selected().size() == 1)
            emit rollBackWanted(selected().constFirst());
    });
}

void ConfHistoryPage::show(const Core::Expected<Core::ConfVersions> &versions)
{
    m_error = versions ? std::nullopt : std::optional(versions.error());
    if (versions && *versions == m_versions) {
        update();
        return;
    }
    if (versions)
        m_versions = *versions;
    fill();
}

void ConfHistoryPage::setRollBackAllowed(bool allowed, const QString &whyNot)
{
    m_allowed = allowed;
    m_whyNot = whyNot;
    update();
}

QList<qint64> ConfHistoryPage::selected() const
{
    QList<qint64> ids;
    for (const QTreeWidgetItem *row : m_list->selectedItems())
        ids << row->data(Number, Qt::UserRole).toLongLong();
    std::sort(ids.begin(), ids.end());
    return ids;
}

const Core::ConfVersion *ConfHistoryPage::versionOf(qint64 id) const
{
    const auto found = std::find_if(m_versions.begin(), m_versions.end(),
                                    [id](const Core::ConfVersion &one) { return one.id == id; });
    return found == m_versions.end() ? nullptr : &*found;
}

// ---- words

namespace
{
QString placeName(Core::ConfPlace place)
{
    switch (place) {
    case Core::ConfPlace::Committed:
        return ConfHistoryPage::tr("committed");
    case Core::ConfPlace::Local:
        return ConfHistoryPage::tr("read by cman");
    case Core::ConfPlace::Pending:
        return ConfHistoryPage::tr("pending");
    }
    return {};
}

QString whereText(const Core::ConfVersion &version)
{
    QStringList places;
    for (const Core::ConfPlace place :
         {Core::ConfPlace::Committed, Core::ConfPlace::Local, Core::ConfPlace::Pending}) {
        QStringList nodes;
        for (const Core::ConfStay &stay : version.stays) {
            if (stay.place == place && !stay.until)
                nodes << stay.node.text();
        }
        nodes.sort();
        if (!nodes.isEmpty())
            places << ConfHistoryPage::tr("%1 on %2")
                          .arg(placeName(place), nodes.join(QStringLiteral(", ")));
    }
    return places.isEmpty() ? ConfHistoryPage::tr("nowhere now") : Words::joined(places);
}

QString whoText(const Core::ConfVersion &version)
{
    QStringList lines;
    for (const Core::ConfAuthor &author : version.authors)
        lines << ConfHistoryPage::tr("%1 on %2, %3: %4")
                     .arg(author.user, author.host, moment(author.at), author.reason);
    return lines.isEmpty() ? ConfHistoryPage::tr("not by this program") : lines.join(u'\n');
}
} // namespace

void ConfHistoryPage::fill()
{
    const QList<qint64> before = selected();
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const Core::ConfVersion &version : std::as_const(m_versions)) {
        auto *row = new QTreeWidgetItem({versionText(version), moment(version.firstSeen()),
                                         whereText(version), whoText(version)});
        row->setData(Number, Qt::UserRole, version.id);
        if (!version.wellFormed) {
            row->setIcon(Number, toneIcon(m_theme.colors(), Tone::Bad));
            row->setText(Number, tr("%1, not well-formed").arg(versionText(version)));
        } else if (version.isAt(Core::ConfPlace::Local)) {
            row->setIcon(Number, toneIcon(m_theme.colors(), Tone::Ok));
        }
        for (int column = 0; column < Columns; ++column)
            row->setToolTip(column, row->text(column));
        m_list->addTopLevelItem(row);
        row->setSelected(before.contains(version.id));
    }
    update();
}

void ConfHistoryPage::update()
{
    const QList<qint64> ids = selected();
    const Core::ConfVersion *one = ids.size() == 1 ? versionOf(ids.constFirst()) : nullptr;
    m_compare->setEnabled(ids.size() == 1 || ids.size() == 2);
    m_compare->setText(ids.size() == 2 ? tr("Compare both") : tr("Compare with the text"));
    QString why = m_allowed ? QString() : m_whyNot;
    if (!one)
        why = tr("Select one version.");
    else if (!one->kept || !one->wellFormed)
        why = tr("This version is not well-formed: cman would not start with it.");
    m_rollBack->setEnabled(why.isEmpty());
    m_rollBack->setToolTip(
        why.isEmpty() ? tr("Puts it into the editor under the next version number; nothing is "
                           "sent before its plan was shown")
                      : why);
    m_intro->setText(
        m_error ? Core::rendered(m_error->what)
            : m_versions.isEmpty()
            ? tr("No version was seen yet.")
            : tr("Every version that was seen, kept on this workstation without passwords."));
}

void ConfHistoryPage::retranslate()
{
    m_rollBack->setText(tr("Go back to it…"));
    m_list->setAccessibleName(tr("Versions of cluster.conf"));
    m_list->setHeaderLabels({tr("Version"), tr("First seen"), tr("Now"), tr("Activated by")});
    fill();
}

void ConfHistoryPage::restyle()
{
    fill();
}

void ConfHistoryPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}
} // namespace Gui
