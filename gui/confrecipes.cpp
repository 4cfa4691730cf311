// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/confrecipes.h"

#include "core/clusterconf/reader.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QSpinBox>

namespace Gui
{
namespace
{
using namespace Core;

// What each of the functions below makes its questions from.
struct Kitchen {
    Document document;
    ClusterConfig config;
    quint32 highestKnown;
    ConfRecipeDialog &dialog;
    int guest; // 0: none yet
};

QString said(const char *text)
{
    return QCoreApplication::translate("Gui::ConfRecipes", text);
}

QStringList nodesOf(const ClusterConfig &config)
{
    QStringList names;
    for (const ConfiguredNode &node : config.nodes)
        names << node.name.text();
    return names;
}

struct BmcQuestions {
    NodeName node;
    QLineEdit *address;
    QLineEdit *login;
    QLineEdit *password;
};

void fenceByBmc(const Kitchen &kitchen)
{
    QList<BmcQuestions> asked;
    for (const ConfiguredNode &node : kitchen.config.nodes) {
        if (!node.methods.isEmpty())
            continue;
        const QString name = node.name.text();
        asked << BmcQuestions{
            node.name,
            kitchen.dialog.addText(
                said(QT_TRANSLATE_NOOP("Gui::ConfRecipes", "BMC of %1: address")).arg(name)),
            kitchen.dialog.addText(said(QT_TRANSLATE_NOOP("Gui::ConfRecipes", "login"))),
            kitchen.dialog.addText(said(QT_TRANSLATE_NOOP("Gui::ConfRecipes", "password")), {},
                                   true)};
    }
    kitchen.dialog.setMake([asked, document = kitchen.document, highest = kitchen.highestKnown] {
        QList<BmcOfNode> bmcs;
        for (const BmcQuestions &one : asked) {
            if (!one.address->text().trimmed().isEmpty())
                bmcs << BmcOfNode{one.node, one.address->text().trimmed(), one.login->text(),
                                  one.password->text()};
        }
        return bmcs.isEmpty() ? Expected<Recipe>(failure(
                   ErrorKind::Refused,
                   message(asked.isEmpty()
                               ? QT_TRANSLATE_NOOP("Core", "every node has a fence method already")
                               : QT_TRANSLATE_NOOP("Core", "the address of a BMC is needed"))))
                              : fencedByBmc(document, bmcs, highest);
    });
}

void quorumDisk(const Kitchen &kitchen)
{
    constexpr int usual = 54;
    constexpr int least = 10;
    constexpr int most = 600;
    auto *label = kitchen.dialog.addText(
        said(QT_TRANSLATE_NOOP("Gui::ConfRecipes", "Label of the disk (mkqdisk -l)")));
    auto *token
        = kitchen.dialog.addNumber(said(QT_TRANSLATE_NOOP("Gui::ConfRecipes", "Token time-out")),
                                   usual, least, most, QStringLiteral(" s"));
    auto *wins = kitchen.dialog.addCheck(
        said(QT_TRANSLATE_NOOP("Gui::ConfRecipes",
                               "The node that holds the disk wins (master_wins)")),
        true);
    kitchen.dialog.setMake(
        [label, token, wins, document = kitchen.document, highest = kitchen.highestKnown] {
            return withQuorumDisk(
                document,
                {label->text().trimmed(), std::chrono::seconds(token->value()), wins->isChecked()},
                highest);
        });
}

void guestUnderHa(const Kitchen &kitchen)
{
    constexpr int first = 100;
    constexpr int last = 999'999'999;
    auto *vmid = kitchen.dialog.addNumber(
        said(QT_TRANSLATE_NOOP("Gui::ConfRecipes", "Number of the guest")),
        std::max(kitchen.guest, first), first, last);
    kitchen.dialog.setMake([vmid, document = kitchen.document, highest = kitchen.highestKnown] {
        return withGuestUnderHa(document, vmid->value(), highest);
    });
}

void guestOutOfHa(const Kitchen &kitchen)
{
    QStringList guests;
    for (const HaGuest &guest : kitchen.config.haGuests)
        guests << QString::number(guest.vmid);
    auto *vmid = kitchen.dialog.addChoice(
        said(QT_TRANSLATE_NOOP("Gui::ConfRecipes", "Number of the guest")), guests);
    if (kitchen.guest > 0)
        vmid->setCurrentText(QString::number(kitchen.guest));
    kitchen.dialog.setMake([vmid, document = kitchen.document, highest = kitchen.highestKnown] {
        return withoutGuestUnderHa(document, vmid->currentText().toInt(), highest);
    });
}

void protectNode(const Kitchen &kitchen)
{
    constexpr int usual = 15;
    constexpr int most = 120;
    auto *node = kitchen.dialog.addChoice(
        said(QT_TRANSLATE_NOOP("Gui::ConfRecipes", "Node with the guests")),
        nodesOf(kitchen.config));
    auto *delay = kitchen.dialog.addNumber(
        said(QT_TRANSLATE_NOOP("Gui::ConfRecipes", "Delay before it is fenced")), usual, 1, most,
        QStringLiteral(" s"));
    kitchen.dialog.setMake(
        [node, delay, document = kitchen.document, highest = kitchen.highestKnown] {
            return withProtectedNode(document, NodeName(node->currentText()),
                                     std::chrono::seconds(delay->value()), highest);
        });
}

// One strip for each supply; a server with a single supply leaves the second empty.
struct StripQuestions {
    QLineEdit *name;
    QLineEdit *address;
    QLineEdit *login;
    QLineEdit *password;
    QList<QLineEdit *> outlets; // by node
};

StripQuestions askStrip(const Kitchen &kitchen, int number)
{
    ConfRecipeDialog &dialog = kitchen.dialog;
    StripQuestions asked;
    asked.name = dialog.addText(
        said(QT_TRANSLATE_NOOP("Gui::ConfRecipes", "Power strip %1: name")).arg(number),
        number == 1 ? QStringLiteral("pdu1") : QString());
    asked.address = dialog.addText(said(QT_TRANSLATE_NOOP("Gui::ConfRecipes", "address")));
    asked.login = dialog.addText(said(QT_TRANSLATE_NOOP("Gui::ConfRecipes", "login")));
    asked.password
        = dialog.addText(said(QT_TRANSLATE_NOOP("Gui::ConfRecipes", "password")), {}, true);
    for (const QString &node : nodesOf(kitchen.config))
        asked.outlets << dialog.addText(
            said(QT_TRANSLATE_NOOP("Gui::ConfRecipes", "outlet of %1")).arg(node));
    return asked;
}

void secondMethod(const Kitchen &kitchen)
{
    const QStringList agents{QStringLiteral("fence_apc_snmp"), QStringLiteral("fence_apc"),
                             QStringLiteral("fence_eaton_snmp"), QStringLiteral("fence_wti")};
    auto *agent = kitchen.dialog.addChoice(
        said(QT_TRANSLATE_NOOP("Gui::ConfRecipes", "Fence agent of the strips")), agents);
    const QList<StripQuestions> asked{askStrip(kitchen, 1), askStrip(kitchen, 2)};
    kitchen.dialog.setMake([agent, asked, nodes = nodesOf(kitchen.config),
                            document = kitchen.document, highest = kitchen.highestKnown] {
        QList<PowerStrip> strips;
        QList<OutletsOfNode> outlets;
        for (const QString &node : nodes)
            outlets << OutletsOfNode{NodeName(node), {}};
        for (const StripQuestions &strip : asked) {
            const QString name = strip.name->text().trimmed();
            if (name.isEmpty())
                continue;
            strips << PowerStrip{name, agent->currentText(), strip.address->text().trimmed(),
                                 strip.login->text(), strip.password->text()};
            for (int i = 0; i < outlets.size(); ++i) {
                if (!strip.outlets[i]->text().trimmed().isEmpty())
                    outlets[i].outlets.append({name, strip.outlets[i]->text().trimmed()});
            }
        }
        return withSecondMethod(document, strips, outlets, highest);
    });
}
} // namespace

QString nameOf(ConfRecipeId recipe)
{
    switch (recipe) {
    case ConfRecipeId::FenceByBmc:
        return said(QT_TRANSLATE_NOOP("Gui::ConfRecipes", "Fence the nodes by their BMC…"));
    case ConfRecipeId::QuorumDisk:
        return said(QT_TRANSLATE_NOOP("Gui::ConfRecipes", "Move from two_node to a quorum disk…"));
    case ConfRecipeId::GuestUnderHa:
        return said(QT_TRANSLATE_NOOP("Gui::ConfRecipes", "Put a guest under HA…"));
    case ConfRecipeId::GuestOutOfHa:
        return said(QT_TRANSLATE_NOOP("Gui::ConfRecipes", "Take a guest out of HA…"));
    case ConfRecipeId::ProtectNode:
        return said(QT_TRANSLATE_NOOP("Gui::ConfRecipes",
                                      "Protect the node with the guests by a fence delay…"));
    case ConfRecipeId::SecondMethod:
        return said(QT_TRANSLATE_NOOP("Gui::ConfRecipes", "Add a second fence level…"));
    }
    return {};
}

ConfRecipeDialog *recipeDialog(ConfRecipeId recipe, const Document &document, quint32 highestKnown,
                               const Theme &theme, QWidget *parent, int guest)
{
    auto *dialog = new ConfRecipeDialog(theme, document.bytes(), parent);
    dialog->setWindowTitle(nameOf(recipe).remove(u'…'));
    const Kitchen kitchen{document, clusterConfigOf(document), highestKnown, *dialog, guest};
    switch (recipe) {
    case ConfRecipeId::FenceByBmc:
        fenceByBmc(kitchen);
        break;
    case ConfRecipeId::QuorumDisk:
        quorumDisk(kitchen);
        break;
    case ConfRecipeId::GuestUnderHa:
        guestUnderHa(kitchen);
        break;
    case ConfRecipeId::GuestOutOfHa:
        guestOutOfHa(kitchen);
        break;
    case ConfRecipeId::ProtectNode:
        protectNode(kitchen);
        break;
    case ConfRecipeId::SecondMethod:
        secondMethod(kitchen);
        break;
    }
    return dialog;
}
} // namespace Gui
