// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/splitbraincard.h"

#include "gui/inspector.h"
#include "gui/splitbrainwords.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>

namespace Gui
{
namespace
{
QLabel *words(const QString &text, bool muted = false)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setText(text);
    if (muted)
        label->setObjectName(QStringLiteral("muted"));
    return label;
}

// A row of the comparison: what it is about, then each side's word.
struct Line {
    QString about;
    std::function<QString(const Core::SplitSide &)> word;
};

QList<Line> comparison(const Core::SplitBrain &split)
{
    namespace W = SplitBrainWords;
    return {{SplitBrainCard::tr("Changed since they parted"), W::changed},
            {SplitBrainCard::tr("State"), W::state},
            {SplitBrainCard::tr("Guests running there"), W::guests},
            {SplitBrainCard::tr("Volume groups"),
             [split](const Core::SplitSide &side) { return W::groups(split, side); }},
            {SplitBrainCard::tr("Volumes only there"), W::onlyHere},
            {SplitBrainCard::tr("Last write seen"), W::lastWrite},
            {SplitBrainCard::tr("Lost if discarded"),
             [](const Core::SplitSide &side) { return Core::rendered(side.loss); }}};
}
} // namespace

SplitBrainCard::SplitBrainCard(const Theme &theme, const Core::SplitBrain &split, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_split(split), m_choice(new QButtonGroup(this))
{
    setObjectName(QStringLiteral("panelCard"));
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(16, 12, 16, 12);
    box->setSpacing(8);
    addHead(*box);
    if (split.apart.kind == Core::ApartKind::SplitBrain) {
        addSides(*box);
        addSaving(*box);
    }
    connect(m_choice, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (on)
            update();
    });
    tell();
    update();
}

void SplitBrainCard::addHead(QVBoxLayout &box)
{
    auto *title = words(m_split.resource.text());
    title->setProperty("role", QStringLiteral("title"));
    auto *badge = new Badge(m_theme);
    badge->show(SplitBrainWords::verdict(m_split.apart), SplitBrainWords::tone(m_split.apart.kind));
    auto *row = new QHBoxLayout;
    row->addWidget(title, 1);
    row->addWidget(badge);
    box.addLayout(row);
    m_proposal = words({});
    box.addWidget(m_proposal);
    if (m_split.apart.kind != Core::ApartKind::SplitBrain)
        box.addWidget(words(tr("Discarding changes is no answer to it."), true));
}

void SplitBrainCard::addSides(QVBoxLayout &box)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    for (int i = 0; i < int(m_split.sides.size()); ++i) {
        const QString node = m_split.sides[i].node.text();
        auto *radio = new QRadioButton(tr("Discard the changes of %1").arg(node));
        radio->setObjectName(QStringLiteral("discard/%1/%2").arg(m_split.resource.text(), node));
        m_choice->addButton(radio, i);
        grid->addWidget(radio, 0, i + 1);
    }
    const QList<Line> lines = comparison(m_split);
    for (int row = 0; row < lines.size(); ++row) {
        QLabel *about = words(lines[row].about, true);
        about->setWordWrap(false);
        grid->addWidget(about, row + 1, 0, Qt::AlignTop);
        for (int i = 0; i < int(m_split.sides.size()); ++i) {
            m_told << words({});
            if (row + 1 == lines.size()) // the loss
                m_told.last()->setObjectName(QStringLiteral("errorText"));
            grid->addWidget(m_told.last(), row + 1, i + 1, Qt::AlignTop);
        }
    }
    box.addLayout(grid);
}

void SplitBrainCard::tell()
{
    const bool split = m_split.apart.kind == Core::ApartKind::SplitBrain;
    m_proposal->setText(split ? SplitBrainWords::proposal(m_split)
                              : Core::rendered(m_split.apart.reason));
    if (!split)
        return;
    auto told = m_told.cbegin();
    for (const Line &line : comparison(m_split)) {
        for (const Core::SplitSide &side : std::as_const(m_split.sides))
            (*told++)->setText(line.word(side));
    }
    for (int i = 0; i < int(m_split.sides.size()); ++i)
        m_choice->button(i)->setAccessibleDescription(Core::rendered(m_split.sides[i].loss));
}

bool SplitBrainCard::showAnew(const Core::SplitBrain &split)
{
    const auto sameNode
        = [](const Core::SplitSide &a, const Core::SplitSide &b) { return a.node == b.node; };
    if (split.resource != m_split.resource || split.apart.kind != m_split.apart.kind
        || !std::equal(split.sides.cbegin(), split.sides.cend(), m_split.sides.cbegin(),
                       m_split.sides.cend(), sameNode))
        return false;
    m_split = split;
    tell();
    update();
    return true;
}

void SplitBrainCard::addSaving(QVBoxLayout &box)
{
    m_saving = words({});
    m_folder = new QLineEdit;
    m_folder->setObjectName(QStringLiteral("folder/") + m_split.resource.text());
    m_folder->setPlaceholderText(QStringLiteral("/var/lib/vz/dump"));
    m_saving->setBuddy(m_folder);
    box.addWidget(m_saving);
    box.addWidget(m_folder);
    connect(m_folder, &QLineEdit::textChanged, this, &SplitBrainCard::chosen);
}

const Core::SplitSide *SplitBrainCard::chosenSide() const
{
    const int id = m_choice->checkedId();
    return id < 0 ? nullptr : &m_split.sides[id];
}

std::optional<Core::NodeName> SplitBrainCard::victim() const
{
    const Core::SplitSide *side = chosenSide();
    return side ? std::optional(side->node) : std::nullopt;
}

void SplitBrainCard::choose(const Core::NodeName &victim)
{
    for (int i = 0; i < int(m_split.sides.size()); ++i) {
        if (m_split.sides[i].node == victim && m_choice->button(i))
            m_choice->button(i)->setChecked(true);
    }
}

// Where a guest ran on the side that is given up, its volumes are copied away before.
void SplitBrainCard::update()
{
    const Core::SplitSide *side = chosenSide();
    const bool save = m_saving && side && !side->mustSave.isEmpty();
    if (m_saving) {
        m_saving->setVisible(save);
        m_folder->setVisible(save);
    }
    if (save)
        m_saving->setText(tr("Saved first, into a folder of %1 on a disk of its own: %2")
                              .arg(side->node.text(), SplitBrainWords::volumes(side->mustSave)));
    if (side)
        emit chosen();
}

QString SplitBrainCard::saveFolder() const
{
    return m_folder ? m_folder->text().trimmed() : QString();
}

void SplitBrainCard::setSaveFolder(const QString &folder)
{
    if (m_folder)
        m_folder->setText(folder);
}

Core::SplitBrainWish SplitBrainCard::wish() const
{
    const Core::SplitSide *side = chosenSide();
    if (!side)
        return {};
    return {m_split.resource, side->node, side->mustSave.isEmpty() ? QString() : saveFolder(), {}};
}
} // namespace Gui
