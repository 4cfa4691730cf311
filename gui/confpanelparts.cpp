// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/confpanel.h"

#include "core/clusterconf/edit.h"
#include "gui/actionnotice.h"
#include "gui/confeditor.h"
#include "gui/conffindbar.h"
#include "gui/conffindings.h"
#include "gui/confform.h"
#include "gui/confrecipes.h"
#include "gui/switcher.h"
#include "gui/words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QSpinBox>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>

// What the panel is made of, and its words.
namespace Gui
{
namespace
{
constexpr int versionWidth = 88; // px: seven digits
QToolButton *link(QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setProperty("role", QStringLiteral("link"));
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

// Tab indents in the text, so Esc is what leads on from it without a mouse: to the next control,
// as Tab does elsewhere. First it closes what the editor has open.
class EscapeLeaves : public QObject
{
public:
    explicit EscapeLeaves(ConfEditor &editor) : QObject(&editor)
    {
        editor.installEventFilter(this);
    }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        auto *editor = qobject_cast<QsciScintilla *>(watched);
        if (event->type() != QEvent::KeyPress || !editor
            || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Escape || editor->isListActive()
            || editor->SendScintilla(QsciScintilla::SCI_CALLTIPACTIVE) != 0)
            return false;
        QWidget *next = editor->nextInFocusChain();
        while (next != editor
               && (!next->isVisible() || !next->isEnabled() || next->focusProxy()
                   || !(next->focusPolicy() & Qt::TabFocus) || editor->isAncestorOf(next)))
            next = next->nextInFocusChain();
        next->setFocus(Qt::TabFocusReason);
        return true;
    }
};
} // namespace

void ConfPanel::build()
{
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(8, 0, 8, 4);
    box->setSpacing(8);
    box->addLayout(buildHead());
    box->addLayout(buildNotice());
    box->addWidget(buildPages(), 1);
    setMinimumHeight(240);
}

QLayout *ConfPanel::buildHead()
{
    m_switcher = new Switcher(2, this);
    m_versionLabel = new QLabel(this);
    m_version = new QSpinBox(this);
    m_version->setRange(1, int(Core::highestVersion));
    m_version->setKeyboardTracking(false);
    m_version->setFixedWidth(versionWidth);
    m_versionLabel->setBuddy(m_version);
    m_state = new QLabel(this);
    m_state->setProperty("role", QStringLiteral("muted"));
    m_state->setTextFormat(Qt::PlainText);
    m_state->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_findButton = link(this);
    m_recipes = link(this);
    m_recipes->setPopupMode(QToolButton::InstantPopup);
    m_recipes->setMenu(new QMenu(m_recipes));
    m_secrets = link(this);
    m_secrets->setCheckable(true);
    m_reload = link(this);
    m_activate = new QPushButton(this);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_switcher);
    row->addWidget(m_versionLabel);
    row->addWidget(m_version);
    row->addStretch(1);
    row->addWidget(m_findButton);
    row->addWidget(m_recipes);
    row->addWidget(m_secrets);
    row->addWidget(m_reload);
    row->addWidget(m_activate);
    connect(m_switcher, &Switcher::chosen, this, &ConfPanel::showPage);
    connect(m_secrets, &QToolButton::toggled, this, [this](bool shown) {
        m_editor->setSecretsShown(shown);
        m_form->setSecretsShown(shown);
    });
    connect(m_reload, &QToolButton::clicked, this, &ConfPanel::reload);
    connect(m_activate, &QPushButton::clicked, this, &ConfPanel::activate);
    auto *head = new QVBoxLayout; // the state has a line of its own: it is a sentence
    head->setSpacing(4);
    head->addLayout(row);
    head->addWidget(m_state);
    return head;
}

QLayout *ConfPanel::buildNotice()
{
    m_notice = new ActionNotice(m_theme, this);
    m_takeTheirs = new QPushButton(this);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_notice, 1);
    row->addWidget(m_takeTheirs);
    m_rescue = new QPushButton(this);
    row->addWidget(m_rescue);
    connect(m_rescue, &QPushButton::clicked, this, &ConfPanel::rescue);
    connect(m_takeTheirs, &QPushButton::clicked, this, &ConfPanel::takeTheirs);
    return row;
}

// Keys of the text alone; those of the window go on as everywhere.
QWidget *ConfPanel::buildTextPage()
{
    m_editor = new ConfEditor(m_theme, this);
    new EscapeLeaves(*m_editor);
    m_find = new ConfFindBar(*m_editor, this);
    auto *page = new QWidget(this);
    auto *box = new QVBoxLayout(page);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    box->addWidget(m_editor, 1);
    box->addWidget(m_find);
    const auto key = [page](const QKeySequence &keys, auto slot) {
        connect(new QShortcut(keys, page, nullptr, nullptr, Qt::WidgetWithChildrenShortcut),
                &QShortcut::activated, page, slot);
    };
    key(QKeySequence::Find, [this] { m_find->open(); });
    key(QKeySequence(Qt::Key_F3), [this] { m_find->find(true); });
    key(QKeySequence(Qt::SHIFT | Qt::Key_F3), [this] { m_find->find(false); });
    key(QKeySequence(Qt::CTRL | Qt::Key_Space), [this] { m_editor->complete(); });
    connect(m_findButton, &QToolButton::clicked, this, [this] {
        showPage(0);
        m_find->open();
    });
    return page;
}

