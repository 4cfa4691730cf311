// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/topologylayout.h"
#include "tests/gui/samplecluster.h"
#include "tests/testmain.h"

#include <QTest>

using namespace Gui;

namespace
{
struct Picture {
    explicit Picture(const Core::ClusterSnapshot &snapshot) : source(snapshot)
    {
        const ClusterView view = viewOf(source.snapshot());
        cards = allCards(view, source);
        links = allLinks(view);
    }
    TopologyLayout in(const QSizeF &room) const { return topologyLayout(cards, links, room); }
    SampleCluster::Source source;
    QList<CardFacts> cards;
    QList<LinkFacts> links;
};
} // namespace

class TstTopologyLayout : public QObject
{
    Q_OBJECT
private slots:
    void theSameClusterStandsAtTheSamePlace()
    {
        const QSizeF room(900, 560);
        QCOMPARE(Picture(SampleCluster::healthy()).in(room),
                 Picture(SampleCluster::healthy()).in(room));
    }

    void aSilentNodeStaysWhereItStood()
    {
        const QSizeF room(900, 560);
        const auto before = Picture(SampleCluster::healthy()).in(room);
        const auto after = Picture(SampleCluster::silentNode2()).in(room);
        QCOMPARE(after.cards.value(SampleCluster::node(2)).topLeft(),
                 before.cards.value(SampleCluster::node(2)).topLeft());
    }

    void nodesStandLeftAndRightWithTheQuorumServerAbove()
    {
        const auto layout = Picture(SampleCluster::healthy()).in({900, 560});
        const QRectF one = layout.cards.value(SampleCluster::node(1));
        const QRectF two = layout.cards.value(SampleCluster::node(2));
        const QRectF quorum = layout.cards.value(Core::NodeName(QStringLiteral("quorum")));
        QVERIFY(one.right() < two.left());
        QVERIFY(quorum.bottom() < one.top());
        QCOMPARE(one.top(), two.top());
        QCOMPARE(quorum.center().x(), (one.center().x() + two.center().x()) / 2);
    }

    void everythingIsOnTheGrid()
    {
        const auto layout = Picture(SampleCluster::resyncing()).in({917, 533});
        for (const QRectF &card : layout.cards) {
            for (const qreal value : {card.x(), card.y(), card.width(), card.height()})
                QCOMPARE(std::fmod(value, 4), 0.0);
        }
    }

    void cardsHoldTheirWords()
    {
        for (const auto &snapshot : {SampleCluster::healthy(), SampleCluster::disagreeing(),
                                     SampleCluster::fencedNode2()}) {
            const Picture picture(snapshot);
            const auto layout = picture.in({640, 320});
            for (const CardFacts &card : picture.cards)
                QVERIFY(layout.cards.value(card.name).height() >= cardHeight(card));
        }
    }

    void noLinkLabelStandsOnAnother()
    {
        const auto layout = Picture(SampleCluster::resyncing()).in({760, 400});
        QList<QRectF> labels;
        for (const LinkPlace &place : layout.links) {
            const QRectF label(place.label - QPointF(40, 10), QSizeF(80, 20));
            for (const QRectF &other : labels)
                QVERIFY(!label.intersects(other));
            labels << label;
        }
        QCOMPARE(labels.size(), layout.links.size());
    }

    void everyLinkOfTheSnapshotHasAPlace()
    {
        const Picture picture(SampleCluster::healthy());
        const auto layout = picture.in({900, 560});
        QCOMPARE(picture.links.size(), 7); // cluster, r1, r2, two BMCs, two iSCSI paths
        for (const LinkFacts &link : picture.links)
            QVERIFY(layout.links.contains(link.key));
    }

    void aDraggedCardTakesItsLinksWithIt()
    {
        const Picture picture(SampleCluster::healthy());
        const QPointF by(40, -24);
        const auto before = picture.in({900, 560});
        const auto after = topologyLayout(picture.cards, picture.links, {900, 560},
                                          {{SampleCluster::node(2), by}});
        const QString network = picture.links.first().key;
        QCOMPARE(after.links.value(network).path.last(),
                 before.links.value(network).path.last() + by);
    }
};

BINOME_TEST(TstTopologyLayout)
#include "tst_topologylayout.moc"
