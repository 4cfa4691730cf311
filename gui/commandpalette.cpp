// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/commandpalette.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QTranslator>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

namespace Gui
{
namespace
{
QString plain(const QString &text)
{
    QString result;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD)) {
        if (c.category() != QChar::Mark_NonSpacing && c != u'&')
            result += c.toCaseFolded();
    }
    return result;
}

QString shown(const PaletteEntry &entry)
{
    const QString keys = entry.action->shortcut().toString(QKeySequence::NativeText);
    const QString name = entry.names.value(0);
    return keys.isEmpty() ? name : QStringLiteral("%1   %2").arg(name, keys);
}
} // namespace

CommandPalette::CommandPalette(QList<PaletteEntry> entries, QWidget *parent)
    : QDialog(parent), m_entries(std::move(entries))
{
    setWindowTitle(tr("Commands"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    m_input = new QLineEdit;
    m_input->setPlaceholderText(tr("Type a command, in either language"));
    m_input->setAccessibleName(m_input->placeholderText());
    m_input->installEventFilter(this);
    m_list = new QListWidget;
    m_list->setAccessibleName(tr("Commands found"));
    m_list->setMinimumSize(480, 320);
    layout->addWidget(m_input);
    layout->addWidget(m_list);
    connect(m_input, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(m_input, &QLineEdit::returnPressed, this, [this] { run(m_list->currentItem()); });
    connect(m_list, &QListWidget::itemActivated, this, &CommandPalette::run);
    fill({});
}

bool CommandPalette::matches(const QString &name, const QString &typed)
{
    const QString text = plain(name);
    const QStringList words = plain(typed).split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.cbegin(), words.cend(),
                       [&text](const QString &word) { return text.contains(word); });
}

void CommandPalette::fill(const QString &typed)
{
    m_list->clear();
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        const PaletteEntry &entry = m_entries[i];
        const bool found = entry.action
            && std::any_of(entry.names.cbegin(), entry.names.cend(),
                           [&typed](const QString &name) { return matches(name, typed); });
        if (!found)
            continue;
        auto *item = new QListWidgetItem(shown(entry), m_list);
        item->setData(Qt::UserRole, int(i));
        item->setToolTip(entry.action->toolTip());
        if (!entry.action->isEnabled())
            item->setFlags(item->flags() & ~Qt::ItemIsEnabled);
    }
    m_list->setCurrentRow(0);
}

void CommandPalette::run(const QListWidgetItem *item)
{
    if (!item || !(item->flags() & Qt::ItemIsEnabled))
        return;
    const QPointer<QAction> action = m_entries[item->data(Qt::UserRole).toInt()].action;
    accept();
    if (action)
        action->trigger();
}

// The arrows move in the list while the typing goes on.
bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_input && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp
            || key == Qt::Key_PageDown) {
            QCoreApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

QStringList namesInAllLanguages(const char *context, const char *source)
{
    static const auto french = [] {
        auto translator = std::make_unique<QTranslator>();
        if (!translator->load(QStringLiteral(":/i18n/fr.qm")))
            translator.reset();
        return translator;
    }();
    QStringList names{QCoreApplication::translate(context, source), QString::fromUtf8(source)};
    if (french)
        names << french->translate(context, source);
    for (QString &name : names)
        name.remove(u'&');
    names.removeAll(QString());
    names.removeDuplicates();
    return names;
}
} // namespace Gui
