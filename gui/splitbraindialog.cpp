// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/splitbraindialog.h"

#include "gui/clusterview.h"
#include "gui/inspector.h"
#include "gui/inspectorfacts.h"
#include "gui/splitbraincard.h"
#include "gui/splitbrainwords.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Gui
{
namespace
{
constexpr int pages = 3;
constexpr int quotedShown = 8; // lines of each piece of evidence

QLabel *words(const QString &text, const char *role = "")
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setText(text);
    label->setProperty("role", QString::fromLatin1(role));
    return label;
}

QScrollArea *scrolled(QVBoxLayout *box)
{
    auto *content = new QWidget;
    content->setLayout(box);
    box->setContentsMargins(0, 0, 8, 0);
    box->setSpacing(12);
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(content);
    return area;
}

void clear(QLayout &layout)
{
    while (QLayoutItem *item = layout.takeAt(0)) {
        if (item->layout())
            clear(*item->layout());
        if (item->widget())
            item->widget()->deleteLater(); // one of them may have asked for this
        delete item;
    }
}

QFrame *card(QVBoxLayout *&box)
{
    auto *frame = new QFrame;
    frame->setObjectName(QStringLiteral("panelCard"));
    box = new QVBoxLayout(frame);
    box->setContentsMargins(16, 12, 16, 12);
    box->setSpacing(8);
    return frame;
}
} // namespace

SplitBrainDialog::SplitBrainDialog(const Theme &theme, const ClusterSource &source, QWidget *parent)
    : QDialog(parent), m_theme(theme), m_source(source), m_lastWrites(source),
      m_title(words({}, "title")), m_intro(words({}, "muted")), m_pages(new QStackedWidget),
      m_back(new QPushButton), m_next(new QPushButton), m_close(new QPushButton)
{
    setModal(false);
    m_back->setObjectName(QStringLiteral("back"));
    m_next->setObjectName(QStringLiteral("next"));
    for (int i = 0; i < pages; ++i) {
        m_boxes << new QVBoxLayout;
        m_pages->addWidget(scrolled(m_boxes.last()));
    }
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_back);
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_next);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(24, 20, 24, 16);
    box->setSpacing(8);
    box->addWidget(m_title);
    box->addWidget(m_intro);
    box->addWidget(m_pages, 1);
    box->addLayout(buttons);
    m_back->setAutoDefault(false);
    m_next->setDefault(true);
    connect(m_back, &QPushButton::clicked, this, [this] { showPage(Page(page() - 1)); });
    connect(m_next, &QPushButton::clicked, this, [this] { showPage(Page(page() + 1)); });
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(&source, &ClusterSource::changed, this, &SplitBrainDialog::take);
    connect(&m_lastWrites, &LastWrites::told, this, &SplitBrainDialog::take);
    connect(&theme, &Theme::changed, this, &SplitBrainDialog::refill);
    resize(860, 640);
    m_splits = told();
    refill();
}

SplitBrainDialog::Page SplitBrainDialog::page() const
{
    return Page(m_pages->currentIndex());
}

void SplitBrainDialog::showPage(Page page)
{
    keepChoices();
    m_pages->setCurrentIndex(page);
    refill();
}

QList<Core::SplitBrain> SplitBrainDialog::told()
{
    QList<Core::SplitBrain> now = Core::splitBrains(*m_source.snapshot());
    m_lastWrites.ask(now);
    m_lastWrites.put(now);
    return now;
}

// Figures change with every answer while guests write. What a person clicks or types into stays
// where it is; it is built again only when other sides are apart.
void SplitBrainDialog::take()
{
    const QList<Core::SplitBrain> before = std::exchange(m_splits, told());
    tellProgress();
    if (m_splits == before || (page() == Choice && showChoices()))
        return;
    const auto sameResource = [](const Core::SplitBrain &a, const Core::SplitBrain &b) {
        return a.resource == b.resource;
    };
    const bool same = std::equal(m_splits.cbegin(), m_splits.cend(), before.cbegin(), before.cend(),
                                 sameResource);
    if (page() != Repair || !same)
        refill();
}

// False: the cards are not those of what is apart now.
bool SplitBrainDialog::showChoices()
{
    bool fit = m_cards.size() == m_splits.size();
    for (qsizetype i = 0; fit && i < m_cards.size(); ++i)
        fit = m_cards[i]->showAnew(m_splits[i]);
    return fit;
}

void SplitBrainDialog::tellProgress()
{
    for (auto label = m_progress.cbegin(); label != m_progress.cend(); ++label)
        (*label)->setText(progressOf(label.key()));
}

void SplitBrainDialog::keepChoices()
{
    for (const SplitBrainCard *card : std::as_const(m_cards)) {
        if (card->victim())
            m_wishes.insert(card->split().resource, card->wish());
    }
}

void SplitBrainDialog::refill()
{
    keepChoices();
    m_cards.clear();
    m_progress.clear();
    for (QVBoxLayout *box : std::as_const(m_boxes))
        clear(*box);
    if (page() == Evidence)
        fillEvidence();
    else if (page() == Choice)
        fillChoices();
    else
        fillRepairs();
    m_boxes[page()]->addStretch();
    retranslate();
}

