// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ctl/formats.h"
#include "tests/fuzz/memory.h"
#include "tests/golden/inputs.h"
#include "tests/testmain.h"

#include <QTest>

#include <algorithm>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool sanitized = true; // keeps freed memory, so its figures say nothing of ours
#else
constexpr bool sanitized = false;
#endif

namespace
{
constexpr qsizetype inputSize = (sanitized ? 2 : 64) * 1024 * 1024;

QByteArray repeated(const QByteArray &first, const QByteArray &again)
{
    QByteArray text;
    text.reserve(inputSize);
    text += first;
    const QByteArray block = again.repeated(1 + 65'536 / again.size());
    while (text.size() + block.size() <= inputSize)
        text += block;
    return text;
}

// The largest golden input of the format that is read without an error.
QByteArray sampleOf(const Ctl::Format &format)
{
    QByteArray largest;
    for (const QString &file : Golden::inputs(format.name)) {
        const QByteArray text = Golden::contents(file);
        if (text.size() > largest.size() && !format.check(text))
            largest = text;
    }
    return largest;
}

QByteArray upToItsLongestLine(const QByteArray &text, QByteArray &longest)
{
    qsizetype end = 0;
    for (qsizetype from = 0; from < text.size();) {
        const qsizetype next = text.indexOf('\n', from) + 1;
        const qsizetype stop = next > 0 ? next : text.size();
        if (stop - from >= longest.size()) {
            longest = text.sliced(from, stop - from);
            end = stop;
        }
        from = stop;
    }
    return text.first(end);
}

QByteArray hugeInput(const Ctl::Format &format, const QString &shape)
{
    const QByteArray sample = sampleOf(format);
    if (shape == QStringLiteral("whole"))
        return repeated({}, sample);
    if (shape == QStringLiteral("longest line")) {
        QByteArray longest;
        const QByteArray before = upToItsLongestLine(sample, longest);
        return repeated(before, longest);
    }
    if (shape == QStringLiteral("last line"))
        return repeated(sample, sample.sliced(sample.lastIndexOf('\n', -2) + 1));
    if (shape == QStringLiteral("one line"))
        return repeated(sample, QByteArray("x9 "));
    return QByteArray(inputSize, '\0');
}
} // namespace

// 64 MiB given to a reader: a value or an error, and never more memory than three times the input.
class TstHugeInput : public QObject
{
    Q_OBJECT
private slots:
    void staysBelowThreeTimesTheInput_data();
    void staysBelowThreeTimesTheInput();
};

void TstHugeInput::staysBelowThreeTimesTheInput_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("shape");
    for (const Ctl::Format &format : Ctl::formats()) {
        for (const char *shape : {"whole", "longest line", "last line", "one line", "nul"}) {
            const QByteArray row = QByteArray(format.name) + ' ' + shape;
            QTest::newRow(row.constData())
                << QString::fromLatin1(format.name) << QString::fromLatin1(shape);
        }
    }
}

void TstHugeInput::staysBelowThreeTimesTheInput()
{
    QFETCH(QString, name);
    QFETCH(QString, shape);
    const Ctl::Format &format = *Ctl::formatNamed(name);
    const bool measured = !sanitized && Memory::resetPeak();
    const std::optional<qint64> before = Memory::resident();
    const QByteArray input = hugeInput(format, shape);
    const std::optional<Core::Error> error = format.check(input);
    if (error)
        QCOMPARE(error->kind, Core::ErrorKind::ParseFailed);
    if (measured && before) {
        const qint64 used = Memory::peak().value_or(0) - *before;
        QVERIFY2(used < 3 * inputSize,
                 qPrintable(QString::number(used / 1024 / 1024) + QStringLiteral(" MiB")));
    }
}

BINOME_TEST(TstHugeInput)
#include "tst_hugeinput.moc"
