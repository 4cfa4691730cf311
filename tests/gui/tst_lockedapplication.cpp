// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/actioncenter.h"
#include "gui/application.h"
#include "gui/lockprompt.h"
#include "tests/testmain.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>

using namespace Gui;
using namespace Qt::StringLiterals;

namespace
{
constexpr int patience = 60'000; // ms; a key takes its time to derive
const QString cluster = u"attic"_s;

// The program with one cluster whose only machine does not answer.
struct Desk {
    Desk()
    {
        Core::ClusterProfile profile;
        profile.name = cluster;
        profile.role = Core::ProfileRole::Administrator;
        Core::ProfileMachine machine;
        machine.name = Core::NodeName(u"node1"_s);
        machine.address = u"127.0.0.1"_s;
        machine.port = 1; // nobody listens
        profile.machines << machine;
        static_cast<void>(Core::saveProfile(profile, Core::profilePath(cluster)));
        Options options;
        options.language = Core::Language::English;
        options.profile = cluster;
        application = std::make_unique<Application>(options);
        application->start();
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (auto *one = qobject_cast<MainWindow *>(widget))
                window = one;
        }
    }
    std::optional<Core::UserRole> role() { return window->actionCenter().role(cluster); }
    bool becomes(Core::UserRole wanted)
    {
        return QTest::qWaitFor([&] { return role() == wanted; }, patience);
    }
    void toggle(const QString &passphrase)
    {
        window->actions().action(ActionId::Lock)->trigger();
        auto *prompt = window->findChild<LockPrompt *>();
        for (QLineEdit *field : prompt->findChildren<QLineEdit *>())
            field->setText(passphrase);
        prompt->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
    }

    std::unique_ptr<Application> application;
    MainWindow *window = nullptr;
};
} // namespace

// The lock of the program, down to the engine of a cluster that is open.
class TstLockedApplication : public QObject
{
    Q_OBJECT
private slots:
    void nothingCanBeChangedUntilItIsUnlocked();
};

void TstLockedApplication::nothingCanBeChangedUntilItIsUnlocked()
{
    {
        Desk desk;
        QVERIFY(desk.window);
        QVERIFY(desk.becomes(Core::UserRole::Administrator));
        desk.toggle(u"eight oaks"_s);
        QVERIFY(desk.becomes(Core::UserRole::Onlooker));
        emit desk.window->roleChosen(cluster, Core::UserRole::Administrator);
        QCOMPARE(desk.role(), std::optional(Core::UserRole::Onlooker));
    }
    Desk again; // after a restart, too
    QVERIFY(again.becomes(Core::UserRole::Onlooker));
    again.toggle(u"eight oaks"_s);
    QVERIFY(again.becomes(Core::UserRole::Administrator)); // the profile kept it
}

BINOME_TEST(TstLockedApplication)
#include "tst_lockedapplication.moc"
