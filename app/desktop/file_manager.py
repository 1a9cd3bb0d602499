"""Shows a file in the system's file manager, selected if possible."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QUrl
from PySide6.QtDBus import QDBusMessage
from PySide6.QtGui import QDesktopServices

from app.desktop import bus as system_bus
from app.desktop.bus import Method

SHOW_ITEMS = Method(
    "org.freedesktop.FileManager1",
    "/org/freedesktop/FileManager1",
    "org.freedesktop.FileManager1",
    "ShowItems",
)


def show_file(path: Path, owner: QObject) -> None:
    """owner: lives at least until the file manager has answered."""
    if sys.platform == "win32":
        process = QProcess(owner)
        process.setProgram("explorer.exe")
        process.setNativeArguments(f'/select,"{path}"')  # Explorer's quoting is unusual
        process.startDetached()
    elif sys.platform == "darwin":
        QProcess.startDetached("open", ["-R", str(path)])
    else:

        def answered(reply: QDBusMessage | None) -> None:
            if reply is None:
                show_folder(path.parent)

        url = QUrl.fromLocalFile(str(path)).toString(QUrl.ComponentFormattingOption.FullyEncoded)
        system_bus.call(system_bus.session_bus(), SHOW_ITEMS, [[url], ""], answered, owner)


def show_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
