// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/confrecipedialog.h"

class QMenu;

namespace Gui
{
// The recipes of the menu, in its order.
enum class ConfRecipeId : quint8 {
    FenceByBmc,
    QuorumDisk,
    GuestUnderHa,
    GuestOutOfHa,
    ProtectNode,
    SecondMethod,
};
constexpr ConfRecipeId allConfRecipes[]
    = {ConfRecipeId::FenceByBmc,   ConfRecipeId::QuorumDisk,  ConfRecipeId::GuestUnderHa,
       ConfRecipeId::GuestOutOfHa, ConfRecipeId::ProtectNode, ConfRecipeId::SecondMethod};
QString nameOf(ConfRecipeId recipe); // "Fence both nodes by their BMC…"

// The dialog of a recipe on this document, to be shown; highestKnown: see Core::raisedVersion();
// guest: that the recipe is about, 0: the person says which.
ConfRecipeDialog *recipeDialog(ConfRecipeId recipe, const Core::Document &document,
                               quint32 highestKnown, const Theme &theme, QWidget *parent,
                               int guest = 0);
} // namespace Gui
