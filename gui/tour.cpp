// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tour.h"

#include "gui/clusterdialog.h"
#include "gui/commandpalette.h"
#include "gui/confpanel.h"
#include "gui/confrecipes.h"
#include "gui/curvepanel.h"
#include "gui/helpdialog.h"
#include "gui/manual.h"
#include "gui/prompts.h"
#include "gui/replicationpanel.h"
#include "gui/settingsdialog.h"
#include "gui/splitbraindialog.h"
#include "gui/topologypanel.h"
#include "gui/touractions.h"

#include <QDir>
#include <QTimer>

namespace Gui
{
namespace
{
const std::pair<Core::Language, const char *> languages[]
    = {{Core::Language::English, "en"}, {Core::Language::French, "fr"}};
const std::pair<Core::Theme, const char *> themes[]
    = {{Core::Theme::Light, "light"}, {Core::Theme::Dark, "dark"}};
constexpr QSize sizes[] = {QSize(1280, 800), QSize(1920, 1080)};
constexpr int scales[] = {1, 2};
constexpr int settling = 40; // ms for layouts and posted events between two pictures
constexpr int mostTries = 100; // of that time, for what a history is asked
const std::pair<int, const char *> curveRanges[] // of CurvePanel::ranges()
    = {{0, "curves-1min"}, {2, "curves-1h"}, {6, "curves-30d"}};

// What the prompts ask in a picture: plainly made up.
Core::HostKeyQuestion hostKeyQuestion()
{
    Core::HostKeyQuestion question;
    question.machine = Core::NodeName(QStringLiteral("node1"));
    question.host = QStringLiteral("192.0.2.11");
    question.keyType = QStringLiteral("ssh-ed25519");
    question.sha256 = QStringLiteral("SHA256:") + QString(43, u'A');
    return question;
}

Core::SecretQuestion secretQuestion()
{
    Core::SecretQuestion question;
    question.machine = Core::NodeName(QStringLiteral("node1"));
    question.host = QStringLiteral("192.0.2.11");
    question.user = QStringLiteral("root");
    return question;
}
} // namespace

Tour::Tour(QString folder, MainWindow &window, Core::Settings &settings, QObject *parent)
    : QObject(parent), m_folder(std::move(folder)), m_window(window), m_settings(settings),
      m_cluster(window.currentCluster())
{
}

QString Tour::report(int saved, const QString &folder)
{
    return tr("%n picture(s) saved in %1", nullptr, saved).arg(QDir::toNativeSeparators(folder));
}

void Tour::start()
{
    QDir().mkpath(m_folder);
    m_window.topology().scene().setCaching(false); // a cache is made for one scale
    plan();
    next();
}

void Tour::plan()
{
    for (const auto &[language, languageName] : languages) {
        for (const auto &[theme, themeName] : themes) {
            m_steps << Step{[this, language = language, theme = theme]() -> QWidget * {
                                emit languageWanted(language);
                                emit themeWanted(theme);
                                return nullptr;
                            },
                            {}};
            const QString ending = QStringLiteral("-%1-%2").arg(QString::fromLatin1(languageName),
                                                                QString::fromLatin1(themeName));
            for (const QSize &size : sizes)
                planWindow(ending, size);
            planDialogs(ending);
            if (!m_cluster.isEmpty())
                planActions(ending);
        }
    }
}

void Tour::planWindow(const QString &ending, const QSize &size)
{
    const auto add = [&](const QString &name, const std::function<void()> &show) {
        m_steps << Step{[this, show, size]() -> QWidget * {
                            m_window.resize(size);
                            show();
                            return &m_window;
                        },
                        name + ending};
    };
    add(QStringLiteral("welcome"), [this] { m_window.setCurrentCluster({}); });
    if (m_cluster.isEmpty())
        return;
    for (const QString &panel : MainWindow::panelIds()) {
        add(panel, [this, panel] {
            m_window.setCurrentCluster(m_cluster);
            m_window.setTree(false);
            m_window.showPanel(panel);
            m_window.selectFirst(panel == QStringLiteral("nodes")        ? ThingKind::Machine
                                     : panel == QStringLiteral("guests") ? ThingKind::Guest
                                                                         : ThingKind::Resource);
        });
    }
    planConfiguration(ending, size);
    planCurves(ending, size);
    add(QStringLiteral("policies"),
        [this] { m_window.replication().showPage(ReplicationPanel::Policies); });
    add(QStringLiteral("tree"), [this] {
        m_window.replication().showPage(ReplicationPanel::Copies);
        m_window.showPanel(MainWindow::panelIds().first());
        m_window.setTree(true);
    });
    add(QStringLiteral("evidence"), [this] {
        m_window.setTree(false);
        m_window.selection().select({ThingKind::Verdict, QStringLiteral("data")});
    });
}

// The text with something to find in it, and the same as a form.
void Tour::planConfiguration(const QString &ending, const QSize &size)
{
    const auto add = [&](const char *name, int page) {
        m_steps << Step{[this, size, page]() -> QWidget * {
                            m_window.resize(size);
                            m_window.showPanel(QStringLiteral("configuration"));
                            m_window.configuration()->showPage(page);
                            return &m_window;
                        },
                        QString::fromLatin1(name) + ending,
                        [this] {
                            const ConfPanel *panel = m_window.configuration();
                            return panel && panel->isOpen() && panel->isJudged();
                        }};
    };
    add("configuration-form", 1);
    add("configuration-text", 0);
}

// The same curves near and far, and one resource's rate.
void Tour::planCurves(const QString &ending, const QSize &size)
{
    const auto add = [&](const char *name, int range, CurveGroup group, bool one) {
        m_steps << Step{[this, size, range, group, one]() -> QWidget * {
                            m_window.resize(size);
                            m_window.showPanel(QStringLiteral("replication"));
                            m_window.replication().showPage(ReplicationPanel::Curves);
                            CurvePanel &curves = m_window.replication().curves();
                            curves.showGroup(group);
                            curves.showSubject(one ? curves.subjects().value(0) : QString());
                            curves.showRange(range);
                            return &m_window;
                        },
                        QString::fromLatin1(name) + ending,
                        [this] { return !m_window.replication().curves().isLoading(); }};
    };
    for (const auto &[range, name] : curveRanges)
        add(name, range, CurveGroup::OutOfSync, false);
    add("curves-rate", 1, CurveGroup::ResyncRate, true);
}

void Tour::planDialogs(const QString &ending)
{
    addDialog(QStringLiteral("add-cluster"), ending,
              [this] { return new ClusterDialog(&m_window); });
    addDialog(QStringLiteral("settings"), ending,
              [this] { return new SettingsDialog(m_settings, &m_window); });
    addDialog(QStringLiteral("host-key"), ending,
              [this] { return new HostKeyPrompt(hostKeyQuestion(), &m_window); });
    addDialog(QStringLiteral("password"), ending,
              [this] { return new SecretPrompt(secretQuestion(), &m_window); });
    addDialog(QStringLiteral("commands"), ending, [this] {
        return new CommandPalette(m_window.actions().paletteEntries(), &m_window);
    });
    addDialog(QStringLiteral("help"), ending,
              [this] { return new HelpDialog(m_window.theme(), m_window.actions(), &m_window); });
    addDialog(QStringLiteral("manual"), ending, [this] {
        auto *manual = new Manual(&m_window);
        manual->openAt(QStringLiteral("replication"));
        return manual;
    });
}

void Tour::planActions(const QString &ending)
{
    using namespace TourActions;
    const std::pair<const char *, Kind> plans[]
        = {{"plan-safe", Kind::Safe}, {"plan-blocked", Kind::Blocked}, {"plan-typed", Kind::Typed}};
    for (const auto &[name, kind] : plans)
        addDialog(QString::fromLatin1(name), ending, [this, kind = kind] {
            return TourActions::plan(m_window, *m_window.source(), kind);
        });
    const std::pair<const char *, Moment> moments[] = {{"run-running", Moment::Running},
                                                       {"run-done", Moment::Done},
                                                       {"run-notconfirmed", Moment::NotConfirmed}};
    for (const auto &[name, moment] : moments)
        addDialog(QString::fromLatin1(name), ending, [this, moment = moment] {
            return TourActions::run(m_window, *m_window.source(), moment);
        });
    const std::pair<const char *, ConfRecipeId> recipes[] = {
        {"recipe-disk", ConfRecipeId::QuorumDisk}, {"recipe-protect", ConfRecipeId::ProtectNode}};
    for (const auto &[name, recipe] : recipes)
        addDialog(QString::fromLatin1(name), ending, [this, recipe = recipe] {
            ConfPanel *panel = m_window.configuration();
            return panel ? panel->openRecipe(recipe) : nullptr;
        });
    const std::pair<const char *, SplitBrainDialog::Page> pages[]
        = {{"splitbrain-evidence", SplitBrainDialog::Evidence},
           {"splitbrain-choice", SplitBrainDialog::Choice}};
    for (const auto &[name, page] : pages)
        addDialog(QString::fromLatin1(name), ending, [this, page = page] {
            auto *assistant = new SplitBrainDialog(m_window.theme(), *m_window.source(), &m_window);
            assistant->showPage(page);
            return assistant;
        });
}

void Tour::addDialog(const QString &name, const QString &ending,
                     const std::function<QDialog *()> &make)
{
    m_steps << Step{[this, make]() -> QWidget * {
                        m_dialog = make();
                        if (!m_dialog)
                            return nullptr;
                        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
                        m_dialog->show();
                        return m_dialog;
                    },
                    name + ending};
}

void Tour::next()
{
    if (m_steps.isEmpty()) {
        emit ended(m_saved, m_folder);
        return;
    }
    const Step step = m_steps.takeFirst();
    QWidget *widget = step.prepare();
    finish(step, widget, 0);
}

void Tour::finish(const Step &step, QWidget *widget, int tries)
{
    QTimer::singleShot(settling, this, [this, step, widget, tries] {
        const bool waits = step.ready && (tries == 0 || !step.ready()) && tries < mostTries;
        if (waits)
            return finish(step, widget, tries + 1);
        if (widget)
            take(*widget, step.name);
        if (m_dialog)
            m_dialog->close();
        next();
    });
}

void Tour::take(QWidget &widget, const QString &name)
{
    for (const int scale : scales)
        save(widget, name, scale);
}

void Tour::save(QWidget &widget, const QString &name, int scale)
{
    QPixmap picture(widget.size() * scale);
    picture.setDevicePixelRatio(scale);
    picture.fill(Qt::transparent);
    widget.render(&picture);
    const QString file = QStringLiteral("%1-%2x%3@%4.png")
                             .arg(name)
                             .arg(widget.width())
                             .arg(widget.height())
                             .arg(scale);
    if (picture.save(QDir(m_folder).filePath(file)))
        ++m_saved;
}
} // namespace Gui
