// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clusterconf/conffiles.h"
#include "core/plan/plan.h"
#include "gui/clusterview.h"
#include "gui/confcheck.h"
#include "gui/confrecipes.h"
#include "gui/theme.h"

#include <QTimer>
#include <QWidget>

class QDialog;
class QLabel;
class QPushButton;
class QSpinBox;
class QStackedWidget;
class QToolButton;

namespace Gui
{
class ActionNotice;
class ConfEditor;
class ConfFindBar;
class ConfFindings;
class ConfForm;
class Switcher;

// The cluster.conf of one cluster: edited, judged while one types, activated. Knows no engine: the
// plan leaves by a signal. Main thread.
class ConfPanel : public QWidget
{
    Q_OBJECT
public:
    // The source outlives the panel.
    ConfPanel(const Theme &theme, ClusterSource &source, QWidget *parent = nullptr);
    ~ConfPanel() override;

    void show(const ClusterView &view); // the picture has moved
    void retranslate();
    void restyle();

    // A further page beside the editor; its title is asked for with each language.
    int addPage(QWidget *page, std::function<QString()> title); // its number
    void showPage(int page);

    // The file as it was read, and as it is now; both with passwords.
    const Core::ConfFiles &files() const { return m_files; }
    const QByteArray &text() const { return m_text; }
    // What somebody else made of it meanwhile; none: it is as it was opened.
    const std::optional<Core::ConfFiles> &theirs() const { return m_theirs; }
    bool isOpen() const { return m_open; }
    bool isChanged() const { return m_text != m_files.opened(); }
    // Replaces the whole text, as one thing that can be undone; its version is raised.
    void setText(const QByteArray &text);

    ConfEditor &editor() { return *m_editor; }
    ConfFindings &findings() { return *m_findings; }
    ConfForm &form() { return *m_form; }
    // The form of a recipe on the text as it is; null: that is not well-formed. guest: its number
    // in the form already; 0: none.
    QDialog *openRecipe(ConfRecipeId recipe, int guest = 0);
    // The same as soon as the file is read and well-formed.
    void wantRecipe(ConfRecipeId recipe, int guest);
    const ConfVerdict &verdict() const { return m_verdict; } // of the text, or of an older one
    bool isJudged() const { return m_verdict.change == m_change; } // the text as it is now
    void focusPage(); // what is shown takes the keys
    QString whyNotActivated() const; // empty: it can be asked for
    Core::Planner planner() const; // of the text as it is now
    // The rescue of this text, where no node has quorum; none: the picture calls for none.
    std::optional<Core::Planner> rescuePlanner() const;
    QString whyNotRescued() const; // empty: it can be asked for

public slots:
    void activate(); // what would change is shown first, then the plan
    void rescue(); // likewise
    void reload(); // reads the file again; what was written stays, to be compared
    void takeTheirs(); // somebody else's file in place of the text; it can be undone

signals:
    void activationWanted(const Core::Planner &planner);
    void textChanged();
    void judged(); // verdict() is that of the text
    void fileRead(); // files() are new
    void theirsFound();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void connectParts();
    Core::NodeName nodeToAsk() const; // empty: none can be asked
    QList<quint32> knownVersions() const;
    quint32 highestKnown() const;
    void read();
    void readEvidence(const Core::NodeName &node);
    void take(const Core::Expected<Core::ConfFiles> &files);
    void open(Core::ConfFiles files);
    void compareWithCommitted();
    void changed();
    void ask();
    void judgeAgain(); // when more is known now
    Core::LintContext facts() const; // of the picture now
    void takeVerdict(const ConfVerdict &verdict);
    void raiseVersion();
    void setVersion(int version);
    void fillForm();
    // Edits of the document that the text is now; nothing when it is not well-formed.
    void change(const std::function<QList<Core::TextEdit>(const Core::Document &)> &edits);
    void openWantedRecipe();
    // confpanelactivation.cpp
    QString whyNotWritten() const; // in whatever way
    void review(const std::function<void()> &accepted);
    // confpanelparts.cpp
    void build();
    QLayout *buildHead();
    QLayout *buildNotice();
    QWidget *buildPages();
    QWidget *buildTextPage();
    void nameRecipes();
    void update();
    void notify();
    QString stateText() const;

    const Theme &m_theme;
    ClusterSource &m_source;
    Core::SnapshotPtr m_snapshot;
    Core::ConfFiles m_files;
    QList<quint32> m_fileVersions; // config_version of each of them
    std::optional<Core::ConfFiles> m_theirs; // changed meanwhile by somebody else
    Core::ConfText m_file; // its encoding
    QString m_letters; // of the editor
    QByteArray m_text; // the same in that encoding
    std::shared_ptr<const Core::Document> m_running;
    std::optional<Core::Error> m_error; // of the last reading
    bool m_open = false;
    bool m_reading = false;
    bool m_readOnly = false;
    quint64 m_change = 1;
    bool m_typed = false; // since the last verdict
    quint32 m_raisedAbove = 0; // so that undoing it is not fought with
    ConfCheck m_check;
    Core::LintContext m_facts; // the text was judged with, or is being
    ConfVerdict m_verdict;
    QTimer m_asking;
    std::optional<std::pair<ConfRecipeId, int>> m_wantedRecipe;

    QLabel *m_versionLabel = nullptr;
    QSpinBox *m_version = nullptr;
    QLabel *m_state = nullptr;
    QToolButton *m_secrets = nullptr;
    QToolButton *m_reload = nullptr;
    QPushButton *m_activate = nullptr;
    ActionNotice *m_notice = nullptr;
    QPushButton *m_takeTheirs = nullptr;
    QPushButton *m_rescue = nullptr;
    Switcher *m_switcher = nullptr;
    QStackedWidget *m_pages = nullptr;
    QList<std::function<QString()>> m_titles;
    ConfEditor *m_editor = nullptr;
    ConfFindings *m_findings = nullptr;
    ConfFindBar *m_find = nullptr;
    ConfForm *m_form = nullptr;
    QToolButton *m_recipes = nullptr;
    QToolButton *m_findButton = nullptr;
};
} // namespace Gui
