// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/arch/includerules.h"
#include "tests/arch/sourcetree.h"
#include "tests/testmain.h"

#include <QTest>

class TstIncludes : public QObject
{
    Q_OBJECT
private slots:
    void everyArrowOfTheProjectIsRight()
    {
        const QList<QString> sources = Arch::cppSources();
        QVERIFY2(sources.size() > 20, "the sources were not found");
        QList<QString> complaints;
        for (const QString &file : sources)
            complaints += Arch::checkIncludes(file, Arch::contents(file));
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u'\n')));
    }

    void aWrongIncludeIsRefused_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const char *file, const char *text) {
            QTest::newRow(name) << QString::fromUtf8(file) << QString::fromUtf8(text);
        };
        row("core sees a widget", "core/model/drbd.cpp", "#include <QLabel>");
        row("core sees a module by its folder", "core/bmc/x.cpp", "#include <QtWidgets/QLabel>");
        row("core sees painting", "core/base/log.h", "#  include <QPainter>");
        row("the network in the model", "core/model/link.h", "#include <QTcpSocket>");
        row("base sees the model", "core/base/x.h", "#include \"core/model/vm.h\"");
        row("a parser sees the transport", "core/parse/x.h",
            "#include \"core/transport/transport.h\"");
        row("core sees the window", "core/session/x.h", "#include \"gui/prompts.h\"");
        row("the window asks a machine", "gui/x.cpp", "#include \"core/transport/transport.h\"");
        row("the window sees the session", "gui/x.cpp", "#include \"core/session/session.h\"");
        row("the collector beside its store", "gui/x.cpp", "#include \"core/collect/collector.h\"");
        row("the lab sees core", "tests/lab/live/x.cpp", "#include \"core/base/names.h\"");
        row("the lab sees Qt", "tests/lab/live/x.cpp", "#include <QString>");
        row("SSH out of its room", "core/collect/x.cpp", "#include <libssh/libssh.h>");
        row("IPMI out of its room", "gui/x.cpp", "#include <OpenIPMI/ipmi_auth.h>");
        row("a POSIX call", "core/base/x.cpp", "#include <sys/socket.h>");
        row("not in the first line", "core/base/x.cpp", "int a;\n\n #include <QWidget>");
    }
    void aWrongIncludeIsRefused()
    {
        QFETCH(QString, file);
        QFETCH(QString, text);
        QCOMPARE(Arch::checkIncludes(file, text).size(), 1);
    }

    void aRightIncludeIsAccepted_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const char *file, const char *text) {
            QTest::newRow(name) << QString::fromUtf8(file) << QString::fromUtf8(text);
        };
        row("through a folder it may include", "core/provider/x.h",
            "#include \"core/base/error.h\"");
        row("its own folder", "core/model/x.cpp", "#include \"core/model/vm.h\"");
        row("the session by the application", "gui/application.cpp",
            "#include \"core/session/session.h\"");
        row("the one header of its folder", "gui/x.h", "#include \"core/collect/snapshotstore.h\"");
        row("a widget in the window", "gui/x.h", "#include <QLabel>");
        row("SSH in its room", "core/transport/x.cpp", "#include <libssh/libssh.h>");
        row("a POSIX call in its file", "core/base/x_posix.cpp", "#include <unistd.h>");
        row("the lab's own folder", "tests/lab/live/x.cpp", "#include \"tests/lab/live/y.h\"");
        row("a test of core on the lab", "tests/lab/tst_x.cpp", "#include \"core/base/names.h\"");
        row("a comment", "core/base/x.h", "// #include <QWidget>");
    }
    void aRightIncludeIsAccepted()
    {
        QFETCH(QString, file);
        QFETCH(QString, text);
        QCOMPARE(Arch::checkIncludes(file, text), QList<QString>());
    }
};

BINOME_TEST(TstIncludes)
#include "tst_includes.moc"
