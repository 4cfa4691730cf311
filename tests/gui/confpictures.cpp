// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/confpictures.h"

#include "gui/confchanges.h"
#include "gui/confeditor.h"
#include "gui/confpanel.h"
#include "gui/confrecipes.h"
#include "gui/mainwindow.h"
#include "tests/gui/confsource.h"

#include <QLineEdit>
#include <QMessageBox>
#include <QTest>

namespace
{
// Something to find, and a quorum disk with its times.
QByteArray edited()
{
    QByteArray text = ConfSample::fenced(12);
    text.replace("<cman two_node=\"1\" expected_votes=\"1\"/>",
                 "<cman expected_votes=\"3\"/>\n  <quorumd label=\"pve_quorum\" interval=\"1\" "
                 "tko=\"10\" votes=\"1\"/>\n  <totem token=\"54000\"/>");
    return text.replace("<device name=\"ipmi2\"/>", "<device name=\"ipmi3\"/>");
}

void paint(QWidget &widget, const QDir &folder, const QString &name)
{
    QTest::qWait(50);
    widget.grab().save(folder.filePath(name));
}

void paintWindow(Gui::Theme &theme, const QSize &size, const QDir &folder, const QString &ending)
{
    ConfSample::Source source;
    Gui::MainWindow window(theme);
    window.addCluster(QStringLiteral("pve-ha"), source);
    window.setLanguage(QLocale().name().left(2));
    window.resize(size);
    window.show();
    window.showPanel(QStringLiteral("configuration"));
    Gui::ConfPanel &panel = *window.configuration();
    const auto judged = [&] { return panel.isOpen() && panel.isJudged(); };
    if (!QTest::qWaitFor(judged))
        return;
    panel.setText(edited());
    QTest::qWait(50);
    if (!QTest::qWaitFor(judged))
        return;
    const QString name = QStringLiteral("conf-%1-%2-") + ending;
    paint(window, folder, name.arg(QStringLiteral("text")).arg(size.width()));
    panel.showPage(1);
    paint(window, folder, name.arg(QStringLiteral("form")).arg(size.width()));
    panel.showPage(0);
    panel.activate();
    if (auto *review = panel.findChild<Gui::ConfReview *>())
        paint(*review, folder, name.arg(QStringLiteral("review")).arg(size.width()));
    for (const Gui::ConfRecipeId recipe :
         {Gui::ConfRecipeId::ProtectNode, Gui::ConfRecipeId::SecondMethod}) {
        if (QDialog *dialog = panel.openRecipe(recipe))
            paint(*dialog, folder,
                  name.arg(QStringLiteral("recipe%1").arg(int(recipe))).arg(size.width()));
    }
    panel.setText(ConfSample::fenced(12));
    if (!QTest::qWaitFor(judged))
        return;
    if (QDialog *dialog = panel.openRecipe(Gui::ConfRecipeId::QuorumDisk)) {
        dialog->findChild<QLineEdit *>()->setText(QStringLiteral("pve_quorum"));
        paint(*dialog, folder, name.arg(QStringLiteral("disk")).arg(size.width()));
    }
    panel.setText(edited());
    if (!QTest::qWaitFor(judged))
        return;
    source.loseQuorum();
    paint(window, folder, name.arg(QStringLiteral("rescue")).arg(size.width()));
    window.close();
    if (auto *question = window.findChild<QMessageBox *>()) {
        paint(*question, folder, name.arg(QStringLiteral("draft")).arg(size.width()));
        question->reject();
    }
}
} // namespace

void paintConfiguration(Gui::Theme &theme, const QDir &folder, const QString &ending)
{
    paintWindow(theme, {1280, 800}, folder, ending);
    paintWindow(theme, {1920, 1080}, folder, ending);
}
