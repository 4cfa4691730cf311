// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/model/confversion.h"
#include "gui/theme.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace Gui
{
// Every version of a cluster's cluster.conf that was ever seen, the newest first: since when, where
// it lies now, who made it the running one and why. Two of them can be compared, one can be gone
// back to. Main thread.
class ConfHistoryPage : public QWidget
{
    Q_OBJECT
public:
    explicit ConfHistoryPage(const Theme &theme, QWidget *parent = nullptr);
    // Those that were selected stay so.
    void show(const Core::Expected<Core::ConfVersions> &versions);
    const Core::ConfVersions &versions() const { return m_versions; }
    void setRollBackAllowed(bool allowed, const QString &whyNot);
    void retranslate();
    void restyle();
    QTreeWidget &list() { return *m_list; }
    QPushButton &compareButton() { return *m_compare; }
    QPushButton &rollBackButton() { return *m_rollBack; }

signals:
    // The older one, and the newer one; -1: the text in the editor.
    void compareWanted(qint64 before, qint64 after);
    void rollBackWanted(qint64 id);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void fill();
    void update();
    QList<qint64> selected() const; // ids, the oldest first
    const Core::ConfVersion *versionOf(qint64 id) const;

    const Theme &m_theme;
    Core::ConfVersions m_versions;
    std::optional<Core::Error> m_error;
    bool m_allowed = false;
    QString m_whyNot;
    QLabel *m_intro = nullptr;
    QTreeWidget *m_list = nullptr;
    QPushButton *m_compare = nullptr;
    QPushButton *m_rollBack = nullptr;
};

// "12", "?" where it has none.
QString versionText(const Core::ConfVersion &version);
} // namespace Gui
