// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/viewer.h"

#include "core/athand/des.h"
#include "gui/viewerplatform.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryFile>

namespace Gui
{
namespace
{
Core::Expected<QString> written(const QByteArray &bytes, const QString &name)
{
    QTemporaryFile file(name); // for its owner alone from the first moment on
    file.setAutoRemove(false);
    if (!file.open() || file.write(bytes) != bytes.size() || !file.flush()) {
        file.remove();
        return Core::failure(
            Core::ErrorKind::Storage,
            Core::message(QT_TRANSLATE_NOOP("Core", "The viewer's file %1 cannot be written"),
                          {name}),
            file.errorString());
    }
    return file.fileName();
}

// Two colons: a port, where one would be a display.
QStringList words(ViewerKind kind, const QString &file, quint16 port)
{
    const QString address = QStringLiteral("127.0.0.1::%1").arg(port);
    switch (kind) {
    case ViewerKind::ConnectionFile:
        return {file};
    case ViewerKind::PasswordFile:
        return {QStringLiteral("-passwd"), file, address};
    case ViewerKind::AskingByDisplay:
        return {QStringLiteral("127.0.0.1:%1").arg(port - 5900)};
    case ViewerKind::Asking:
        break;
    }
    return {address};
}
} // namespace

std::optional<ViewerProgram> viewerProgram(const QStringList &folders)
{
    for (const ViewerProgram &known : knownViewers()) {
        QString found = QStandardPaths::findExecutable(known.program, folders);
        if (found.isEmpty() && folders.isEmpty() && !viewerFolders().isEmpty())
            found = QStandardPaths::findExecutable(known.program, viewerFolders());
        if (!found.isEmpty())
            return ViewerProgram{found, known.kind};
    }
    return std::nullopt;
}

QByteArray connectionFile(const ViewerGoal &goal)
{
    QString title = goal.title;
    for (QChar &c : title)
        c = c.category() == QChar::Other_Control ? QChar(u' ') : c;
    return "[virt-viewer]\ntype=vnc\nhost=127.0.0.1\nport=" + QByteArray::number(goal.port)
        + "\npassword=" + goal.password + "\ntitle=" + title.toUtf8() + "\ndelete-this-file=1\n";
}

Core::Expected<QString> openViewer(const ViewerProgram &viewer, const ViewerGoal &goal,
                                   const QString &folder)
{
    Core::Expected<QString> file = QString();
    if (viewer.kind == ViewerKind::ConnectionFile)
        file = written(connectionFile(goal), folder + QStringLiteral("/console-XXXXXX.vv"));
    else if (viewer.kind == ViewerKind::PasswordFile)
        file = written(Core::vncPasswordFile(goal.password),
                       folder + QStringLiteral("/console-XXXXXX.vnc"));
    if (!file)
        return file;
    if (QProcess::startDetached(viewer.program, words(viewer.kind, *file, goal.port)))
        return file;
    QFile::remove(*file);
    return Core::failure(
        Core::ErrorKind::Internal,
        Core::message(QT_TRANSLATE_NOOP("Core", "The viewer %1 did not start"), {viewer.program}));
}
} // namespace Gui
