// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/windowstate.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace Gui
{
namespace
{
const QString panelsKey = QStringLiteral("panels");
const QString panelKey = QStringLiteral("panel");
const QString kindKey = QStringLiteral("selectedKind");
const QString idKey = QStringLiteral("selectedId");
const QString movedKey = QStringLiteral("moved");
} // namespace

QByteArray packed(const WindowState &state)
{
    QJsonObject moved;
    for (auto it = state.moved.cbegin(); it != state.moved.cend(); ++it) {
        moved.insert(it.key().text(),
                     QJsonObject{{QStringLiteral("x"), it->x()}, {QStringLiteral("y"), it->y()}});
    }
    const QJsonObject object{{panelsKey, QString::fromLatin1(state.panels.toBase64())},
                             {panelKey, state.panel},
                             {kindKey, int(state.selected.kind)},
                             {idKey, state.selected.id},
                             {movedKey, moved}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

WindowState unpacked(const QByteArray &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    WindowState state;
    state.panels = QByteArray::fromBase64(object.value(panelsKey).toString().toLatin1());
    state.panel = object.value(panelKey).toString();
    const int kind = object.value(kindKey).toInt();
    if (kind > int(ThingKind::Nothing) && kind <= int(ThingKind::Verdict))
        state.selected = {ThingKind(kind), object.value(idKey).toString()};
    const QJsonObject moved = object.value(movedKey).toObject();
    for (auto it = moved.constBegin(); it != moved.constEnd(); ++it) {
        const QJsonObject by = it->toObject();
        state.moved.insert(Core::NodeName(it.key()),
                           QPointF(by.value(QStringLiteral("x")).toDouble(),
                                   by.value(QStringLiteral("y")).toDouble()));
    }
    return state;
}
} // namespace Gui
