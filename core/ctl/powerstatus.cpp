// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ctl/powerstatus.h"

#include "core/base/terminal.h"
#include "core/base/whendone.h"
#include "core/ctl/commandtable.h"
#include "core/ctl/onecluster.h"
#include "core/ctl/statusjson.h"

#include <QCoreApplication>

#include <algorithm>

namespace Ctl
{
namespace
{
using namespace Core;

struct PowerView {
    BmcWay way;
    std::optional<Expected<PowerState>> told;
    QDateTime at; // UTC
};

Observer observerOf(const BmcWay &way)
{
    return way.through.isEmpty() ? Observer(Workstation()) : Observer(way.through);
}

QString powerText(const Expected<PowerState> &told)
{
    if (!told)
        return rendered(told.error().what);
    switch (*told) {
    case PowerState::On:
        return rendered(message(QT_TRANSLATE_NOOP("Core", "power on")));
    case PowerState::Off:
        return rendered(message(QT_TRANSLATE_NOOP("Core", "power off")));
    default:
        return rendered(message(QT_TRANSLATE_NOOP("Core", "power unknown")));
    }
}

// One question by every way, over the time of one call. Main thread.
class PowerQuestion : public QObject
{
public:
    PowerQuestion(const ClusterProfile &profile, NodeName node, bool json)
        : m_node(std::move(node)), m_json(json), m_cluster(profile)
    {
        connect(&m_cluster, &OneCluster::ready, this, &PowerQuestion::ask);
    }

private:
    void ask()
    {
        const SnapshotPtr picture = m_cluster.session().store().current();
        if (picture->machines.value(m_node).kind != MachineKind::Node
            || !picture->machines.contains(m_node))
            return QCoreApplication::exit(wrongUsage(
                rendered(message(QT_TRANSLATE_NOOP("Core", "%1 is no node of this cluster"),
                                 {m_node.text()})),
                "power"));
        m_views << PowerView{m_node, {}, {}};
        for (const Machine &machine : picture->machines) {
            if (machine.kind == MachineKind::Node && machine.name != m_node)
                m_views << PowerView{{m_node, machine.name}, {}, {}};
        }
        for (qsizetype i = 0; i < m_views.size(); ++i)
            whenDone(m_cluster.session().power(m_views[i].way), this,
                     [this, i](const Expected<PowerState> &told) { take(i, told); });
    }

    void take(qsizetype view, const Expected<PowerState> &told)
    {
        m_views[view].told = told;
        m_views[view].at = QDateTime::currentDateTimeUtc();
        if (std::any_of(m_views.cbegin(), m_views.cend(),
                        [](const PowerView &one) { return !one.told; }))
            return;
        m_json ? writeTo(stdout, document()) : tell();
        QCoreApplication::exit(exitCode());
    }

    void tell() const
    {
        for (const PowerView &view : m_views) {
            const QString by = view.way.through.isEmpty()
                ? rendered(message(QT_TRANSLATE_NOOP("Core", "this computer")))
                : view.way.through.text();
            say(QStringLiteral("%1: %2\n").arg(by, powerText(*view.told)));
        }
    }

    QByteArray document() const
    {
        JsonWriter json;
        json.beginObject();
        json.member("format", "power");
        json.member("node", m_node);
        json.key("power");
        json.array(m_views, [](JsonWriter &to, const PowerView &view) {
            to.beginObject();
            to.memberOrNull("value", *view.told ? powerWord(**view.told) : QString());
            writeObserver(to, observerOf(view.way));
            to.member("at", view.at.toString(Qt::ISODateWithMs));
            writeError(to, *view.told ? std::nullopt : std::optional(view.told->error()));
            to.endObject();
        });
        json.endObject();
        return json.document();
    }

    int exitCode() const
    {
        std::optional<PowerState> first;
        bool refused = false;
        for (const PowerView &view : m_views) {
            const Expected<PowerState> &told = *view.told;
            if (!told)
                refused = refused || told.error().kind == ErrorKind::AuthRefused
                    || told.error().kind == ErrorKind::Refused;
            else if (*told == PowerState::Unknown || (first && *first != *told))
                return NotWell;
            else
                first = *told;
        }
        return first ? Done : refused ? NotAllowed : CannotReach;
    }

    const NodeName m_node;
    const bool m_json;
    OneCluster m_cluster;
    QList<PowerView> m_views;
};
} // namespace

int tellPower(const QString &cluster, const NodeName &node, bool json)
{
    const std::variant<ClusterProfile, int> profile = profileOf(cluster, "power");
    if (const int *wrong = std::get_if<int>(&profile))
        return *wrong;
    PowerQuestion question(std::get<ClusterProfile>(profile), node, json);
    return QCoreApplication::exec();
}
} // namespace Ctl
