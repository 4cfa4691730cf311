// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/athand/athand.h"
#include "core/athand/programlog.h"
#include "core/base/whendone.h"
#include "core/ctl/commandtable.h"
#include "core/ctl/onecluster.h"

#include <QCoreApplication>

namespace Ctl
{
using namespace Core;

namespace
{
int saved(const Expected<void> &result, const QString &file)
{
    if (result) {
        say(rendered(message(QT_TRANSLATE_NOOP("Core", "Saved in %1; passwords were taken out."),
                             {file}))
            + u'\n');
        return Done;
    }
    complain(rendered(result.error().what) + QStringLiteral(": ") + result.error().detail);
    return NotWell;
}
} // namespace

// A machine that cannot be asked is part of what the bundle tells, so that it fails for none.
int runBundle(const QStringList &arguments)
{
    for (const QString &argument : arguments) {
        if (argument.startsWith(u'-'))
            return wrongUsage(
                rendered(message(QT_TRANSLATE_NOOP("Core", "unknown option %1"), {argument})),
                "bundle");
    }
    if (arguments.size() != 2)
        return wrongUsage(
            rendered(message(QT_TRANSLATE_NOOP("Core", "one CLUSTER and one FILE are needed"))),
            "bundle");
    const std::variant<ClusterProfile, int> profile = profileOf(arguments.at(0), "bundle");
    if (const int *wrong = std::get_if<int>(&profile))
        return *wrong;
    keepProgramLog();
    OneCluster cluster(std::get<ClusterProfile>(profile));
    QObject::connect(&cluster, &OneCluster::ready, &cluster, [&cluster, file = arguments.at(1)] {
        whenDone(
            cluster.session().atHand().saveBundle(file), &cluster,
            [file](const Expected<void> &result) { QCoreApplication::exit(saved(result, file)); });
    });
    return QCoreApplication::exec();
}
} // namespace Ctl
