// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mechanisms/virtualfence.h"
#include "render/commands.h"
#include "render/files.h"

#include <QString>

#include <functional>
#include <sstream>

// The deterministic driver for tests: the same mechanisms on virtual time, with no process.
class Scenario
{
public:
    Scenario() : m_simulation(Lab::healthyWorld("127.99.1"), m_fence)
    {
        m_fence.bind(m_simulation);
    }

    Lab::Simulation &simulation() { return m_simulation; }
    const Lab::World &world() const { return m_simulation.world(); }
    Lab::World &change() { return m_simulation.changeWorld(); }
    const Lab::Node &node(int id) const { return world().node(id); }

    // An event in words; the refusal, empty when it was accepted.
    QString event(const std::string &line)
    {
        std::istringstream words(line);
        const std::vector<std::string> list{std::istream_iterator<std::string>(words), {}};
        return QString::fromStdString(m_simulation.apply(list).value_or(std::string()));
    }
    void run(double seconds)
    {
        const auto step = Lab::Time{static_cast<Lab::Time::rep>(seconds * 1000)};
        m_simulation.runUntil(m_simulation.queue().now() + step);
    }
    double now() { return static_cast<double>(m_simulation.queue().now().count()) / 1000.0; }
    // Runs in tenths of a second until it is so; the time then, or -1 after the limit.
    double when(const std::function<bool()> &so, double limit)
    {
        const double end = now() + limit;
        while (!so()) {
            if (now() > end)
                return -1;
            run(0.1);
        }
        return now();
    }
    // Until it has ended, ten minutes at most; each prompt gets the next line of the input.
    Lab::Answer command(const std::string &machine, const std::string &line,
                        const std::vector<std::string> &input = {})
    {
        std::istringstream words(line);
        return Lab::runToEnd(m_simulation, machine, {std::istream_iterator<std::string>(words), {}},
                             Lab::Time{600'000}, input);
    }
    QString out(const std::string &machine, const std::string &line)
    {
        return QString::fromStdString(command(machine, line).out);
    }
    QString file(const std::string &machine, const std::string &path)
    {
        const Lab::Files files = Lab::filesOf(world(), machine, m_simulation.queue().now());
        const auto it = files.find(path);
        return it == files.end() ? QString() : QString::fromStdString(it->second);
    }
    QString log() const
    {
        QString text;
        for (const std::string &line : world().log)
            text += QString::fromStdString(line) + QLatin1Char('\n');
        return text;
    }

private:
    Lab::VirtualFence m_fence;
    Lab::Simulation m_simulation;
};
