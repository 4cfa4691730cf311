// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/curvegroup.h"

#include "core/base/message.h"

#include <QCollator>
#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace Gui
{
namespace
{
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Gui::Curves)
};
using Core::Quantity;
using Core::SeriesKey;

// Okabe and Ito's palette; of those too pale for a white ground the same hue, darker.
constexpr std::array<QRgb, 7> onLight{0x0072b2, 0xd55e00, 0x00805d, 0xb0568a,
                                      0xa66f00, 0x2b7fb0, 0x4d4d4d};
constexpr std::array<QRgb, 7> onDark{0x56b4e9, 0xe69f00, 0x00b383, 0xcc79a7,
                                     0xf0e442, 0xff7f2a, 0xc8c8c8};
constexpr std::array styles{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};

QString quantityName(Quantity quantity)
{
    switch (quantity) {
    case Quantity::OutOfSync:
        return Text::tr("out of sync");
    case Quantity::ResyncRate:
        return Text::tr("current");
    case Quantity::ResyncAverage:
        return Text::tr("average");
    case Quantity::ResyncWanted:
        return Text::tr("wanted");
    case Quantity::NetworkSent:
    case Quantity::InterfaceSent:
        return Text::tr("sent");
    case Quantity::NetworkReceived:
    case Quantity::InterfaceReceived:
        return Text::tr("received");
    case Quantity::DiskWritten:
        return Text::tr("written");
    case Quantity::DiskRead:
        return Text::tr("read");
    case Quantity::Pending:
        return Text::tr("pending");
    case Quantity::Unacknowledged:
        return Text::tr("unacknowledged");
    case Quantity::ActivityLogWrites:
        return Text::tr("log writes");
    }
    return {};
}

template <typename T, typename F> QList<T> distinct(const QList<SeriesKey> &series, F of)
{
    QList<T> found;
    for (const SeriesKey &key : series) {
        if (!found.contains(of(key)))
            found << of(key);
    }
    return found;
}

QString countText(double value)
{
    return QLocale().toString(value, 'f', value < 10 && value != std::floor(value) ? 1 : 0);
}
} // namespace

QString curveGroupName(CurveGroup group)
{
    switch (group) {
    case CurveGroup::OutOfSync:
        return Text::tr("Out of sync");
    case CurveGroup::ResyncRate:
        return Text::tr("Resync rate");
    case CurveGroup::Network:
        return Text::tr("Replication traffic");
    case CurveGroup::Disk:
        return Text::tr("Disk");
    case CurveGroup::Requests:
        return Text::tr("Open requests");
    case CurveGroup::ActivityLog:
        return Text::tr("Activity log");
    case CurveGroup::Interfaces:
        return Text::tr("Network interfaces");
    }
    return {};
}

QList<Quantity> quantitiesOf(CurveGroup group)
{
    switch (group) {
    case CurveGroup::OutOfSync:
        return {Quantity::OutOfSync};
    case CurveGroup::ResyncRate:
        return {Quantity::ResyncRate, Quantity::ResyncAverage, Quantity::ResyncWanted};
    case CurveGroup::Network:
        return {Quantity::NetworkSent, Quantity::NetworkReceived};
    case CurveGroup::Disk:
        return {Quantity::DiskWritten, Quantity::DiskRead};
    case CurveGroup::Requests:
        return {Quantity::Pending, Quantity::Unacknowledged};
    case CurveGroup::ActivityLog:
        return {Quantity::ActivityLogWrites};
    case CurveGroup::Interfaces:
        return {Quantity::InterfaceSent, Quantity::InterfaceReceived};
    }
    return {};
}

CurveUnit unitOf(CurveGroup group)
{
    switch (group) {
    case CurveGroup::OutOfSync:
        return CurveUnit::Bytes;
    case CurveGroup::ResyncRate:
    case CurveGroup::Network:
    case CurveGroup::Disk:
    case CurveGroup::Interfaces:
        return CurveUnit::BytesPerSecond;
    case CurveGroup::Requests:
        return CurveUnit::Requests;
    case CurveGroup::ActivityLog:
        return CurveUnit::WritesPerSecond;
    }
    return CurveUnit::Bytes;
}

QString curveValue(CurveUnit unit, double value)
{
    switch (unit) {
    case CurveUnit::Bytes:
        return Core::sizeText({qint64(value)});
    case CurveUnit::BytesPerSecond:
        return Core::rateText({value});
    case CurveUnit::Requests:
        return countText(value);
    case CurveUnit::WritesPerSecond:
        return Text::tr("%1/s").arg(countText(value));
    }
    return {};
}

QString axisValue(CurveUnit unit, double value)
{
    static const QRegularExpression needless(QStringLiteral("[.,]0(?=[\\s\\x{a0}\\x{202f}])"));
    return curveValue(unit, value).remove(needless);
}

QString axisTitle(CurveGroup group)
{
    return curveGroupName(group);
}

QStringList subjectsOf(CurveGroup group, const QList<SeriesKey> &known)
{
    const QList<Quantity> quantities = quantitiesOf(group);
    QStringList subjects;
    for (const SeriesKey &key : known) {
        if (quantities.contains(key.quantity) && !subjects.contains(key.subject))
            subjects << key.subject;
    }
    QCollator order{QLocale(QLocale::English)}; // the C locale knows no numeric order
    order.setNumericMode(true);
    std::sort(subjects.begin(), subjects.end(), order);
    return subjects;
}

QList<SeriesKey> seriesOf(CurveGroup group, const QString &subject, const QList<SeriesKey> &known)
{
    QList<Quantity> quantities = quantitiesOf(group);
    if (subject.isEmpty())
        quantities = {quantities.first()};
    QList<SeriesKey> found;
    for (const QString &one : subject.isEmpty() ? subjectsOf(group, known) : QStringList{subject}) {
        for (const SeriesKey &key : known) {
            if (key.subject == one && quantities.contains(key.quantity))
                found << key;
        }
    }
    return found;
}

// One subject: a colour a quantity, or a node where there is but one quantity. Several: a colour a
// subject. The style tells the nodes apart, and the round of colours when they begin again.
QList<CurveLook> looksOf(const QList<SeriesKey> &series, bool dark)
{
    const auto subjects
        = distinct<QString>(series, [](const SeriesKey &key) { return key.subject; });
    const auto nodes
        = distinct<QString>(series, [](const SeriesKey &key) { return key.node.text(); });
    const auto quantities
        = distinct<Quantity>(series, [](const SeriesKey &key) { return key.quantity; });
    const std::array<QRgb, 7> &colors = dark ? onDark : onLight;
    QList<CurveLook> looks;
    for (const SeriesKey &key : series) {
        const qsizetype node = nodes.indexOf(key.node.text());
        const qsizetype hue = subjects.size() > 1 ? subjects.indexOf(key.subject)
            : quantities.size() > 1               ? quantities.indexOf(key.quantity)
                                                  : node;
        const qsizetype round = hue / qsizetype(colors.size());
        QStringList name{key.subject, key.node.text()};
        if (quantities.size() > 1)
            name << quantityName(key.quantity);
        if (subjects.size() == 1)
            name.removeFirst();
        looks << CurveLook{name.join(QStringLiteral(", ")),
                           QColor::fromRgb(colors[size_t(hue) % colors.size()]),
                           styles[size_t(node + 2 * round) % styles.size()]};
    }
    return looks;
}
} // namespace Gui
