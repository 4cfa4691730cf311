// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/action/actionrunner.h"
#include "core/store/journal.h"
#include "gui/actionrunnersource.h"
#include "gui/journalpanel.h"
#include "gui/mainwindow.h"
#include "gui/storesource.h"
#include "gui/topologypanel.h"
#include "tests/lab/openlab.h"

#include <QAction>
#include <QLineEdit>

namespace Testing
{
// The window on a laboratory, with the hands of the person at it.
class ActingWindow
{
public:
    ~ActingWindow()
    {
        m_window.reset();
        m_actions.reset();
        m_source.reset();
    }
    // The laboratory runs and everything that can be known is known; said() tells why not.
    bool up(int bootSeconds = 20)
    {
        if (!m_lab.up(bootSeconds))
            return false;
        m_source = std::make_unique<Gui::StoreSource>(m_lab.session().store(), m_clock);
        m_source->setConfReader(m_lab.session().confReader());
        m_actions = std::make_unique<Gui::ActionRunnerSource>(m_lab.session().actions());
        m_window = std::make_unique<Gui::MainWindow>(m_theme);
        m_window->addCluster(QStringLiteral("lab"), *m_source, m_actions.get());
        m_window->journal().setJournal(&m_lab.session().journal());
        m_window->show();
        return m_lab.settled();
    }
    OpenLab &lab() { return m_lab; }
    Gui::MainWindow &window() { return *m_window; }

    // Chooses an action of the menus; its dialog, or null when the action is off.
    Gui::ActionDialog *choose(Gui::ActionId id)
    {
        QAction *action = m_window->actions().action(id);
        m_why = action->toolTip();
        if (!action->isEnabled())
            return nullptr;
        action->trigger();
        return dialog();
    }
    const QString &why() const { return m_why; } // the last action was off
    Gui::ActionDialog *dialog() { return m_window->findChild<Gui::ActionDialog *>(); }

    // Types what is asked for and follows it to its end. A plan that changed meanwhile is looked at
    // and confirmed again, as a person does.
    bool confirm(Gui::ActionDialog &dialog, const QString &reason, int milliseconds)
    {
        for (int times = 0; times < 5 && (times == 0 || dialog.asking()); ++times) {
            dialog.findChild<QLineEdit *>(QStringLiteral("typedName"))
                ->setText(dialog.plan().confirmation.expected);
            dialog.findChild<QLineEdit *>(QStringLiteral("reason"))->setText(reason);
            m_why = dialog.whyNot();
            if (!m_why.isEmpty())
                return false;
            dialog.confirm();
            OpenLab::within(milliseconds,
                            [&] { return dialog.asking() || dialog.record()->outcome(); });
        }
        m_why = told(dialog);
        return done(dialog);
    }
    // The dialog goes; false: it stayed.
    static bool closed(Gui::ActionDialog *dialog)
    {
        const QPointer<Gui::ActionDialog> gone = dialog;
        dialog->close();
        return OpenLab::within(5'000, [&] { return !gone; });
    }
    // With the mouse, from the guest's chip on the card where it is to the middle of another card.
    void drag(int vmid, const QString &node)
    {
        Gui::TopologyPanel &topology = m_window->topology();
        QPointF from;
        for (const Gui::CardFacts &card : topology.scene().cards()) {
            const Gui::NodeItem *item = topology.scene().nodeItem(card.name);
            for (qreal y = 0; y < item->boundingRect().height(); y += 4) {
                if (item->thingAt(QPointF(40, y)) == Gui::guestThing(vmid))
                    from = item->mapToScene(QPointF(40, y));
            }
        }
        const Gui::NodeItem *target = topology.scene().nodeItem(Core::NodeName(node));
        const QPointF to = target->mapToScene(target->boundingRect().center());
        Gui::TopologyView &view = topology.view();
        QTest::mousePress(view.viewport(), Qt::LeftButton, {}, view.mapFromScene(from));
        QTest::mouseMove(view.viewport(), view.mapFromScene((from + to) / 2));
        QTest::mouseMove(view.viewport(), view.mapFromScene(to));
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, view.mapFromScene(to));
    }
    // Where a guest runs, by every node's word.
    QStringList hostsOf(int vmid)
    {
        QStringList names;
        for (const Core::GuestView &guest : Core::guestsOf(*m_lab.snapshot())) {
            for (const Core::NodeName &host : guest.hosts) {
                if (guest.id == vmid)
                    names << host.text();
            }
        }
        return names;
    }
    static bool done(const Gui::ActionDialog &dialog)
    {
        const Gui::ActionRecord *record = dialog.record();
        return record && record->outcome() && record->outcome()->kind == Core::OutcomeKind::Done;
    }
    // How it ended, with the last lines that commands printed.
    static QString told(const Gui::ActionDialog &dialog)
    {
        const Gui::ActionRecord *record = dialog.record();
        if (!record || !record->outcome())
            return QStringLiteral("no outcome");
        const Core::Outcome &outcome = *record->outcome();
        QString text
            = QStringLiteral("outcome %1 at step %2").arg(int(outcome.kind)).arg(outcome.step);
        if (outcome.error)
            text += QStringLiteral(": ") + Core::rendered(outcome.error->what) + u' '
                + outcome.error->detail;
        for (const Gui::OutputLine &line :
             record->output().mid(std::max<qsizetype>(0, record->output().size() - 12)))
            text += u'\n' + line.text;
        return text;
    }

private:
    OpenLab m_lab;
    const Core::SystemClock m_clock{};
    Gui::Theme m_theme;
    std::unique_ptr<Gui::StoreSource> m_source;
    std::unique_ptr<Gui::ActionRunnerSource> m_actions;
    std::unique_ptr<Gui::MainWindow> m_window;
    QString m_why;
};
} // namespace Testing