void SplitBrainDialog::fillEvidence()
{
    for (const Core::SplitBrain &split : std::as_const(m_splits))
        addEvidence(*m_boxes[Evidence], split);
}

void SplitBrainDialog::addEvidence(QVBoxLayout &box, const Core::SplitBrain &split)
{
    QVBoxLayout *in = nullptr;
    box.addWidget(card(in));
    auto *head = new QHBoxLayout;
    head->addWidget(words(split.resource.text(), "title"), 1);
    auto *badge = new Badge(m_theme);
    badge->show(SplitBrainWords::verdict(split.apart), SplitBrainWords::tone(split.apart.kind));
    head->addWidget(badge);
    in->addLayout(head);
    in->addWidget(words(Core::rendered(split.apart.reason)));
    in->addWidget(words(SplitBrainWords::since(split.apart, m_source), "muted"));
    for (const Core::EvidenceRef &ref : split.apart.evidence) {
        const QStringList lines
            = quotedLines(ref, m_source).split(u'\n', Qt::SkipEmptyParts).mid(0, quotedShown);
        if (!lines.isEmpty()) {
            QLabel *evidence = words(lines.join(u'\n'));
            evidence->setObjectName(QStringLiteral("evidence"));
            evidence->setFont(m_theme.fixed());
            evidence->setTextInteractionFlags(Qt::TextSelectableByMouse);
            in->addWidget(evidence);
        }
        in->addWidget(words(sourceLine(ref, m_source), "muted"));
    }
}

void SplitBrainDialog::fillChoices()
{
    for (const Core::SplitBrain &split : std::as_const(m_splits)) {
        auto *made = new SplitBrainCard(m_theme, split);
        const auto wish = m_wishes.constFind(split.resource);
        if (wish != m_wishes.cend()) {
            made->choose(wish->victim);
            made->setSaveFolder(wish->saveFolder);
        }
        connect(made, &SplitBrainCard::chosen, this, &SplitBrainDialog::takeChoice);
        m_cards << made;
        m_boxes[Choice]->addWidget(made);
    }
}

void SplitBrainDialog::takeChoice()
{
    keepChoices();
    updateButtons();
}

void SplitBrainDialog::fillRepairs()
{
    for (const Core::SplitBrainWish &wish : std::as_const(m_wishes))
        addRepair(*m_boxes[Repair], wish);
}

void SplitBrainDialog::addRepair(QVBoxLayout &box, const Core::SplitBrainWish &wish)
{
    const auto split = std::find_if(m_splits.cbegin(), m_splits.cend(),
                                    [&](const auto &one) { return one.resource == wish.resource; });
    QVBoxLayout *in = nullptr;
    box.addWidget(card(in));
    in->addWidget(words(wish.resource.text(), "title"));
    in->addWidget(words(tr("Discard the changes of %1").arg(wish.victim.text())));
    m_progress.insert(wish.resource, words(progressOf(wish.resource), "muted"));
    in->addWidget(m_progress[wish.resource]);
    auto *plan = new QPushButton(tr("Plan the repair of %1…").arg(wish.resource.text()));
    plan->setObjectName(QStringLiteral("repair/") + wish.resource.text());
    plan->setAutoDefault(false);
    plan->setEnabled(split != m_splits.cend());
    plan->setToolTip(plan->isEnabled() ? QString() : tr("Its sides are not apart any more."));
    connect(plan, &QPushButton::clicked, this, [this, wish] { emit repairWanted(wish); });
    auto *row = new QHBoxLayout;
    row->addWidget(plan);
    row->addStretch();
    in->addLayout(row);
}

QString SplitBrainDialog::progressOf(const Core::ResourceName &resource) const
{
    const ClusterView view = viewOf(m_source.snapshot());
    const Core::ReplicationView *now = resourceOf(view, resource);
    return now ? tr("Now: %1").arg(Core::rendered(now->summary)) : QString();
}

void SplitBrainDialog::updateButtons()
{
    m_back->setVisible(page() != Evidence);
    m_next->setVisible(page() != Repair);
    const bool may = page() == Evidence ? !m_splits.isEmpty() : !m_wishes.isEmpty();
    m_next->setEnabled(may);
    m_next->setToolTip(may ? QString()
                           : tr("Choose first whose changes are discarded, for one resource at "
                                "least."));
    (m_next->isVisibleTo(this) ? m_next : m_close)->setDefault(true);
}

void SplitBrainDialog::retranslate()
{
    setWindowTitle(tr("Split brain"));
    const QString titles[] = {tr("1. Is it a split brain?"), tr("2. Whose changes are given up?"),
                              tr("3. Repair, one resource after the other")};
    const QString intros[] = {
        m_splits.isEmpty() ? tr("No resource is apart any more.")
                           : tr("What proves it, in the words of the nodes."),
        tr("Both sides went on alone. What is discarded is gone for ever: there is no undo."),
        tr("Each plan is shown whole before anything is sent, and reads the roles once more just "
           "before it discards.")};
    m_title->setText(titles[page()]);
    m_intro->setText(intros[page()]);
    m_back->setText(tr("Back"));
    m_next->setText(page() == Evidence ? tr("Compare the sides") : tr("Go to the repair"));
    m_close->setText(tr("Close"));
    updateButtons();
}

void SplitBrainDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refill();
    QDialog::changeEvent(event);
}
} // namespace Gui
