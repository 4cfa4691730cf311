// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/action/actionrunner.h"
#include "core/action/drbdplan.h"
#include "core/action/splitbrain.h"
#include "core/store/journal.h"
#include "tests/lab/openlab.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

// Copies that go apart on a laboratory, and the plans that bring them together. What was lost and
// what was kept is told by the laboratory, not by the nodes.
namespace Testing
{
inline const Core::NodeName node1(QStringLiteral("node1"));
inline const Core::NodeName node2(QStringLiteral("node2"));
inline const Core::ResourceName r1(QStringLiteral("r1"));
inline const Core::ResourceName r2(QStringLiteral("r2"));
constexpr int labPatience = 150'000; // ms

class SplitLab : public OpenLab
{
public:
    // Nobody writes, so that a mark that changes is the repair's doing.
    bool quiet() { return up() && silenced(); }
    bool silenced()
    {
        bool all = settled();
        for (int id = 100; id <= 103; ++id)
            all = all && event(QStringLiteral("set guest-write-rate %1:0").arg(id));
        return all;
    }
    bool event(const QString &words)
    {
        return lab(QStringList{QStringLiteral("do")} + words.split(u' '));
    }
    bool split(const Core::ResourceName &resource, int kib1, int kib2)
    {
        return event(
            QStringLiteral("split-brain %1 %2 %3").arg(resource.text()).arg(kib1).arg(kib2));
    }

    QJsonObject copy(const Core::ResourceName &resource, const Core::NodeName &node)
    {
        static_cast<void>(lab({QStringLiteral("status"), QStringLiteral("--json")}));
        const QJsonObject status = QJsonDocument::fromJson(said()).object();
        for (const QJsonValue one : status[QStringLiteral("replication")].toArray()) {
            if (one[QStringLiteral("resource")].toString() == resource.text()
                && one[QStringLiteral("node")].toString() == node.text())
                return one.toObject();
        }
        return {};
    }
    QJsonArray marks(const Core::ResourceName &resource, const Core::NodeName &node)
    {
        return copy(resource, node)[QStringLiteral("volumes")].toArray();
    }
    bool whole(const Core::ResourceName &resource)
    {
        bool good = true;
        for (const Core::NodeName &node : {node1, node2}) {
            const QJsonObject side = copy(resource, node);
            good = good
                && side[QStringLiteral("connection")].toString() == QStringLiteral("Connected")
                && side[QStringLiteral("role")].toString() == QStringLiteral("Primary")
                && side[QStringLiteral("disk")].toString() == QStringLiteral("UpToDate")
                && side[QStringLiteral("outOfSyncKiB")].toInt() == 0;
        }
        return good;
    }

    // The console proved the split brain by itself, and knows what it needs for a plan.
    std::optional<Core::SplitBrain> seen(const Core::ResourceName &resource)
    {
        std::optional<Core::SplitBrain> brain;
        static_cast<void>(within(labPatience, [&] {
            session().refresh();
            QTest::qWait(200);
            brain = Core::splitBrainOf(*snapshot(), resource);
            return brain && brain->apart.kind == Core::ApartKind::SplitBrain
                && brain->sides.size() == 2 && known(brain->sides[0]) && known(brain->sides[1]);
        }));
        return brain;
    }

    Core::ActionRunPtr begun(const Core::Planner &planner)
    {
        const Core::ActionPlan shown = planner(*snapshot());
        return session().actions().run(planner, shown,
                                       {shown.confirmation.expected, QStringLiteral("test")});
    }
    // As a person does: a plan that changed meanwhile is looked at and confirmed again.
    Core::ActionRunPtr underWay(const Core::Planner &planner)
    {
        Core::ActionRunPtr run;
        for (int times = 0; times < 5; ++times) {
            run = begun(planner);
            static_cast<void>(within(
                labPatience, [&] { return run->outcome().has_value() || run->step() >= 0; }));
            if (!isStale(run->outcome()))
                break;
        }
        return run;
    }
    static Core::Outcome ended(const Core::ActionRunPtr &run)
    {
        static_cast<void>(within(labPatience, [&] { return run->outcome().has_value(); }));
        return run->outcome().value_or(Core::Outcome());
    }
    Core::Outcome done(const Core::Planner &planner) { return ended(underWay(planner)); }
    static Core::Planner repair(const Core::SplitBrainWish &wish)
    {
        return [wish](const Core::ClusterSnapshot &now) { return planSplitBrain(wish, now); };
    }
    // The newest story of the journal, once its end is written.
    Core::JournalEntry story()
    {
        Core::JournalEntry newest;
        static_cast<void>(within(labPatience, [&] {
            const auto entries = session().journal().entries(1).result();
            if (entries && !entries->isEmpty())
                newest = entries->first();
            return newest.outcome.has_value();
        }));
        return newest;
    }

private:
    static bool known(const Core::SplitSide &side)
    {
        return side.guests && side.volumes && !isConnected(side.state.connection);
    }
    static bool isStale(const std::optional<Core::Outcome> &outcome)
    {
        return outcome && outcome->kind == Core::OutcomeKind::Refused && outcome->error
            && outcome->error->kind == Core::ErrorKind::Stale;
    }
};

inline QByteArray why(const Core::Outcome &outcome)
{
    QByteArray text = "outcome " + QByteArray::number(int(outcome.kind)) + " at step "
        + QByteArray::number(outcome.step);
    if (outcome.error)
        text += ' ' + logText(outcome.error->what).toUtf8() + ' ' + outcome.error->detail.toUtf8();
    return text;
}

inline QByteArray told(const Core::ActionPlan &plan)
{
    QStringList lines;
    for (const Core::Finding &finding : plan.findings)
        lines << finding.id + QStringLiteral(": ") + logText(finding.text);
    return lines.join(u'\n').toUtf8();
}
} // namespace Testing

#define DONE(outcome)                                                                              \
    do {                                                                                           \
        const Core::Outcome end_ = (outcome);                                                      \
        QVERIFY2(end_.kind == Core::OutcomeKind::Done, Testing::why(end_).constData());            \
    } while (false)
