// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/athand/athand.h"
#include "tests/gui/samplecluster.h"

#include <QPointer>

// What the window is given at hand by a test.
namespace FakeAtHand
{
using namespace Core;

class Stream : public Core::Stream
{
public:
    void write(const QByteArray &) override { }
    void closeInput() override { }
};

class Hand : public AtHand
{
public:
    std::unique_ptr<LogFollower> follow(const NodeName &machine, NodeLog log) override
    {
        auto stream = std::make_unique<Stream>();
        streams << stream.get();
        asked << std::pair(machine, log);
        return std::make_unique<LogFollower>(std::move(stream), machine, Redactor());
    }
    Expected<QStringList> terminal(const NodeName &machine, const QString &command) const override
    {
        commands << command;
        reached << machine;
        return QStringList{QStringLiteral("-p"), QStringLiteral("22"), machine.text()};
    }
    std::unique_ptr<GuestConsole> guestConsole(int guest, const NodeName &node) override
    {
        consoles << std::pair(guest, node);
        return std::make_unique<GuestConsole>(
            [this] {
                auto stream = std::make_unique<Stream>();
                streams << stream.get();
                return stream;
            },
            GuestConsole::Place{guest, node}, consolePatience);
    }
    std::unique_ptr<BmcReader> bmcReader(const NodeName &) override
    {
        return std::make_unique<BmcReader>(bmc);
    }
    QFuture<Expected<void>> saveBundle(const QString &file) override
    {
        bundles << file;
        return QtFuture::makeReadyFuture(bundleAnswer);
    }
    int open() const
    {
        return int(std::count_if(streams.cbegin(), streams.cend(),
                                 [](const auto &stream) { return !stream.isNull(); }));
    }
    void say(const QByteArray &bytes) { emit streams.last()->data(bytes); }

    QList<QPointer<Stream>> streams;
    QList<std::pair<NodeName, NodeLog>> asked;
    QStringList bundles;
    QList<std::pair<int, NodeName>> consoles;
    std::chrono::milliseconds consolePatience = std::chrono::seconds(60);
    mutable QStringList commands; // that a terminal was to run
    mutable QList<NodeName> reached; // where
    BmcQuery bmc = [](quint8, quint8, const QByteArray &) {
        return QtFuture::makeReadyFuture(Expected<QByteArray>(
            failure(ErrorKind::Unreachable, message("%1", {QStringLiteral("no BMC here")}))));
    };
    Expected<void> bundleAnswer;
};

// The healthy samples, with what is at hand of them.
class Source : public SampleCluster::Source
{
public:
    explicit Source(ClusterSnapshot snapshot) : SampleCluster::Source(std::move(snapshot)) { }
    AtHand *atHand() const override { return hand; }
    AtHand *hand = nullptr;
};
} // namespace FakeAtHand
