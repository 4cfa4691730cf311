// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "livelab.h"
#include "tests/testmain.h"

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTest>
#include <QUdpSocket>

// Outages measured from outside, with real packets to a guest's own address; time as in life.
class TstResponders : public QObject
{
    Q_OBJECT

private slots:
    void aLiveMigrationIsOneSlowPacket();
    void aStopIsAnOutageAndConnectionsEnd();
    void aPowerCutIsSilence();

private:
    static QJsonObject guest(LiveLab &lab);
};

namespace
{

bool upAsInLife(LiveLab &lab)
{
    return lab.run({QStringLiteral("up"), QStringLiteral("--speed"), QStringLiteral("1"),
                    QStringLiteral("--boot-time"), QStringLiteral("3")})
        == 0;
}

QStringList happening(const char *words)
{
    return QStringLiteral("do %1").arg(QLatin1String(words)).split(QLatin1Char(' '));
}

// One ping after the other, the next when the last was answered or given up.
class Pinger
{
public:
    explicit Pinger(const QJsonObject &guest)
        : m_address(guest[QStringLiteral("address")].toString()),
          m_port(static_cast<quint16>(guest[QStringLiteral("port")].toInt()))
    {
        m_socket.bind(QHostAddress(QStringLiteral("127.0.0.1")));
    }
    // Milliseconds until the answer, or -1.
    qint64 ping(int limit)
    {
        const QByteArray mark = QByteArray::number(++m_serial);
        m_socket.writeDatagram(mark, m_address, m_port);
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < limit) {
            m_socket.waitForReadyRead(10);
            while (m_socket.hasPendingDatagrams()) {
                QByteArray answer(64, '\0');
                const qint64 size = m_socket.readDatagram(answer.data(), answer.size());
                if (answer.left(size) == mark)
                    return timer.elapsed();
            }
        }
        return -1;
    }

private:
    QUdpSocket m_socket;
    QHostAddress m_address;
    quint16 m_port;
    int m_serial = 0;
};

} // namespace

QJsonObject TstResponders::guest(LiveLab &lab)
{
    for (const QJsonValue &one : lab.status()[QStringLiteral("guests")].toArray()) {
        if (one[QStringLiteral("vmid")].toInt() == 103)
            return one.toObject();
    }
    return {};
}

void TstResponders::aLiveMigrationIsOneSlowPacket()
{
    LiveLab lab;
    QVERIFY2(upAsInLife(lab), lab.said().constData());
    QCOMPARE(lab.run(happening("set migration-rate 1000000")), 0);
    Pinger pinger(guest(lab));
    QVERIFY(pinger.ping(5000) >= 0);
    QCOMPARE(lab.run(happening("guest-migrate 103 node1")), 0);
    qint64 slowest = 0;
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 6000) {
        const qint64 took = pinger.ping(5000);
        QVERIFY2(took >= 0, "a packet was lost");
        slowest = std::max(slowest, took);
    }
    QVERIFY2(slowest >= 90 && slowest < 1500, qPrintable(QString::number(slowest)));
    QCOMPARE(guest(lab)[QStringLiteral("node")].toString(), QStringLiteral("node1"));
}

void TstResponders::aStopIsAnOutageAndConnectionsEnd()
{
    LiveLab lab;
    QVERIFY2(upAsInLife(lab), lab.said().constData());
    QCOMPARE(lab.run(happening("set guest-boot-time 2000")), 0);
    const QJsonObject there = guest(lab);
    Pinger pinger(there);
    QTcpSocket connection;
    connection.connectToHost(there[QStringLiteral("address")].toString(),
                             static_cast<quint16>(there[QStringLiteral("port")].toInt()));
    QVERIFY(connection.waitForConnected(5000));
    connection.write("hello");
    QVERIFY(connection.waitForReadyRead(5000));
    QVERIFY(pinger.ping(5000) >= 0);
    QElapsedTimer outage;
    outage.start();
    QCOMPARE(lab.run(happening("guest-stop 103")), 0);
    QCOMPARE(pinger.ping(300), -1);
    QCOMPARE(connection.state(), QAbstractSocket::ConnectedState);
    QCOMPARE(lab.run(happening("guest-start 103")), 0);
    QVERIFY(LiveLab::eventually([&] { return pinger.ping(200) >= 0; }));
    QVERIFY2(outage.elapsed() >= 2000, qPrintable(QString::number(outage.elapsed())));
    QVERIFY(LiveLab::eventually([&] {
        connection.waitForReadyRead(10);
        return connection.state() == QAbstractSocket::UnconnectedState;
    }));
}

void TstResponders::aPowerCutIsSilence()
{
    LiveLab lab;
    QVERIFY2(upAsInLife(lab), lab.said().constData());
    const QJsonObject there = guest(lab);
    Pinger pinger(there);
    QVERIFY(pinger.ping(5000) >= 0);
    QCOMPARE(lab.run(happening("power-cut node2")), 0);
    QCOMPARE(pinger.ping(300), -1);
    QTcpSocket connection;
    connection.connectToHost(there[QStringLiteral("address")].toString(),
                             static_cast<quint16>(there[QStringLiteral("port")].toInt()));
    QVERIFY(!connection.waitForConnected(500));
    QCOMPARE(connection.error(), QAbstractSocket::SocketTimeoutError); // nobody refused
}

BINOME_TEST(TstResponders)
#include "tst_responders.moc"
