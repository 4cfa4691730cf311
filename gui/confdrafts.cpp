// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/confdrafts.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPushButton>

namespace Gui
{
namespace
{
QString said(const char *text)
{
    return QCoreApplication::translate("Gui::ConfDrafts", text);
}
} // namespace

QMessageBox *askAboutDrafts(const QStringList &clusters, QWidget &window,
                            std::function<void()> discarded)
{
    auto *box = new QMessageBox(&window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Warning);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(said(QT_TRANSLATE_NOOP("Gui::ConfDrafts", "Changes not activated")));
    box->setText(said(QT_TRANSLATE_NOOP("Gui::ConfDrafts",
                                        "Closing loses what was changed in cluster.conf of %1."))
                     .arg(QLocale().createSeparatedList(clusters)));
    box->setInformativeText(said(
        QT_TRANSLATE_NOOP("Gui::ConfDrafts",
                          "It holds passwords, so it is not kept on the disk. Activating it is "
                          "what makes it last.")));
    auto *keep = box->addButton(said(QT_TRANSLATE_NOOP("Gui::ConfDrafts", "Keep editing")),
                                QMessageBox::RejectRole);
    auto *lose = box->addButton(said(QT_TRANSLATE_NOOP("Gui::ConfDrafts", "Discard")),
                                QMessageBox::DestructiveRole);
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    // In the next turn: the window that it lets go may take the box with it.
    QObject::connect(lose, &QPushButton::clicked, &window, std::move(discarded),
                     Qt::QueuedConnection);
    box->open();
    return box;
}
} // namespace Gui
