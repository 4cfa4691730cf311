// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/theme.h"

namespace Gui
{
namespace
{
// @name stands for a colour of Tokens. Sizes on a grid of 4 px.
constexpr const char *sheet = R"(
QMenuBar { background: @panel; color: @text; border-bottom: 1px solid @border; padding: 2px 8px; }
QMenuBar::item { padding: 4px 12px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: @linkFill; }
QMenu { background: @panel; color: @text; border: 1px solid @border; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 28px; border-radius: 4px; }
QMenu::item:selected { background: @linkFill; }
QMenu::item:disabled { color: @muted; }
QMenu::separator { height: 1px; background: @border; margin: 4px 8px; }
QMenu::indicator { width: 12px; height: 12px; left: 8px; }
QToolTip { background: @panel; color: @text; border: 1px solid @border; padding: 4px; }
QMainWindow#panels { background: @window; }
QMainWindow#panels::separator { background: @window; width: 12px; height: 12px; }
QWidget#sidebar { background: @panel; border-right: 1px solid @border; }
QWidget#statusBar { background: @panel; border-top: 1px solid @border; }
QWidget#center, QWidget#bannerRow { background: @window; }
QFrame#replayBar { background: @linkFill; border-bottom: 1px solid @border; }
QFrame#replayBar QLabel { background: transparent; }
QFrame#panelCard { background: @panel; border: 1px solid @border; border-radius: 8px; }
QFrame#panelTop { background: @panel; border: 1px solid @border; border-bottom: none;
  border-top-left-radius: 8px; border-top-right-radius: 8px; }
QFrame#panelBody { background: @panel; border: 1px solid @border; border-top: none;
  border-bottom-left-radius: 8px; border-bottom-right-radius: 8px; }
QLabel[role="title"] { font-size: 16px; font-weight: 600; color: @text; }
QLabel[role="muted"] { font-size: 12px; color: @muted; }
QLabel[role="section"] { font-size: 12px; font-weight: 600; color: @muted; }
QToolButton[role="link"] { border: none; color: @link; background: transparent; padding: 4px 8px; border-radius: 4px; }
QToolButton[role="link"]:hover, QToolButton[role="link"]:focus { background: @linkFill; }
QToolButton[role="link"]:disabled { color: @muted; }
QToolButton[role="link"]::menu-indicator { image: none; }
QToolButton[role="segment"] { border: 1px solid transparent; color: @muted; background: transparent; padding: 4px 8px;
  border-radius: 4px; }
QToolButton[role="segment"]:hover { background: @linkFill; }
QToolButton[role="segment"]:checked { background: @linkFill; color: @link; font-weight: 600; }
QToolButton[role="segment"]:focus { border-color: @focus; }
QPushButton { background: @panel; color: @text; border: 1px solid @border; border-radius: 6px; padding: 6px 12px; }
QPushButton:hover { background: @linkFill; }
QPushButton:focus { border: 2px solid @focus; padding: 5px 11px; }
QPushButton:default { border-color: @focus; }
QPushButton:disabled { background: @sunken; color: @muted; }
QLineEdit, QPlainTextEdit { background: @panel; color: @text; border: 1px solid @border;
  border-radius: 6px; padding: 4px 8px; selection-background-color: @linkFill; selection-color: @text; }
QLineEdit:focus { border: 2px solid @focus; padding: 3px 7px; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit { border: none; padding: 0; background: transparent; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid @muted; border-radius: 3px; background: @panel; }
QCheckBox::indicator:focus { border: 2px solid @focus; width: 12px; height: 12px; }
QCheckBox::indicator:checked { background: @tick; border-color: @tick; image: url(:/icons/tick.svg); }
QListWidget::item { padding: 4px 8px; border-radius: 4px; }
QListWidget::item:selected { background: @linkFill; color: @text; }
QWidget#panelText { background: @panel; }
QRadioButton { color: @text; background: transparent; spacing: 8px; }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid @muted; border-radius: 8px; background: @panel; }
QRadioButton::indicator:focus { border: 2px solid @focus; width: 12px; height: 12px; }
QRadioButton::indicator:checked { border: 5px solid @link; width: 6px; height: 6px; background: @panel; }
QLabel#muted { color: @muted; }
QLabel#errorText { color: @bad; }
QLabel#changedMark { color: @link; font-size: 12px; font-weight: 600; }
QProgressBar { background: @sunken; border: none; border-radius: 4px; max-height: 8px; min-height: 8px; }
QProgressBar::chunk { background: @link; border-radius: 4px; }
QScrollArea#plan { border: 1px solid @border; border-radius: 8px; background: @panel; }
QLabel#evidence { background: @sunken; border-radius: 6px; padding: 8px; }
QPlainTextEdit#evidence { background: @sunken; border: 1px solid @sunken; border-radius: 6px; padding: 4px; }
QPlainTextEdit#evidence:focus { border: 1px solid @focus; }
QAbstractItemView { background: @panel; color: @text; border: none; outline: none; gridline-color: @border;
  selection-background-color: @linkFill; selection-color: @text; }
QHeaderView { background: @panel; border: none; }
QHeaderView::section { background: @panel; color: @muted; border: none; border-bottom: 1px solid @border;
  padding: 4px 8px; font-size: 12px; font-weight: 600; }
QGraphicsView { background: @panel; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @border; border-radius: 4px; min-height: 24px; min-width: 24px; margin: 1px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)";

QByteArray hex(const QColor &color)
{
    return color.name().toLatin1();
}
} // namespace

QString styleSheet(const Tokens &t)
{
    QByteArray text(sheet);
    // Longer names first: "@link" is the beginning of "@linkFill".
    const std::pair<const char *, QColor> names[]
        = {{"@linkFill", t.linkFill}, {"@link", t.link},          {"@window", t.window},
           {"@panel", t.panel},       {"@sunken", t.sunken},      {"@border", t.border},
           {"@text", t.text},         {"@muted", t.muted},        {"@focus", t.focus},
           {"@bad", t.bad},           {"@tick", QColor(0x0072b2)}};
    for (const auto &[name, color] : names)
        text.replace(name, hex(color));
    return QString::fromLatin1(text);
}
} // namespace Gui