QWidget *ConfPanel::buildPages()
{
    auto *halves = new QSplitter(this);
    halves->setChildrenCollapsible(false);
    halves->addWidget(buildTextPage());
    m_findings = new ConfFindings(m_theme, this);
    halves->addWidget(m_findings);
    halves->setStretchFactor(0, 5);
    halves->setStretchFactor(1, 2);
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(halves);
    m_form = new ConfForm(m_theme, this);
    m_pages->addWidget(m_form);
    m_titles << [] { return tr("Text"); } << [] { return tr("Form"); };
    return m_pages;
}

int ConfPanel::addPage(QWidget *page, std::function<QString()> title)
{
    const int number = m_pages->addWidget(page);
    m_titles << std::move(title);
    m_switcher->addChoice();
    retranslate();
    return number;
}

void ConfPanel::showPage(int page)
{
    if (page < 0 || page >= m_pages->count())
        return;
    m_switcher->choose(page);
    m_pages->setCurrentIndex(page);
    fillForm();
}

// Not by a focus proxy: Tab would then lead past the buttons above the page.
void ConfPanel::focusPage()
{
    QWidget *page = m_pages->currentWidget();
    (m_pages->currentIndex() == 0 ? m_editor : page)->setFocus();
}

void ConfPanel::nameRecipes()
{
    m_recipes->setText(tr("Recipes"));
    m_recipes->setToolTip(tr("Changes that a cluster needs once, each shown before it is taken"));
    m_recipes->menu()->clear();
    for (const ConfRecipeId recipe : allConfRecipes)
        m_recipes->menu()->addAction(nameOf(recipe), this, [this, recipe] { openRecipe(recipe); });
}

void ConfPanel::retranslate()
{
    nameRecipes();
    m_findButton->setText(tr("Find"));
    m_findButton->setToolTip(tr("Find and replace in the text (Ctrl+F)"));
    m_find->retranslate();
    m_form->retranslate();
    QStringList titles;
    for (const auto &title : std::as_const(m_titles))
        titles << title();
    m_switcher->setTexts(titles);
    m_versionLabel->setText(tr("Version"));
    m_version->setAccessibleName(tr("Version of cluster.conf (config_version)"));
    m_secrets->setText(tr("Passwords"));
    m_secrets->setToolTip(tr("They are covered, also for the clipboard, until they are shown"));
    m_reload->setText(tr("Read again"));
    m_activate->setText(tr("Activate…"));
    m_takeTheirs->setText(tr("Open theirs"));
    m_takeTheirs->setToolTip(tr("In place of this text, which comes back by undoing"));
    m_rescue->setText(tr("Rescue…"));
    m_editor->setAccessibleName(tr("cluster.conf"));
    m_findings->retranslate();
    update();
}

void ConfPanel::restyle()
{
    m_editor->restyle();
    m_findings->restyle();
    m_form->retranslate();
    update();
}

QString ConfPanel::stateText() const
{
    if (m_reading && !m_open)
        return tr("being read from %1…").arg(nodeToAsk().text());
    if (!m_open)
        return tr("not read yet");
    QStringList parts;
    const auto machine = m_snapshot->machines.constFind(m_files.node);
    if (machine != m_snapshot->machines.cend() && machine->quorum.value)
        parts << tr("running: %1").arg(machine->quorum.value->configVersion);
    if (machine != m_snapshot->machines.cend() && machine->configuration.value
        && machine->configuration.value->version)
        parts << tr("committed: %1").arg(*machine->configuration.value->version);
    if (m_files.pending)
        parts << tr("one is pending");
    parts << (isChanged() ? tr("changed, not activated") : tr("as on %1").arg(m_files.node.text()));
    return Words::joined(parts);
}

void ConfPanel::update()
{
    const QString why = whyNotActivated();
    m_activate->setEnabled(why.isEmpty());
    m_activate->setToolTip(why.isEmpty() ? tr("Shows the plan first; nothing is sent before")
                                         : why);
    m_state->setText(stateText());
    m_state->setToolTip(m_state->text());
    const QSignalBlocker quiet(m_version);
    if (isJudged() && m_verdict.version)
        m_version->setValue(int(std::min(*m_verdict.version, Core::highestVersion)));
    m_version->setEnabled(m_open && !m_readOnly && isJudged() && m_verdict.document);
    m_reload->setVisible(m_source.confReader());
    m_secrets->setVisible(!m_readOnly);
    m_recipes->setVisible(!m_readOnly);
    m_recipes->setEnabled(m_open && isJudged() && m_verdict.document);
    m_takeTheirs->setVisible(m_theirs.has_value());
    notify();
}

// The worst first; one at a time.
void ConfPanel::notify()
{
    const bool rescuable = m_open && !m_readOnly && !m_theirs && rescuePlanner().has_value();
    const QString why = whyNotRescued();
    m_rescue->setVisible(rescuable);
    m_rescue->setEnabled(why.isEmpty());
    m_rescue->setToolTip(why.isEmpty() ? tr("Shows the plan first; nothing is sent before") : why);
    if (m_theirs)
        m_notice->show(Tone::Warning,
                       tr("cluster.conf on %1 was changed by somebody else since it was opened")
                           .arg(m_theirs->node.text()),
                       tr("What was written here is kept and cannot be activated as it is."));
    else if (rescuable)
        m_notice->show(Tone::Bad, tr("No node has quorum: nothing can be activated"),
                       tr("The rescue puts a file right where the normal way is closed."));
    else if (m_error)
        m_notice->show(Tone::Bad, Core::rendered(m_error->what), m_error->detail);
    else if (m_open && m_source.replay())
        m_notice->show(Tone::Neutral, tr("A recording keeps no passwords: to be read only."), {});
    else if (m_readOnly)
        m_notice->show(Tone::Warning,
                       tr("This file holds what no editor can show: to be read only."), {});
    else
        m_notice->clear();
}
} // namespace Gui
