// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ctl/formats.h"
#include "tests/golden/inputs.h"
#include "tests/testmain.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <array>

namespace
{
constexpr quint32 seed = 20260114; // the same mutations on every run
constexpr int randomRounds = 60;

QByteArray flipped(QByteArray text, QRandomGenerator &random)
{
    for (quint32 i = random.bounded(1u, 4u); i > 0 && !text.isEmpty(); --i) {
        const auto at = qsizetype(random.bounded(quint32(text.size())));
        text[at] = char(text[at] ^ (1 << random.bounded(8)));
    }
    return text;
}

QByteArray noise(QRandomGenerator &random, int size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = char(random.bounded(256));
    return bytes;
}

qsizetype anyPlace(const QByteArray &text, QRandomGenerator &random)
{
    return qsizetype(random.bounded(quint32(text.size()) + 1));
}

QByteArray withNoise(QByteArray text, QRandomGenerator &random)
{
    return text.insert(anyPlace(text, random), noise(random, int(random.bounded(1, 40))));
}

QByteArray withNul(QByteArray text, QRandomGenerator &random)
{
    return text.insert(anyPlace(text, random), QByteArray(int(random.bounded(1, 3)), '\0'));
}

QByteArray withLongLine(QByteArray text, QRandomGenerator &random)
{
    static constexpr char fillers[] = "a9 :/|\"<>[](,-";
    const char filler = fillers[random.bounded(quint32(sizeof fillers - 1))];
    return text.insert(anyPlace(text, random), QByteArray(20'000, filler));
}

// Lines doubled, dropped or swapped.
QByteArray withLinesMoved(QByteArray text, QRandomGenerator &random)
{
    QList<QByteArray> lines = text.split('\n');
    const auto at = qsizetype(random.bounded(quint32(lines.size())));
    switch (random.bounded(3)) {
    case 0:
        lines.insert(at, lines[at]);
        break;
    case 1:
        lines.removeAt(at);
        break;
    default:
        lines.swapItemsAt(at, qsizetype(random.bounded(quint32(lines.size()))));
    }
    return lines.join('\n');
}

// Numbers at the edges of what fits.
QByteArray withOtherNumbers(QByteArray text, QRandomGenerator &random)
{
    static const QList<QByteArray> edges{
        "0",   "-1", "2147483648", "18446744073709551615", "99999999999999999999999999", "1e308",
        "nan", ""};
    QList<qsizetype> starts;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool digit = text[i] >= '0' && text[i] <= '9';
        if (digit && (i == 0 || text[i - 1] < '0' || text[i - 1] > '9'))
            starts << i;
    }
    if (starts.isEmpty())
        return text;
    const qsizetype from = starts[qsizetype(random.bounded(quint32(starts.size())))];
    qsizetype end = from;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9')
        ++end;
    return text.replace(from, end - from, edges[qsizetype(random.bounded(quint32(edges.size())))]);
}

constexpr std::array damages{flipped, withNoise, withNul, withLinesMoved, withOtherNumbers};

// Empty: a value or a proper error. Else what is wrong with the answer.
QString fault(const Ctl::Format &format, const QByteArray &text)
{
    const Core::Expected<QByteArray> json = format.json(format.name, text);
    if (json) {
        QJsonParseError error;
        QJsonDocument::fromJson(*json, &error);
        return error.error == QJsonParseError::NoError ? QString() : error.errorString();
    }
    const Core::Error &error = json.error();
    if (error.kind != Core::ErrorKind::ParseFailed)
        return QStringLiteral("not a ParseFailed");
    const QString sentence = Core::rendered(error.what, QLocale::c());
    if (!sentence.startsWith(QStringLiteral("line ")))
        return QStringLiteral("an error without its line: ") + sentence;
    const bool printable = std::all_of(error.detail.begin(), error.detail.end(),
                                       [](QChar c) { return c.isPrint(); });
    if (error.detail.size() > 80 || !printable)
        return QStringLiteral("an excerpt that is too long or not printable: ") + error.detail;
    return {};
}
} // namespace

// Damaged copies of the golden inputs: every reader answers with a value or with an error that
// names its line, whatever it is given.
class TstMutations : public QObject
{
    Q_OBJECT
private slots:
    void cutAnywhere_data() { rows(); }
    void cutAnywhere();
    void damagedAtRandom_data() { rows(); }
    void damagedAtRandom();
    void givenAnotherFormat_data() { rows(); }
    void givenAnotherFormat();

private:
    static void rows();
    static const Ctl::Format &format();
};

void TstMutations::rows()
{
    QTest::addColumn<QString>("name");
    for (const Ctl::Format &one : Ctl::formats())
        QTest::newRow(one.name) << QString::fromLatin1(one.name);
}

const Ctl::Format &TstMutations::format()
{
    const QString name
        = *static_cast<const QString *>(QTest::qData("name", qMetaTypeId<QString>()));
    return *Ctl::formatNamed(name);
}

void TstMutations::cutAnywhere()
{
    for (const QString &file : Golden::inputs(format().name)) {
        const QByteArray text = Golden::contents(file);
        for (qsizetype size = 0; size < text.size(); ++size) {
            const QString wrong = fault(format(), text.first(size));
            QVERIFY2(wrong.isEmpty(),
                     qPrintable(
                         QStringLiteral("%1 cut to %2 bytes: %3").arg(file).arg(size).arg(wrong)));
        }
    }
}

void TstMutations::damagedAtRandom()
{
    QRandomGenerator random(seed);
    for (const QString &file : Golden::inputs(format().name)) {
        const QByteArray text = Golden::contents(file);
        for (int round = 0; round < randomRounds; ++round) {
            for (const auto damage : damages) {
                const QByteArray damaged = damage(text, random);
                const QString wrong = fault(format(), damaged);
                QVERIFY2(wrong.isEmpty(), (wrong.toUtf8() + " in\n" + damaged).constData());
            }
        }
        const QString wrong = fault(format(), withLongLine(text, random));
        QVERIFY2(wrong.isEmpty(), qPrintable(file + wrong));
    }
}

void TstMutations::givenAnotherFormat()
{
    for (const Ctl::Format &other : Ctl::formats()) {
        for (const QString &file : Golden::inputs(other.name)) {
            const QString wrong = fault(format(), Golden::contents(file));
            QVERIFY2(wrong.isEmpty(), qPrintable(file + u' ' + wrong));
        }
    }
}

BINOME_TEST(TstMutations)
#include "tst_mutations.moc"
