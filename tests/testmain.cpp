// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <cstdio>
#include <map>

#ifdef BINOME_TEST_WIDGETS
#include <QApplication>
using TestApplication = QApplication;
#else
#include <QCoreApplication>
using TestApplication = QCoreApplication;
#endif

namespace
{
std::map<QString, Testing::Factory> &classes()
{
    static std::map<QString, Testing::Factory> all;
    return all;
}

// "tst_procdrbd" (the file, as ctest knows it) and "TstProcDrbd" (the class) name the same test.
QString folded(const QString &name)
{
    return QString(name).remove(u'_').toLower();
}

// Settings and state of this process and its children alone: programs of tests run side by side,
// and the lock of whoever acts on a cluster lies there. Nothing of the person's is read or written.
void moveTo(const QTemporaryDir &home)
{
#ifdef Q_OS_WIN
    Q_UNUSED(home)
    QStandardPaths::setTestModeEnabled(true); // its folders are not told by the environment
#else
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(home.filePath(QStringLiteral("config"))));
    qputenv("XDG_DATA_HOME", QFile::encodeName(home.filePath(QStringLiteral("data"))));
#endif
}
} // namespace

bool Testing::registerClass(const char *name, Factory factory)
{
    classes().emplace(folded(QString::fromLatin1(name)), std::move(factory));
    return true;
}

int main(int argc, char **argv)
{
    const QTemporaryDir home;
    moveTo(home);
    TestApplication app(argc, argv);
    QStringList arguments = QCoreApplication::arguments();
    QString only;
    if (const qsizetype at = arguments.indexOf(QStringLiteral("--class")); at > 0) {
        only = folded(arguments.value(at + 1));
        arguments.remove(at, 2);
    }
    int run = 0;
    int failed = 0;
    for (const auto &[name, factory] : classes()) {
        if (!only.isEmpty() && name != only)
            continue;
        ++run;
        const std::unique_ptr<QObject> test = factory();
        failed += QTest::qExec(test.get(), arguments) == 0 ? 0 : 1;
    }
    // Not left to the end of the process: on Windows its threads may be gone before their pool is.
    QThreadPool::globalInstance()->waitForDone();
    if (run == 0)
        std::fprintf(stderr, "no test class is called %s\n", qPrintable(only));
    return run == 0 || failed > 0 ? 1 : 0;
}
