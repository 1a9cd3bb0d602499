"""The actions of the clipboard, the desktop and the help, beside those of `app.look.actions`."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from app.look.actions import make_action
from app.look.translation import tr


@dataclass(frozen=True)
class ShellActions:
    paste: QAction
    copy: QAction
    show_in_folder: QAction
    preferences: QAction
    full_screen: QAction
    shortcuts: QAction
    open_log: QAction
    copy_system: QAction
    report: QAction
    about_qt: QAction


def make_shell_actions(window: QWidget) -> ShellActions:
    keys = QKeySequence.StandardKey
    made = ShellActions(
        paste=make_action(
            window, tr("&Paste"), tr("Open pictures or files from the clipboard"), keys.Paste
        ),
        copy=make_action(
            window, tr("&Copy Result"), tr("Copy the enlarged picture to the clipboard"), keys.Copy
        ),
        show_in_folder=make_action(
            window,
            tr("Show in Fol&der"),
            tr("Show the saved result, or else the original, in the file manager"),
            "Ctrl+Shift+E",
        ),
        preferences=make_action(
            window, tr("Pr&eferences…"), tr("Theme, language and manners"), "Ctrl+,", "settings"
        ),
        full_screen=make_action(
            window,
            tr("Full Scree&n"),
            tr("Use the whole screen"),
            keys.FullScreen if sys.platform == "darwin" else "F11",
        ),
        shortcuts=make_action(window, tr("&Keyboard Shortcuts"), tr("All keys on one page"), "F1"),
        open_log=make_action(window, tr("Open &Log Folder"), tr("What the program noted down")),
        copy_system=make_action(
            window,
            tr("Copy &System Information"),
            tr("Versions and hardware, as text for a message to somebody who helps"),
        ),
        report=make_action(
            window,
            tr("&Report a Problem"),
            tr("Copies a report for you to send; the program sends nothing"),
        ),
        about_qt=make_action(window, tr("About &Qt"), tr("The toolkit this window is made with")),
    )
    made.full_screen.setCheckable(True)
    made.preferences.setMenuRole(QAction.MenuRole.PreferencesRole)
    made.about_qt.setMenuRole(QAction.MenuRole.AboutQtRole)
    return made
