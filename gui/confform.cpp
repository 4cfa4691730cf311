// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/confform.h"

#include "core/clusterconf/gloss.h"
#include "core/clusterconf/secretmask.h"
#include "gui/conftimingline.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace Gui
{
namespace
{
using namespace Core;

QString latin(const char *text)
{
    return QString::fromLatin1(text);
}

QString namingOf(const ConfElement &element)
{
    return element.attribute(u"vmid") ? element.value(u"vmid") : element.value(u"name");
}

// The element a field or a button was made for, wherever else the text was changed since.
bool isStill(const Document &document, int element, const QString &name, const QString &naming)
{
    return element < document.elements().size() && document.elements().at(element).name == name
        && namingOf(document.elements().at(element)) == naming;
}

ConfForm::Change insertion(const QList<QStringView> &section, const NewElement &element)
{
    return [section, element](const Document &document) -> QList<TextEdit> {
        const int parent = section.isEmpty() ? 0 : document.indexOf(section);
        if (parent >= 0)
            return {insertElement(document, parent, element)};
        return {insertElement(document, 0, {section.first().toString(), {}, {element}})};
    };
}

ConfForm::Change methodFor(int node, const QString &naming)
{
    return [node, naming](const Document &document) -> QList<TextEdit> {
        if (!isStill(document, node, latin("clusternode"), naming))
            return {};
        const QList<int> fences = document.children(node, u"fence");
        const qsizetype methods
            = fences.isEmpty() ? 0 : document.children(fences.first(), u"method").size();
        const NewElement method{latin("method"),
                                {{latin("name"), QString::number(methods + 1)}},
                                {{latin("device"), {{latin("name"), {}}}, {}}}};
        if (fences.isEmpty())
            return {insertElement(document, node, {latin("fence"), {}, {method}})};
        return {insertElement(document, fences.first(), method)};
    };
}
} // namespace

ConfForm::ConfForm(const Theme &theme, QWidget *parent) : QScrollArea(parent), m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    rebuild();
}

void ConfForm::show(std::shared_ptr<const Document> document,
                    const std::optional<QuorumTiming> &timing, bool readOnly)
{
    const bool changed = readOnly != m_readOnly;
    m_document = std::move(document);
    m_timing = timing;
    m_readOnly = readOnly;
    if (changed || shape() != m_shape)
        rebuild();
    fill();
}

void ConfForm::retranslate()
{
    rebuild();
    fill();
}

void ConfForm::setSecretsShown(bool shown)
{
    m_secretsShown = shown;
    fill();
}

// Which elements there are and what they are called decides on the fields, and nothing else.
QString ConfForm::shape() const
{
    if (!m_document)
        return latin("none");
    QString shape;
    for (const ConfElement &element : m_document->elements())
        shape += element.name + u'\t' + namingOf(element) + u'\n';
    return shape;
}

void ConfForm::rebuild()
{
    const QString focused = focusWidget() ? focusWidget()->objectName() : QString();
    const bool had = focusWidget() && focusWidget()->hasFocus();
    m_shape = shape();
    m_fields.clear();
    m_line = nullptr;
    auto *content = new QWidget;
    content->setObjectName(latin("panelText"));
    m_box = new QVBoxLayout(content);
    m_box->setContentsMargins(4, 4, 8, 8);
    m_box->setSpacing(8);
    if (m_document) {
        addGeneral();
        addNodes();
        addDevices();
        addDisk();
        addGuests();
    } else {
        m_box->addWidget(new QLabel(tr("The text is not well-formed: mend it first.")));
    }
    m_box->addStretch();
    setWidget(content);
    if (auto *again = had ? content->findChild<QWidget *>(focused) : nullptr)
        again->setFocus();
}

void ConfForm::addSection(const QString &title)
{
    auto *label = new QLabel(title);
    label->setFont(m_theme.font(TextSize::Body, true));
    m_box->addWidget(label);
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(4);
    m_box->addLayout(m_grid);
}

