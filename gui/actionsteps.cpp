// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/actionsteps.h"

#include "gui/actiontext.h"
#include "gui/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>

namespace Gui
{
namespace
{
constexpr int signSize = 16;

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    // Names and outputs come from machines: never markup.
    label->setTextFormat(Qt::PlainText);
    return label;
}

QLabel *commandLabel(const Theme &theme, const QString &command, QWidget *parent)
{
    QLabel *label = plainLabel(parent);
    label->setObjectName(QStringLiteral("evidence"));
    label->setFont(theme.fixed());
    label->setText(command);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setAccessibleName(ActionSteps::tr("Command"));
    label->setAccessibleDescription(command);
    label->setVisible(!command.isEmpty());
    return label;
}
} // namespace

StepRow::StepRow(const Theme &theme, int number, const Core::StepInfo &info, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_info(info), m_sign(new QLabel(this)),
      m_title(plainLabel(this)), m_state(plainLabel(this)), m_progressText(plainLabel(this)),
      m_progress(new QProgressBar(this))
{
    m_title->setText(QStringLiteral("%1. %2").arg(number).arg(Core::rendered(info.title)));
    m_title->setWordWrap(true);
    m_state->setProperty("role", QStringLiteral("muted"));
    m_progressText->setProperty("role", QStringLiteral("muted"));
    m_sign->setFixedSize(signSize, signSize);
    m_sign->hide();
    m_progress->setTextVisible(false);
    m_progress->setRange(0, 1000);
    m_progress->hide();
    m_progressText->hide();
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_sign, 0, Qt::AlignTop);
    head->addWidget(m_title, 1);
    head->addWidget(m_state, 0, Qt::AlignTop);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(4);
    box->addLayout(head);
    box->addWidget(commandLabel(theme, info.preview, this));
    box->addWidget(m_progress);
    box->addWidget(m_progressText);
}

void StepRow::mark(const QString &word)
{
    m_state->setText(word);
    m_state->setObjectName(QStringLiteral("changedMark"));
}

void StepRow::show(const StepRecord &record, std::chrono::milliseconds elapsed)
{
    const Tone tone = ActionText::tone(record.state);
    m_sign->setPixmap(
        record.state == StepState::Running
            ? tintedIcon(QStringLiteral(":/icons/play.svg"), m_theme.colors().link).pixmap(signSize)
            : toneSign(m_theme.colors(), tone, signSize, devicePixelRatioF()));
    m_sign->setVisible(true);
    m_state->setText(Words::joined({ActionText::word(record.state),
                                    ActionText::duration(record.state, elapsed, m_info.timeout)}));
    setAccessibleName(QStringLiteral("%1, %2").arg(m_title->text(), m_state->text()));
    const bool told = record.state == StepState::Running && record.progress.has_value();
    m_progress->setVisible(told && record.progress->fraction.has_value());
    m_progressText->setVisible(told);
    if (!told)
        return;
    m_progress->setValue(qRound(1000 * std::clamp(record.progress->fraction.value_or(0), 0., 1.)));
    m_progressText->setText(Core::rendered(record.progress->text));
    m_progress->setAccessibleName(m_progressText->text());
}

QString StepRow::stateText() const
{
    return m_state->text();
}

NoReturnLine::NoReturnLine(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setAccessibleName(ActionText::pointOfNoReturnText());
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize NoReturnLine::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(TextSize::Small, true));
    return {metrics.horizontalAdvance(ActionText::pointOfNoReturnText()) + 80, 24};
}

void NoReturnLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &colors = m_theme.colors();
    const QString words = ActionText::pointOfNoReturnText();
    painter.setFont(m_theme.font(TextSize::Small, true));
    const int half = painter.fontMetrics().horizontalAdvance(words) / 2 + 8;
    const int middle = width() / 2;
    painter.setPen(QPen(colors.bad, 2));
    painter.drawLine(0, height() / 2, middle - half, height() / 2);
    painter.drawLine(middle + half, height() / 2, width(), height() / 2);
    painter.drawText(rect(), Qt::AlignCenter, words);
}

ActionSteps::ActionSteps(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_box(new QVBoxLayout(this))
{
    m_box->setContentsMargins(0, 0, 0, 0);
    m_box->setSpacing(12);
}

void ActionSteps::show(const Core::ActionPlan &plan, const PlanDifference &difference)
{
    while (QLayoutItem *item = m_box->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_rows.clear();
    const int noReturn = ActionText::pointOfNoReturn(plan);
    for (int i = 0; i < int(plan.steps.size()); ++i) {
        if (i == noReturn)
            m_box->addWidget(new NoReturnLine(m_theme, this));
        auto *row = new StepRow(m_theme, i + 1, plan.steps[size_t(i)].info, this);
        if (difference.newSteps.contains(i))
            row->mark(tr("new or changed"));
        m_rows << row;
        m_box->addWidget(row);
    }
    for (const Core::StepInfo &gone : difference.goneSteps) {
        auto *label = plainLabel(this);
        label->setWordWrap(true);
        label->setObjectName(QStringLiteral("muted"));
        label->setText(tr("No longer: %1").arg(Core::rendered(gone.title)));
        m_box->addWidget(label);
    }
}

void ActionSteps::show(const ActionRecord &record)
{
    for (int i = 0; i < m_rows.size() && i < record.steps().size(); ++i)
        m_rows[i]->show(record.steps()[i], record.elapsed(i));
}
} // namespace Gui
