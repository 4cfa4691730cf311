// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

// The walls of the house, as data. When one has to move, it moves here, with its reason in the
// commit.
namespace Arch
{
using namespace Qt::StringLiterals;

// What a folder may include of the project: folders, or single headers. A core folder may also
// include what its own targets may; the window may not, since it submits plans but asks no machine.
struct Arrow {
    QString from;
    QList<QString> to;
    bool inherits = true;
};

inline const QList<Arrow> arrows{
    {u"core/base"_s, {}},
    {u"core/model"_s, {u"core/base"_s}},
    {u"core/parse"_s, {u"core/model"_s}},
    {u"core/clusterconf"_s, {u"core/base"_s, u"core/model"_s}},
    {u"core/plan"_s, {u"core/model"_s}},
    {u"core/provider"_s, {u"core/plan"_s, u"core/parse"_s, u"core/clusterconf"_s}},
    {u"core/transport"_s, {u"core/base"_s}},
    {u"core/bmc"_s, {u"core/base"_s, u"core/model"_s}},
    {u"core/store"_s, {u"core/base"_s, u"core/model"_s}},
    {u"core/collect"_s, {u"core/provider"_s, u"core/transport"_s, u"core/bmc"_s, u"core/store"_s}},
    {u"core/action"_s,
     {u"core/provider"_s, u"core/plan"_s, u"core/transport"_s, u"core/bmc"_s, u"core/store"_s}},
    {u"core/config"_s, {u"core/base"_s}},
    // What is looked at on one machine on request: logs, records of a BMC, ways to log in.
    {u"core/athand"_s,
     {u"core/model"_s, u"core/clusterconf"_s, u"core/transport"_s, u"core/bmc"_s, u"core/store"_s,
      u"core/config"_s}},
    {u"core/session"_s, {u"core/collect"_s, u"core/action"_s, u"core/config"_s, u"core/athand"_s}},
    {u"core/ctl"_s, {u"core/session"_s}},
    {u"gui"_s,
     {u"core/base"_s, u"core/model"_s, u"core/plan"_s, u"core/action"_s, u"core/clusterconf"_s,
      u"core/store"_s, u"core/config"_s, u"core/athand"_s, u"core/collect/snapshotstore.h"_s,
      u"core/collect/forecasts.h"_s, u"core/transport/questions.h"_s},
     false},
    // Only the composition of the window sees the session.
    {u"gui/application"_s, {u"gui"_s, u"core/session"_s}},
    {u"gui/applicationreplay"_s, {u"gui"_s, u"core/session"_s}},
    // The lab simulates mechanisms of its own, so that core and lab can prove each other wrong;
    // the tests of core on the lab lie beside its folders.
    {u"tests/lab/*"_s, {}, false},
};

// Qt modules a part may use; a part is the longest prefix that matches.
struct Modules {
    QString part;
    QList<QString> allowed;
};
inline const QList<Modules> modules{
    {u"core"_s, {u"QtCore"_s, u"QtNetwork"_s, u"QtSql"_s}},
    {u"core/base"_s, {u"QtCore"_s}},
    {u"core/model"_s, {u"QtCore"_s}},
    {u"core/parse"_s, {u"QtCore"_s}},
    {u"core/clusterconf"_s, {u"QtCore"_s}},
    {u"core/plan"_s, {u"QtCore"_s}},
    {u"core/provider"_s, {u"QtCore"_s}},
    {u"gui"_s, {u"QtCore"_s, u"QtGui"_s, u"QtWidgets"_s, u"QtSvg"_s, u"QtPrintSupport"_s}},
    {u"tests/lab/*"_s, {}},
};

// Libraries that one part alone knows, so that they can be replaced there.
struct Library {
    QString prefix; // of the included path
    QString part;
};
inline const QList<Library> libraries{
    {u"libssh/"_s, u"core/transport"_s},   {u"OpenIPMI/"_s, u"core/bmc"_s},
    {u"qt6keychain/"_s, u"core/config"_s}, {u"libxml/"_s, u"core/clusterconf"_s},
    {u"tl/expected"_s, u"core/base"_s},    {u"dtl/"_s, u"core/base"_s},
    {u"Qsci/"_s, u"gui/confeditor"_s},
};

// The system's own interface stays in files chosen by CMake for their platform.
inline const QList<QString> systemHeaders{
    u"unistd.h"_s, u"fcntl.h"_s,   u"signal.h"_s,   u"csignal"_s, u"poll.h"_s,   u"netdb.h"_s,
    u"pwd.h"_s,    u"windows.h"_s, u"winsock2.h"_s, u"sys/"_s,    u"netinet/"_s, u"arpa/"_s,
};
} // namespace Arch