void ConfForm::addRow(int element, const QStringList &attributes, bool removable, int indent)
{
    const ConfElement &there = m_document->elements().at(element);
    const int row = m_grid->rowCount();
    auto *title = new QLabel(QString(4 * indent, u' ') + u'<' + there.name + u'>');
    title->setTextFormat(Qt::PlainText);
    title->setProperty("role", latin("muted"));
    title->setToolTip(rendered(glossOf(there.name)));
    m_grid->addWidget(title, row, 0);
    for (int i = 0; i < attributes.size(); ++i)
        addField(element, attributes[i], 1 + 2 * i);
    if (!removable || m_readOnly)
        return;
    auto *remove = new QToolButton;
    remove->setProperty("role", latin("link"));
    remove->setText(tr("Remove"));
    remove->setAccessibleName(tr("Remove %1").arg(there.name + u' ' + namingOf(there)));
    constexpr int behindAll = 20;
    m_grid->addWidget(remove, row, behindAll);
    connect(remove, &QToolButton::clicked, this,
            [this, element, name = there.name, naming = namingOf(there)] {
                emit changeWanted([=](const Document &document) -> QList<TextEdit> {
                    if (!isStill(document, element, name, naming))
                        return {};
                    return {removeElement(document, element)};
                });
            });
}

void ConfForm::addField(int element, const QString &attribute, int column)
{
    const ConfElement &there = m_document->elements().at(element);
    const int row = m_grid->rowCount() - 1;
    auto *label = new QLabel(attribute);
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    const QString gloss = rendered(glossOf(there.name, attribute));
    label->setToolTip(gloss);
    auto *edit = new QLineEdit;
    edit->setObjectName(QStringLiteral("field/%1/%2").arg(element).arg(attribute));
    edit->setReadOnly(m_readOnly);
    edit->setMinimumWidth(64);
    edit->setToolTip(gloss);
    edit->setAccessibleName(
        QStringLiteral("%1 %2 %3").arg(there.name, namingOf(there), attribute).simplified());
    edit->setAccessibleDescription(gloss);
    m_grid->addWidget(label, row, column);
    m_grid->addWidget(edit, row, column + 1);
    const Field field{element, there.name, namingOf(there), attribute, edit};
    m_fields << field;
    connect(edit, &QLineEdit::editingFinished, this, [this, field] { take(field); });
}

void ConfForm::addButton(const QString &text, Change change)
{
    if (m_readOnly)
        return;
    auto *button = new QToolButton;
    button->setProperty("role", latin("link"));
    button->setText(text);
    m_box->addWidget(button, 0, Qt::AlignLeft);
    connect(button, &QToolButton::clicked, this,
            [this, change = std::move(change)] { emit changeWanted(change); });
}

// ---- the sections

void ConfForm::addGeneral()
{
    addSection(tr("Cluster"));
    addRow(0, {latin("name")}, false);
    const int cman = m_document->indexOf({u"cman"});
    if (cman >= 0)
        addRow(cman, {latin("expected_votes"), latin("two_node")}, false);
    const int totem = m_document->indexOf({u"totem"});
    if (totem >= 0)
        addRow(totem, {latin("token"), latin("consensus")}, false);
    else
        addButton(tr("Set the token"),
                  insertion({}, {latin("totem"), {{latin("token"), latin("54000")}}, {}}));
}

void ConfForm::addNodes()
{
    addSection(tr("Nodes"));
    const int nodes = m_document->indexOf({u"clusternodes"});
    for (const int node : nodes < 0 ? QList<int>() : m_document->children(nodes, u"clusternode")) {
        addRow(node, {latin("name"), latin("nodeid"), latin("votes")}, false);
        addFencing(node);
    }
    for (const int node : nodes < 0 ? QList<int>() : m_document->children(nodes, u"clusternode")) {
        const QString name = m_document->elements().at(node).value(u"name");
        addButton(tr("Add a fence method to %1").arg(name), methodFor(node, name));
    }
}

