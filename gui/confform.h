// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clusterconf/edit.h"
#include "core/clusterconf/lint.h"
#include "gui/theme.h"

#include <QScrollArea>

#include <functional>
#include <memory>

class QGridLayout;
class QLineEdit;
class QVBoxLayout;

namespace Gui
{
class ConfTimingLine;

// The same cluster.conf as fields: nodes with their fencing, fence devices, quorum disk, totem, HA
// guests. It holds no text of its own: each change leaves as edits of the document, so that
// everything else stays as it was written. Main thread.
class ConfForm : public QScrollArea
{
    Q_OBJECT
public:
    // Of the document as it is when the change is made; empty: it no longer fits there.
    using Change = std::function<QList<Core::TextEdit>(const Core::Document &)>;

    explicit ConfForm(const Theme &theme, QWidget *parent = nullptr);
    // Null: not well-formed, so that there is nothing to fill in.
    void show(std::shared_ptr<const Core::Document> document,
              const std::optional<Core::QuorumTiming> &timing, bool readOnly);
    void setSecretsShown(bool shown);
    void retranslate();

    // The field of an attribute of the element with this name, for example field("fencedevice",
    // "ipmi1", "ipaddr"); null: none. naming: its name or vmid, empty where it has none.
    QLineEdit *field(const QString &element, const QString &naming, const QString &attribute) const;

signals:
    void changeWanted(const Gui::ConfForm::Change &change);

private:
    struct Field {
        int element = 0;
        QString elementName;
        QString naming;
        QString attribute;
        QLineEdit *edit = nullptr;
    };
    void rebuild();
    void addSection(const QString &title);
    void addRow(int element, const QStringList &attributes, bool removable, int indent = 0);
    void addField(int element, const QString &attribute, int column);
    void addButton(const QString &text, Change change);
    void addGeneral();
    void addNodes();
    void addFencing(int node);
    void addDevices();
    void addDisk();
    void addGuests();
    void take(const Field &field);
    void fill();
    QString shape() const; // which fields there are; their values apart

    const Theme &m_theme;
    std::shared_ptr<const Core::Document> m_document;
    std::optional<Core::QuorumTiming> m_timing;
    bool m_readOnly = false;
    bool m_secretsShown = false;
    QString m_shape;
    QList<Field> m_fields;
    QVBoxLayout *m_box = nullptr;
    QGridLayout *m_grid = nullptr;
    ConfTimingLine *m_line = nullptr;
};
} // namespace Gui
