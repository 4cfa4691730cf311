// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/bmcview.h"

#include "gui/statusstyle.h"

#include <QClipboard>
#include <QDateTime>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QStyle>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Gui
{
namespace
{
Tone toneOf(Core::SensorHealth health)
{
    switch (health) {
    case Core::SensorHealth::Unknown:
        return Tone::Unknown;
    case Core::SensorHealth::Ok:
        return Tone::Ok;
    case Core::SensorHealth::Warning:
        return Tone::Warning;
    case Core::SensorHealth::Critical:
        return Tone::Bad;
    }
    return Tone::Unknown;
}

QString wordOf(Core::SensorHealth health)
{
    switch (health) {
    case Core::SensorHealth::Unknown:
        return BmcView::tr("not judged");
    case Core::SensorHealth::Ok:
        return BmcView::tr("within its limits");
    case Core::SensorHealth::Warning:
        return BmcView::tr("warning");
    case Core::SensorHealth::Critical:
        return BmcView::tr("critical");
    }
    return {};
}

// What it reads: a number with its unit, or the states that hold.
QString valueText(const Core::SensorLine &line)
{
    if (line.reading.value)
        return QLocale().toString(*line.reading.value, 'f', *line.reading.value < 20 ? 2 : 0)
            + u'\u00a0' + Core::sensorUnitText(line.sensor);
    QStringList words;
    for (const Core::Message &word : Core::stateWords(line.sensor, line.reading.states))
        words << Core::rendered(word);
    return words.isEmpty() ? QStringLiteral("–") : words.join(QStringLiteral(", "));
}

// The BMC's clock knows no zone: its time is shown as it stands there.
QString timeText(const Core::SelRecord &event)
{
    if (!event.at)
        return QStringLiteral("–");
    if (event.sinceStart)
        return BmcView::tr("%1 after its start")
            .arg(Core::durationText(std::chrono::seconds(*event.at)));
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(*event.at, Qt::UTC),
                              QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QTableWidget *table(QWidget *parent, int columns)
{
    auto *made = new QTableWidget(0, columns, parent);
    made->setEditTriggers(QAbstractItemView::NoEditTriggers);
    made->setSelectionBehavior(QAbstractItemView::SelectRows);
    made->setShowGrid(false);
    made->verticalHeader()->hide();
    QHeaderView *heads = made->horizontalHeader();
    heads->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    heads->setSectionResizeMode(QHeaderView::ResizeToContents);
    heads->setSectionResizeMode(columns - 1, QHeaderView::Stretch);
    made->setTabKeyNavigation(false);
    return made;
}

void setRow(QTableWidget &to, int row, const QStringList &texts)
{
    for (int column = 0; column < texts.size(); ++column)
        to.setItem(row, column, new QTableWidgetItem(texts[column]));
}

QString tabular(const QTableWidget &from)
{
    QString text;
    for (int row = 0; row < from.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < from.columnCount(); ++column)
            cells << from.item(row, column)->text();
        text += cells.join(u'\t') + u'\n';
    }
    return text;
}

bool worseFirst(const Core::SensorLine &a, const Core::SensorLine &b)
{
    if (a.reading.health != b.reading.health)
        return a.reading.health > b.reading.health;
    return a.sensor.name.compare(b.sensor.name, Qt::CaseInsensitive) < 0;
}
} // namespace

BmcView::BmcView(const Theme &theme, Core::AtHand &atHand, Core::NodeName node, QWidget *parent)
    : QDialog(parent), m_theme(theme), m_atHand(atHand), m_node(std::move(node)),
      m_sensorHeading(new QLabel(this)), m_sensors(table(this, 4)),
      m_eventHeading(new QLabel(this)), m_events(table(this, 3)), m_said(new QLabel(this)),
      m_again(new QToolButton(this)), m_copy(new QToolButton(this))
{
    resize(800, 640);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(16, 16, 16, 16);
    box->setSpacing(8);
    box->addWidget(m_sensorHeading);
    box->addWidget(m_sensors, 1);
    box->addWidget(m_eventHeading);
    box->addWidget(m_events, 1);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_said, 1);
    for (QToolButton *button : {m_again, m_copy}) {
        button->setProperty("role", QStringLiteral("link"));
        button->setFocusPolicy(Qt::StrongFocus);
        bottom->addWidget(button);
    }
    box->addLayout(bottom);
    for (QLabel *label : {m_sensorHeading, m_eventHeading})
        label->setProperty("role", QStringLiteral("title"));
    m_said->setTextFormat(Qt::PlainText);
    m_said->setWordWrap(true);
    m_said->setObjectName(QStringLiteral("muted"));
    connect(m_again, &QToolButton::clicked, this, &BmcView::read);
    connect(m_copy, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(asText()); });
    connect(&theme, &Theme::changed, this, &BmcView::fill);
    retranslate();
}

