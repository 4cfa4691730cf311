// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/terminal.h"
#include "tests/testmain.h"

#include <QTest>

#include <memory>

using namespace Core;

// Where no person sits at the other end: a file stands for a pipe.
class TstTerminal : public QObject
{
    Q_OBJECT

private slots:
    void bytesAreWrittenAsTheyAre()
    {
        const QByteArray bytes("deux\nlignes\r\nd'un n\xC5\x93ud\0fin\x1A.", 28);
        const File file(std::tmpfile());
        QVERIFY(file);
        writeTo(file.get(), bytes);
        std::rewind(file.get());
        QByteArray back(64, '\0');
        back.truncate(qsizetype(std::fread(back.data(), 1, size_t(back.size()), file.get())));
        QCOMPARE(back, bytes);
    }

    void aLineComesWithoutItsEnd()
    {
        const File file(std::tmpfile());
        QVERIFY(file);
        writeTo(file.get(), "  mise à jour du BIOS \r\n\nfin");
        std::rewind(file.get());
        QCOMPARE(lineFrom(file.get()), QStringLiteral("mise à jour du BIOS"));
        QCOMPARE(lineFrom(file.get()), QString());
        QCOMPARE(lineFrom(file.get()), QStringLiteral("fin"));
        QCOMPARE(lineFrom(file.get()), QString());
    }

private:
    struct Close {
        void operator()(std::FILE *file) const { std::fclose(file); }
    };
    using File = std::unique_ptr<std::FILE, Close>;
};

BINOME_TEST(TstTerminal)
#include "tst_terminal.moc"
