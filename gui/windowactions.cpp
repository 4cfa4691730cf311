// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/windowactions.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>

namespace Gui
{
namespace
{
struct Spec {
    ActionId id;
    int menu; // index into menuNames
    const char *text; // source
    const char *keys; // portable
};
constexpr const char *context = "Gui::WindowActions";
constexpr const char *menuNames[] = {
    QT_TRANSLATE_NOOP("Gui::WindowActions", "&Cluster"),
    QT_TRANSLATE_NOOP("Gui::WindowActions", "&View"),
    QT_TRANSLATE_NOOP("Gui::WindowActions", "&Actions"),
    QT_TRANSLATE_NOOP("Gui::WindowActions", "&Go"),
    QT_TRANSLATE_NOOP("Gui::WindowActions", "&Help"),
};

// In the order of the menus.
constexpr Spec specs[] = {
    {ActionId::AddCluster, 0, QT_TRANSLATE_NOOP("Gui::WindowActions", "&Add my cluster…"),
     "Ctrl+N"},
    {ActionId::OpenTraining, 0,
     QT_TRANSLATE_NOOP("Gui::WindowActions", "Open the &training cluster"), ""},
    {ActionId::OpenRecording, 0, QT_TRANSLATE_NOOP("Gui::WindowActions", "Open a rec&ording…"),
     "Ctrl+O"},
    {ActionId::CloseCluster, 0, QT_TRANSLATE_NOOP("Gui::WindowActions", "&Close this cluster"),
     "Ctrl+W"},
    {ActionId::Refresh, 0, QT_TRANSLATE_NOOP("Gui::WindowActions", "&Refresh"), "F5"},
    {ActionId::ExportPicture, 0, QT_TRANSLATE_NOOP("Gui::WindowActions", "&Export the picture…"),
     "Ctrl+E"},
    {ActionId::SaveBundle, 0,
     QT_TRANSLATE_NOOP("Gui::WindowActions", "Save the &diagnostic bundle…"), ""},
    {ActionId::Settings, 0, QT_TRANSLATE_NOOP("Gui::WindowActions", "&Settings…"), "Ctrl+,"},
    {ActionId::Lock, 0, QT_TRANSLATE_NOOP("Gui::WindowActions", "&Lock or unlock the program…"),
     "Ctrl+L"},
    {ActionId::Quit, 0, QT_TRANSLATE_NOOP("Gui::WindowActions", "&Quit"), "Ctrl+Q"},
    {ActionId::ToggleTheme, 1, QT_TRANSLATE_NOOP("Gui::WindowActions", "&Light or dark"),
     "Ctrl+Shift+T"},
    {ActionId::ToggleLanguage, 1, QT_TRANSLATE_NOOP("Gui::WindowActions", "&English or French"),
     "Ctrl+Shift+L"},
    {ActionId::ToggleTree, 1, QT_TRANSLATE_NOOP("Gui::WindowActions", "Topology as a &tree"),
     "Ctrl+T"},
    {ActionId::ZoomIn, 1, QT_TRANSLATE_NOOP("Gui::WindowActions", "Zoom &in"), "Ctrl++"},
    {ActionId::ZoomOut, 1, QT_TRANSLATE_NOOP("Gui::WindowActions", "Zoom &out"), "Ctrl+-"},
    {ActionId::Fit, 1, QT_TRANSLATE_NOOP("Gui::WindowActions", "&Fit the picture"), "Ctrl+0"},
    {ActionId::ResetPlaces, 1,
     QT_TRANSLATE_NOOP("Gui::WindowActions", "Put the &machines back in their places"), ""},
    {ActionId::ResetPanels, 1,
     QT_TRANSLATE_NOOP("Gui::WindowActions", "Put the &panels back in their places"), ""},
    {ActionId::FullScreen, 1, QT_TRANSLATE_NOOP("Gui::WindowActions", "F&ull screen"), "F11"},
    {ActionId::Reconnect, 2, QT_TRANSLATE_NOOP("Gui::WindowActions", "&Connect again"), "Ctrl+R"},
    {ActionId::CopyFacts, 2,
     QT_TRANSLATE_NOOP("Gui::WindowActions", "Copy the facts and their &evidence"), "Ctrl+Shift+C"},
    {ActionId::Migrate, 2, QT_TRANSLATE_NOOP("Gui::WindowActions", "&Migrate the selected guest…"),
     "Ctrl+M"},
    {ActionId::Fence, 2, QT_TRANSLATE_NOOP("Gui::WindowActions", "&Fence the selected node…"),
     "Ctrl+Shift+F"},
    {ActionId::PowerOn, 2, QT_TRANSLATE_NOOP("Gui::WindowActions", "S&witch the selected node on…"),
     "Ctrl+Shift+U"},
    {ActionId::PowerOff, 2,
     QT_TRANSLATE_NOOP("Gui::WindowActions", "Switch the selected node &off…"), "Ctrl+Shift+D"},
    {ActionId::SplitBrain, 2, QT_TRANSLATE_NOOP("Gui::WindowActions", "Repair a split &brain…"),
     "Ctrl+B"},
    {ActionId::ActionList, 2, QT_TRANSLATE_NOOP("Gui::WindowActions", "Actions of this &session…"),
     "Ctrl+J"},
    {ActionId::PanelTopology, 3, QT_TRANSLATE_NOOP("Gui::WindowActions", "&Topology"), "Ctrl+1"},
    {ActionId::PanelReplication, 3, QT_TRANSLATE_NOOP("Gui::WindowActions", "&Replication"),
     "Ctrl+2"},
    {ActionId::PanelGuests, 3, QT_TRANSLATE_NOOP("Gui::WindowActions", "&Guests"), "Ctrl+3"},
    {ActionId::PanelNodes, 3, QT_TRANSLATE_NOOP("Gui::WindowActions", "&Machines"), "Ctrl+4"},
    {ActionId::PanelPower, 3, QT_TRANSLATE_NOOP("Gui::WindowActions", "&Power and fencing"),
     "Ctrl+5"},
    {ActionId::PanelConfiguration, 3, QT_TRANSLATE_NOOP("Gui::WindowActions", "C&onfiguration"),
     "Ctrl+Shift+E"},
    {ActionId::PanelDiagnosis, 3, QT_TRANSLATE_NOOP("Gui::WindowActions", "&Diagnosis"), "Ctrl+6"},
    {ActionId::PanelEvents, 3, QT_TRANSLATE_NOOP("Gui::WindowActions", "&Events"), "Ctrl+7"},
    {ActionId::PanelJournal, 3, QT_TRANSLATE_NOOP("Gui::WindowActions", "&Journal"), "Ctrl+9"},
    {ActionId::PanelTraining, 3, QT_TRANSLATE_NOOP("Gui::WindowActions", "&Exercises"), "Ctrl+8"},
    {ActionId::NextCluster, 3, QT_TRANSLATE_NOOP("Gui::WindowActions", "&Next cluster"),
     "Ctrl+Tab"},
    {ActionId::Palette, 4, QT_TRANSLATE_NOOP("Gui::WindowActions", "&Find a command…"), "Ctrl+K"},
    {ActionId::Manual, 4, QT_TRANSLATE_NOOP("Gui::WindowActions", "&Manual"), "F1"},
    {ActionId::Help, 4, QT_TRANSLATE_NOOP("Gui::WindowActions", "&Signs and keys"), "Shift+F1"},
    {ActionId::ProgramLog, 4, QT_TRANSLATE_NOOP("Gui::WindowActions", "&Log of the program"), ""},
    {ActionId::About, 4, QT_TRANSLATE_NOOP("Gui::WindowActions", "&About Binôme"), ""},
};

QString translated(const char *text)
{
    return QCoreApplication::translate(context, text);
}

QString withoutAmpersand(QString text)
{
    return text.remove(u'&');
}
} // namespace

WindowActions::WindowActions(QWidget *window) : QObject(window)
{
    for (const Spec &spec : specs) {
        auto *action = new QAction(this);
        action->setShortcut(QKeySequence(QString::fromLatin1(spec.keys)));
        action->setShortcutContext(Qt::WindowShortcut);
        window->addAction(action); // its keys work with the menu bar hidden
        m_actions.insert(int(spec.id), action);
    }
    action(ActionId::ToggleTree)->setCheckable(true);
    action(ActionId::FullScreen)->setCheckable(true);
    retranslate();
}

void WindowActions::fill(QMenuBar &bar)
{
    for (const char *name : menuNames) {
        m_menus << bar.addMenu(translated(name));
        m_menus.last()->setToolTipsVisible(true);
    }
    for (const Spec &spec : specs) {
        QMenu *menu = m_menus[spec.menu];
        const bool group = spec.id == ActionId::Refresh || spec.id == ActionId::Settings
            || spec.id == ActionId::ToggleTree || spec.id == ActionId::ResetPlaces
            || spec.id == ActionId::NextCluster || spec.id == ActionId::Migrate
            || spec.id == ActionId::SplitBrain || spec.id == ActionId::ActionList
            || spec.id == ActionId::About;
        if (group)
            menu->addSeparator();
        menu->addAction(action(spec.id));
    }
}

void WindowActions::setReason(ActionId id, const QString &whyNot)
{
    m_reasons.insert(int(id), whyNot);
    action(id)->setEnabled(whyNot.isEmpty());
    action(id)->setToolTip(whyNot.isEmpty() ? withoutAmpersand(action(id)->text()) : whyNot);
}

void WindowActions::retranslate()
{
    for (const Spec &spec : specs) {
        action(spec.id)->setText(translated(spec.text));
        action(spec.id)->setToolTip(withoutAmpersand(translated(spec.text)));
    }
    for (qsizetype i = 0; i < m_menus.size(); ++i)
        m_menus[i]->setTitle(translated(menuNames[i]));
}

QList<PaletteEntry> WindowActions::paletteEntries() const
{
    QList<PaletteEntry> entries;
    for (const Spec &spec : specs) {
        QStringList names;
        for (const QString &name : namesInAllLanguages(context, spec.text))
            names << withoutAmpersand(name);
        entries << PaletteEntry{action(spec.id), names};
    }
    return entries;
}
} // namespace Gui