BmcView::~BmcView() = default;

void BmcView::read()
{
    m_progress = tr("Asking the BMC…");
    m_reader = m_atHand.bmcReader(m_node);
    connect(m_reader.get(), &Core::BmcReader::progressed, this, [this](int sensors, int events) {
        m_progress = tr("Read so far: sensors %1, events %2").arg(sensors).arg(events);
        tell();
    });
    connect(m_reader.get(), &Core::BmcReader::done, this, &BmcView::take);
    m_reader->start();
    tell();
}

void BmcView::take(const Core::Expected<Core::BmcReport> &report)
{
    m_reader.release()->deleteLater(); // it is who tells
    m_progress.clear();
    m_error = report ? std::nullopt : std::optional(report.error());
    if (report)
        m_report = *report;
    std::stable_sort(m_report.sensors.begin(), m_report.sensors.end(), worseFirst);
    fill();
}

void BmcView::fill()
{
    fillSensors();
    fillEvents();
    tell();
}

void BmcView::fillSensors()
{
    m_sensors->setRowCount(int(m_report.sensors.size()));
    for (int row = 0; row < m_sensors->rowCount(); ++row) {
        const Core::SensorLine &line = m_report.sensors[row];
        setRow(*m_sensors, row,
               {line.sensor.name, Core::rendered(Core::sensorTypeWord(line.sensor.type)),
                valueText(line), wordOf(line.reading.health)});
        m_sensors->item(row, 3)->setIcon(toneIcon(m_theme.colors(), toneOf(line.reading.health)));
    }
}

void BmcView::fillEvents()
{
    m_events->setRowCount(int(m_report.events.size()));
    for (int row = 0; row < m_events->rowCount(); ++row) {
        const Core::SelRecord &event = m_report.events[row];
        const QString name = m_report.names.value(event.sensor);
        const QString type = Core::rendered(Core::sensorTypeWord(event.sensorType));
        setRow(*m_events, row,
               {timeText(event),
                event.oem            ? QString()
                    : name.isEmpty() ? type
                                     : name,
                Core::rendered(Core::selMeaning(event))});
    }
}

void BmcView::tell()
{
    QString said = m_progress;
    if (said.isEmpty() && m_error)
        said = Core::rendered(m_error->what) + u'\n' + m_error->detail;
    else if (said.isEmpty() && m_report.trouble)
        said = tr("Not everything could be read: %1").arg(Core::rendered(m_report.trouble->what));
    else if (said.isEmpty())
        said = tr("Events read: %1 of %2. Times are those of the BMC's own clock.")
                   .arg(m_report.events.size())
                   .arg(m_report.eventsStored);
    m_said->setText(said.trimmed());
    const bool bad = m_progress.isEmpty() && (m_error || m_report.trouble);
    const QString name = bad ? QStringLiteral("errorText") : QStringLiteral("muted");
    if (m_said->objectName() != name) {
        m_said->setObjectName(name);
        m_said->style()->polish(m_said); // it goes by the name
    }
    m_again->setEnabled(m_progress.isEmpty());
}

QString BmcView::asText() const
{
    return m_sensorHeading->text() + u'\n' + tabular(*m_sensors) + m_eventHeading->text() + u'\n'
        + tabular(*m_events);
}

void BmcView::retranslate()
{
    setWindowTitle(tr("BMC of %1").arg(m_node.text()));
    m_sensorHeading->setText(tr("Sensors"));
    m_eventHeading->setText(tr("Event log"));
    m_sensors->setHorizontalHeaderLabels({tr("Sensor"), tr("Kind"), tr("Reading"), tr("State")});
    m_events->setHorizontalHeaderLabels({tr("Time"), tr("Sensor"), tr("Event")});
    m_sensors->setAccessibleName(m_sensorHeading->text());
    m_events->setAccessibleName(m_eventHeading->text());
    m_again->setText(tr("Read again"));
    m_copy->setText(tr("Copy"));
    fill();
}

void BmcView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}
} // namespace Gui
