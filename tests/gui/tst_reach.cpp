// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/aboutdialog.h"
#include "gui/clusterdialog.h"
#include "gui/mainwindow.h"
#include "gui/manual.h"
#include "gui/programlogview.h"
#include "gui/settingsdialog.h"
#include "tests/gui/samplecluster.h"
#include "tests/testmain.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QButtonGroup>
#include <QComboBox>
#include <QGraphicsView>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSlider>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTextEdit>

using namespace Gui;
using namespace Qt::StringLiterals;

namespace
{
// Parts that a control is made of answer for nothing themselves.
bool isPart(const QWidget &widget)
{
    const QWidget *parent = widget.parentWidget();
    return qobject_cast<const QHeaderView *>(&widget) || widget.objectName().startsWith(u"qt_"_s)
        || qobject_cast<const QComboBox *>(parent) || qobject_cast<const QAbstractSpinBox *>(parent)
        || qobject_cast<const QLineEdit *>(parent) || qobject_cast<const QTabBar *>(parent)
        || qobject_cast<const QAbstractItemView *>(parent)
        || QString::fromLatin1(widget.metaObject()->className()).startsWith(u"QComboBox"_s);
}

bool isControl(const QWidget &widget)
{
    return qobject_cast<const QAbstractButton *>(&widget)
        || qobject_cast<const QLineEdit *>(&widget) || qobject_cast<const QComboBox *>(&widget)
        || qobject_cast<const QAbstractSpinBox *>(&widget)
        || qobject_cast<const QAbstractItemView *>(&widget)
        || qobject_cast<const QPlainTextEdit *>(&widget) || qobject_cast<const QTextEdit *>(&widget)
        || qobject_cast<const QSlider *>(&widget) || qobject_cast<const QTabBar *>(&widget)
        || qobject_cast<const QGraphicsView *>(&widget);
}

QList<QWidget *> controlsOf(const QWidget &window)
{
    QList<QWidget *> controls = window.findChildren<QWidget *>();
    controls.removeIf([](const QWidget *widget) { return !isControl(*widget) || isPart(*widget); });
    return controls;
}

QString described(const QWidget *widget)
{
    QStringList path;
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        path << button->text();
    for (; widget && path.size() < 5; widget = widget->parentWidget())
        path << QString::fromLatin1(widget->metaObject()->className()) + u'(' + widget->objectName()
                + u')';
    return path.join(u" in "_s);
}

// What a screen reader says of them.
QStringList nameless(const QWidget &window)
{
    QStringList names;
    for (QWidget *control : controlsOf(window)) {
        const QAccessibleInterface *reader = QAccessible::queryAccessibleInterface(control);
        if (!reader || reader->text(QAccessible::Name).trimmed().isEmpty())
            names << described(control);
    }
    return names;
}

bool isWanted(const QWidget &control)
{
    return control.isVisible() && control.isEnabled();
}

// Of choices that exclude one another Tab reaches one; arrow keys lead to the others.
bool isByArrows(const QWidget &control, const QSet<QWidget *> &reached)
{
    const auto *button = qobject_cast<const QAbstractButton *>(&control);
    if (!button || !button->group() || !button->group()->exclusive())
        return false;
    const auto others = button->group()->buttons();
    return std::any_of(others.cbegin(), others.cend(),
                       [&reached](QWidget *other) { return reached.contains(other); });
}

// Where Tab leads from the first control on, until it comes round.
QSet<QWidget *> byTab(QWidget &window)
{
    QSet<QWidget *> reached;
    const QWidget *before = nullptr;
    for (int presses = 0; presses < 300; ++presses) {
        QTest::keyClick(window.focusWidget() ? window.focusWidget() : &window, Qt::Key_Tab);
        QWidget *now = window.focusWidget();
        if (!now)
            break;
        if (reached.contains(now) && now == before) // a text that Tab indents
            QTest::keyClick(now, Qt::Key_Escape);
        before = now;
        reached.insert(now);
    }
    return reached;
}

QStringList unreached(QWidget &window)
{
    window.show();
    window.activateWindow();
    if (!QTest::qWaitForWindowActive(&window))
        return {u"the window is not active"_s};
    const QSet<QWidget *> reached = byTab(window);
    QStringList names;
    for (QWidget *control : controlsOf(window)) {
        QWidget *proxy = control->focusProxy() ? control->focusProxy() : control;
        if (isWanted(*control) && !reached.contains(proxy) && !isByArrows(*control, reached))
            names << described(control);
    }
    return names;
}

struct Desk {
    Desk() : window(theme)
    {
        theme.setReduceMotion(true);
        window.addCluster(u"pve-ha"_s, source);
        window.resize(1280, 800);
        window.show();
    }
    Theme theme;
    SampleCluster::Source source{SampleCluster::healthy()};
    MainWindow window;
};

// Each dialog that needs nothing but itself.
QList<std::pair<QString, std::shared_ptr<QWidget>>> dialogs(Core::Settings &settings,
                                                            const Theme &theme)
{
    return {
        {u"settings"_s, std::make_shared<SettingsDialog>(settings)},
        {u"cluster"_s, std::make_shared<ClusterDialog>()},
        {u"manual"_s, std::make_shared<Manual>()},
        {u"about"_s, std::make_shared<AboutDialog>()},
        {u"log"_s, std::make_shared<ProgramLogView>(theme, [] { return QByteArrayList(); })},
    };
}
} // namespace

// Who cannot see the window, or cannot use a mouse.
class TstReach : public QObject
{
    Q_OBJECT
private slots:
    void everyControlOfTheWindowHasAName()
    {
        const Desk desk;
        QVERIFY(controlsOf(desk.window).size() > 40);
        const QStringList names = nameless(desk.window);
        QVERIFY2(names.isEmpty(), qPrintable(names.join(u'\n')));
    }

    void everyControlOfADialogHasAName()
    {
        const QTemporaryDir folder;
        Core::Settings settings(folder.filePath(u"settings.json"_s));
        const Theme theme;
        for (const auto &[id, dialog] : dialogs(settings, theme)) {
            const QStringList names = nameless(*dialog);
            QVERIFY2(names.isEmpty(), qPrintable(id + u'\n' + names.join(u'\n')));
        }
    }

    void everyPanelIsReachedByTab_data()
    {
        QTest::addColumn<QString>("panel");
        for (const QString &panel : MainWindow::panelIds())
            QTest::newRow(qPrintable(panel)) << panel;
    }

    void everyPanelIsReachedByTab()
    {
        QFETCH(QString, panel);
        Desk desk;
        desk.window.showPanel(panel);
        const QStringList names = unreached(desk.window);
        QVERIFY2(names.isEmpty(), qPrintable(names.join(u'\n')));
    }

    void everyControlOfADialogIsReachedByTab()
    {
        const QTemporaryDir folder;
        Core::Settings settings(folder.filePath(u"settings.json"_s));
        const Theme theme;
        for (const auto &[id, dialog] : dialogs(settings, theme)) {
            const QStringList names = unreached(*dialog);
            QVERIFY2(names.isEmpty(), qPrintable(id + u'\n' + names.join(u'\n')));
        }
    }
};

BINOME_TEST(TstReach)
#include "tst_reach.moc"
