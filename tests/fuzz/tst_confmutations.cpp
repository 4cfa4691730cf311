// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/linediff.h"
#include "core/clusterconf/edit.h"
#include "core/clusterconf/lint.h"
#include "core/clusterconf/maskedlines.h"
#include "core/clusterconf/meaning.h"
#include "core/clusterconf/schema.h"
#include "tests/fuzz/memory.h"
#include "tests/golden/inputs.h"
#include "tests/testmain.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Core;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool sanitized = true; // keeps freed memory, so its figures say nothing of ours
#else
constexpr bool sanitized = false;
#endif

namespace
{
constexpr quint32 seed = 20'260'114;

// Words of the trade at places where they do not belong, and bytes that belong nowhere.
QByteArray damaged(QByteArray text, QRandomGenerator &random)
{
    static const QByteArrayList pieces{"<",
                                       ">",
                                       "/>",
                                       "\"",
                                       "'",
                                       "&",
                                       "&amp;",
                                       "&#0;",
                                       "&#x10FFFF;",
                                       "<!--",
                                       "-->",
                                       "<![CDATA[",
                                       "<?x",
                                       "]]>",
                                       "<cman/>",
                                       "<rm>",
                                       "</rm>",
                                       "two_node=\"1\"",
                                       "votes=\"-1\"",
                                       "=\"\"",
                                       " ",
                                       "\r\n",
                                       "\0",
                                       "\xFF",
                                       "<!DOCTYPE a SYSTEM \"x\">",
                                       "<quorumd/>",
                                       "tko=\"99999999999\"",
                                       "<fence/>",
                                       "<device name=\"z\"/>",
                                       "token=\"2147483647\" interval=\"2147483647\""};
    for (quint32 i = random.bounded(1u, 5u); i > 0; --i) {
        const auto at = qsizetype(random.bounded(quint32(text.size()) + 1));
        const auto size = std::min<qsizetype>(text.size() - at, qsizetype(random.bounded(12u)));
        const QByteArray &piece = pieces.at(qsizetype(random.bounded(quint32(pieces.size()))));
        text.replace(at, random.bounded(2) ? size : 0, piece);
    }
    return text;
}

// Empty: the findings are as they should be.
QString fault(const QByteArray &text, const LintResult &result)
{
    const int lines = int(text.count('\n')) + 1;
    for (const Finding &one : result.findings) {
        if (!one.span || one.span->line < 1 || one.span->line > lines || one.span->column < 1)
            return one.id + QStringLiteral(" has no place in the text");
        if (rendered(one.text, QLocale::c()).isEmpty() || one.source.isEmpty())
            return one.id + QStringLiteral(" says nothing");
    }
    if (!result.wellFormed && result.findings.size() != 1)
        return QStringLiteral("a malformed text needs one finding");
    return {};
}

QString faultOfFixes(const Document &document, const LintResult &result)
{
    for (const Finding &one : result.findings) {
        if (one.fix && !edited(document, one.fix->edits))
            return QStringLiteral("the fix of %1 breaks the text").arg(one.id);
    }
    return {};
}
} // namespace

// Lint, schema, edit, meaning and masks on damaged copies of the golden inputs: a finding with its
// place, and never a crash.
class TstConfmutations : public QObject
{
    Q_OBJECT
private slots:
    void damagedAtRandom();
    void cutAnywhere();
    void aMebibyteOfNothingUseful_data();
    void aMebibyteOfNothingUseful();
    void staysBelowThreeTimesTheInput();
};

void TstConfmutations::damagedAtRandom()
{
    QRandomGenerator random(seed);
    for (const QString &file : Golden::inputs("cluster-conf")) {
        const QByteArray text = Golden::contents(file);
        const Expected<Document> whole = Document::fromBytes(text);
        for (int round = 0; round < 150; ++round) {
            const QByteArray other = damaged(text, random);
            const LintResult result = lint(other);
            QVERIFY2(fault(other, result).isEmpty(),
                     (fault(other, result).toUtf8() + " in\n" + other).constData());
            const QString shown = QString::fromLatin1(other);
            QCOMPARE(MaskedLines(shown).count(), int(linesOf(shown).size()));
            lineDiff(QString::fromLatin1(text), shown);
            const Expected<Document> document = Document::fromBytes(other);
            QCOMPARE(document.has_value(), result.wellFormed);
            if (!document)
                continue;
            QVERIFY2(faultOfFixes(*document, result).isEmpty(), other.constData());
            if (whole)
                QCOMPARE(changesOf(*whole, *document).isEmpty(),
                         changesOf(*document, *whole).isEmpty());
        }
    }
}

void TstConfmutations::cutAnywhere()
{
    const QByteArray text = Golden::contents(Golden::inputs("cluster-conf").last());
    for (qsizetype size = 0; size < text.size(); ++size) {
        const QByteArray cut = text.first(size);
        QVERIFY2(fault(cut, lint(cut)).isEmpty(), cut.constData());
    }
}

void TstConfmutations::aMebibyteOfNothingUseful_data()
{
    QTest::addColumn<QByteArray>("inside");
    const auto row = [](const char *name, const QByteArray &piece) {
        QTest::newRow(name) << piece.repeated(900'000 / piece.size());
    };
    row("users", "<uidgid uid=\"1\"/>");
    row("sections", "<cman/><totem/><rm/>");
    row("unknown elements", "<x/>");
    row("all attributes at once",
        "<rm log_level=\"\" status_child_max=\"\" status_poll_interval=\"\" "
        "transition_throttling=\"\" "
        "central_processing=\"\" log_facility=\"\" disabled=\"\"/>");
    row("disks",
        "<quorumd interval=\"1\" tko=\"2\" votes=\"1\" label=\"l\" device=\"d\" reboot=\"0\"/>");
    row("comments", "<!-- -->");
}

void TstConfmutations::aMebibyteOfNothingUseful()
{
    QFETCH(QByteArray, inside);
    const QByteArray text
        = "<cluster name=\"a\" config_version=\"1\"><clusternodes/>" + inside + "</cluster>";
    const LintResult result = lint(text);
    QVERIFY(result.wellFormed);
    QVERIFY2(fault(text, result).isEmpty(), qPrintable(fault(text, result)));
}

// A line of 64 MiB is refused before it is decoded.
void TstConfmutations::staysBelowThreeTimesTheInput()
{
    constexpr qsizetype inputSize = (sanitized ? 2 : 64) * 1024 * 1024;
    const bool measured = !sanitized && Memory::resetPeak();
    const std::optional<qint64> before = Memory::resident();
    const QByteArray input(inputSize, 'x');
    QVERIFY(!lint(input).wellFormed);
    if (measured && before)
        QVERIFY(Memory::peak().value_or(0) - *before < 3 * inputSize);
}

BINOME_TEST(TstConfmutations)
#include "tst_confmutations.moc"
