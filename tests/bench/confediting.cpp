// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Typing into a cluster.conf in its panel: how soon the findings of each key stand, what processor
// time that took (which a machine with other work does not lengthen), and how long the main thread
// is busy for it, at most in one stretch. Usage: bench_confediting
#include "gui/confeditor.h"
#include "gui/confpanel.h"
#include "gui/theme.h"
#include "tests/bench/conftexts.h"
#include "tests/gui/confsource.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace Gui;

namespace
{
constexpr int keys = 20;

// Tells how long the main thread is at work, event by event; not what happens inside of one.
class Program : public QApplication
{
public:
    using QApplication::QApplication;
    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth++ > 0) {
            const bool done = QApplication::notify(receiver, event);
            --m_depth;
            return done;
        }
        QElapsedTimer timer;
        timer.start();
        const bool done = QApplication::notify(receiver, event);
        const double took = double(timer.nsecsElapsed()) / 1e6;
        --m_depth;
        m_all += took;
        m_longest = std::max(m_longest, took);
        return done;
    }
    void reset() { m_all = m_longest = 0; }
    double all() const { return m_all; } // ms
    double longest() const { return m_longest; }

private:
    int m_depth = 0;
    double m_all = 0;
    double m_longest = 0;
};

struct Costs {
    QList<double> findings, processor, busy, longest; // ms, of each key
};

void print(const char *what, QList<double> times)
{
    std::sort(times.begin(), times.end());
    std::printf("  %-40s median %7.1f ms   worst %7.1f ms\n", what, times[times.size() / 2],
                times.last());
}

bool judged(ConfPanel &panel)
{
    return QTest::qWaitFor([&panel] { return panel.isOpen() && panel.isJudged(); }, 60'000);
}

Costs typed(Program &program, ConfPanel &panel)
{
    Costs costs;
    ConfEditor &editor = panel.editor();
    editor.jumpTo({2, 1, 1});
    for (int key = 0; key < keys; ++key) {
        QElapsedTimer timer;
        program.reset();
        timer.start();
        const std::clock_t before = std::clock();
        QTest::keyClick(&editor, Qt::Key_Space);
        while (!panel.isJudged())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        costs.findings << double(timer.nsecsElapsed()) / 1e6;
        costs.processor << 1e3 * double(std::clock() - before) / CLOCKS_PER_SEC;
        QTest::qWait(50); // and what is painted after
        costs.busy << program.all();
        costs.longest << program.longest();
    }
    return costs;
}

bool measure(Program &program, const char *what, const QByteArray &text)
{
    const Theme theme;
    ConfSample::Source source(text);
    ConfPanel panel(theme, source);
    panel.resize(1280, 700);
    panel.setVisible(true);
    if (!judged(panel))
        return false;
    panel.editor().apply(
        {{0, 0, QString()}, {text.indexOf("config_version") - 1, 0, QStringLiteral(" ")}});
    if (!judged(panel)) // the version is raised by the first key
        return false;
    const Costs costs = typed(program, panel);
    std::printf("%s, %lld KiB\n", what, static_cast<long long>(text.size() / 1024));
    print("key to findings", costs.findings);
    print("processor for it, all threads", costs.processor);
    print("main thread busy", costs.busy);
    print("in one stretch at most", costs.longest);
    return true;
}
} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    Program program(argc, argv);
    const bool all = measure(program, "A typical file", BenchText::typicalConf())
        && measure(program, "As large as pmxcfs keeps", BenchText::conf(270, 1'100))
        && measure(program, "A mebibyte", BenchText::mebibyteConf());
    if (!all)
        std::fprintf(stderr, "bench_confediting: a text was not judged\n");
    return all ? 0 : 1;
}