void ConfForm::addFencing(int node)
{
    for (const int fence : m_document->children(node, u"fence")) {
        for (const int method : m_document->children(fence, u"method")) {
            addRow(method, {latin("name")}, true, 1);
            for (const int device : m_document->children(method, u"device"))
                addRow(device, {latin("name"), latin("port"), latin("action"), latin("delay")},
                       true, 2);
        }
    }
}

void ConfForm::addDevices()
{
    addSection(tr("Fence devices"));
    const int section = m_document->indexOf({u"fencedevices"});
    for (const int device :
         section < 0 ? QList<int>() : m_document->children(section, u"fencedevice"))
        addRow(device,
               {latin("name"), latin("agent"), latin("ipaddr"), latin("login"), latin("passwd"),
                latin("lanplus")},
               true);
    addButton(tr("Add a fence device"),
              insertion({u"fencedevices"},
                        {latin("fencedevice"),
                         {{latin("agent"), latin("fence_ipmilan")},
                          {latin("name"), {}},
                          {latin("ipaddr"), {}},
                          {latin("login"), {}},
                          {latin("passwd"), {}},
                          {latin("lanplus"), latin("1")}},
                         {}}));
}

void ConfForm::addDisk()
{
    addSection(tr("Quorum disk"));
    const int disk = m_document->indexOf({u"quorumd"});
    if (disk >= 0) {
        addRow(
            disk,
            {latin("label"), latin("interval"), latin("tko"), latin("votes"), latin("master_wins")},
            true);
        m_line = new ConfTimingLine(m_theme);
        m_box->addWidget(m_line);
    } else {
        m_box->addWidget(new QLabel(tr("None. The recipe adds one in the safe order.")));
    }
}

void ConfForm::addGuests()
{
    addSection(tr("Guests under HA"));
    const int rm = m_document->indexOf({u"rm"});
    for (const int guest : rm < 0 ? QList<int>() : m_document->children(rm, u"pvevm"))
        addRow(guest, {latin("vmid"), latin("autostart"), latin("domain")}, true);
    addButton(
        tr("Add a guest"),
        insertion({u"rm"},
                  {latin("pvevm"), {{latin("autostart"), latin("1")}, {latin("vmid"), {}}}, {}}));
}

// ---- values

// A field that was emptied takes its attribute away; one that stays as it was changes nothing.
void ConfForm::take(const Field &field)
{
    if (!m_document || !isStill(*m_document, field.element, field.elementName, field.naming))
        return;
    const ConfElement &there = m_document->elements().at(field.element);
    const QString value = field.edit->text();
    if (value == there.value(field.attribute))
        return;
    emit changeWanted([field, value](const Document &document) -> QList<TextEdit> {
        if (!isStill(document, field.element, field.elementName, field.naming))
            return {};
        if (!value.isEmpty())
            return {Core::setAttribute(document, field.element, field.attribute, value)};
        const auto gone = removeAttribute(document, field.element, field.attribute);
        return gone ? QList<TextEdit>{*gone} : QList<TextEdit>();
    });
}

void ConfForm::fill()
{
    for (const Field &field : std::as_const(m_fields)) {
        if (!m_document || field.element >= m_document->elements().size())
            continue;
        const bool hidden = isSecret(field.attribute) && !m_secretsShown;
        field.edit->setEchoMode(hidden ? QLineEdit::Password : QLineEdit::Normal);
        const QString value = m_document->elements().at(field.element).value(field.attribute);
        if (field.edit->text() != value && !(field.edit->hasFocus() && field.edit->isModified()))
            field.edit->setText(value);
    }
    if (m_line)
        m_line->show(m_timing);
}

QLineEdit *ConfForm::field(const QString &element, const QString &naming,
                           const QString &attribute) const
{
    for (const Field &field : m_fields) {
        if (field.elementName == element && field.naming == naming && field.attribute == attribute)
            return field.edit;
    }
    return nullptr;
}
} // namespace Gui
