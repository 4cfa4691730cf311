// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/whendone.h"
#include "core/clusterconf/keptconf.h"
#include "core/collect/conffeed.h"
#include "core/ctl/commandtable.h"
#include "core/ctl/confsides.h"
#include "core/ctl/inputfile.h"
#include "core/ctl/onecluster.h"
#include "core/store/confhistory.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace Ctl
{
namespace
{
using namespace Core;

// "12" and "@5" are kept, "committed" and "node2:local" lie on a node, anything else is a file.
struct Name {
    explicit Name(const QString &given) : text(given)
    {
        const qsizetype colon = given.indexOf(u':');
        place = confPlaceOf(QStringView(given).mid(colon + 1));
        if (place && colon > 0)
            node = NodeName(given.left(colon));
        const QStringView digits = QStringView(given).mid(given.startsWith(u'@') ? 1 : 0);
        kept = !digits.isEmpty() && std::all_of(digits.begin(), digits.end(), [](QChar c) {
            return c >= u'0' && c <= u'9';
        });
    }
    QString text;
    std::optional<ConfPlace> place;
    NodeName node; // empty: of any
    bool kept = false;
};

// What is found under two names, one after the other. The exit code is told once.
class VersionsCall : public QObject
{
public:
    VersionsCall(ConfHistory &history, Session *session, QList<Name> names, bool json)
        : m_history(history), m_session(session), m_names(std::move(names)), m_json(json)
    {
    }

    void begin()
    {
        whenDone(m_history.versions(), this, [this](const Expected<ConfVersions> &versions) {
            if (!versions)
                return end(NotWell, versions.error());
            m_versions = *versions;
            next();
        });
    }

private:
    void next()
    {
        if (m_sides.size() == m_names.size())
            return QCoreApplication::exit(compared());
        const Name &name = m_names.at(m_sides.size());
        if (name.place)
            takeLive(name);
        else if (name.kept)
            takeKept(name);
        else
            takeFile(name);
    }

    void takeLive(const Name &name)
    {
        for (const auto &machine : m_session->store().current()->machines) {
            if (!name.node.isEmpty() && machine.name != name.node)
                continue;
            if (const auto bytes = m_session->conf().text(machine.name, *name.place))
                return take(name, *bytes);
        }
        end(CannotReach,
            {ErrorKind::Unreachable,
             message(QT_TRANSLATE_NOOP("Core", "no node shows such a file: %1"), {name.text}),
             {}});
    }

    void takeKept(const Name &name)
    {
        const Expected<ConfVersion> version = versionNamed(m_versions, name.text);
        if (!version)
            return end(WrongUsage, version.error());
        whenDone(m_history.text(version->id), this, [this, name](const Expected<QByteArray> &text) {
            if (!text)
                return end(NotWell, text.error());
            m_masked = true;
            take(name, *text);
        });
    }

    void takeFile(const Name &name)
    {
        const Expected<QByteArray> input = readInput(name.text);
        if (!input)
            return QCoreApplication::exit(complainAbout(name.text, input.error(), "conf"));
        take(name, *input);
    }

    void take(const Name &name, const QByteArray &bytes)
    {
        m_sides.append({name.text, bytes});
        next();
    }

    // A version that is kept has no password any more: then the other one's is no difference.
    int compared() const
    {
        const auto side = [this](const std::pair<QString, QByteArray> &one) {
            return confSide(one.first, m_masked ? keptConf(one.second).text : one.second);
        };
        return compareSides(side(m_sides[0]), side(m_sides[1]), m_json);
    }

    void end(int code, const Error &error)
    {
        complain(rendered(error.what));
        QCoreApplication::exit(code);
    }

    ConfHistory &m_history;
    Session *const m_session; // null: nothing on a node is asked for
    const QList<Name> m_names;
    const bool m_json;
    ConfVersions m_versions;
    QList<std::pair<QString, QByteArray>> m_sides;
    bool m_masked = false;
};
} // namespace

int diffVersions(const QString &cluster, const QString &before, const QString &after, bool json)
{
    const std::variant<ClusterProfile, int> profile = profileOf(cluster, "conf");
    if (const int *wrong = std::get_if<int>(&profile))
        return *wrong;
    const ClusterProfile &known = std::get<ClusterProfile>(profile);
    const QList<Name> names{Name(before), Name(after)};
    if (!names[0].place && !names[1].place) {
        ConfHistory history(confHistoryPath(known.name));
        VersionsCall call(history, nullptr, names, json);
        QMetaObject::invokeMethod(
            &call, [&call] { call.begin(); }, Qt::QueuedConnection);
        return QCoreApplication::exec();
    }
    OneCluster live(known);
    VersionsCall call(live.session().confHistory(), &live.session(), names, json);
    QObject::connect(&live, &OneCluster::ready, &call, [&call] { call.begin(); });
    return QCoreApplication::exec();
}
} // namespace Ctl
