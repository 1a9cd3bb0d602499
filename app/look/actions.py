"""The actions that several menus share: text, shortcut, icon."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from app.look import theme
from app.look.translation import tr
from fdiwn.api.names import APP_NAME

Shortcut = QKeySequence.StandardKey | str


@dataclass(frozen=True)
class Actions:
    open: QAction
    open_folder: QAction
    save: QAction
    save_all: QAction
    remove: QAction
    quit: QAction
    upscale: QAction
    upscale_all: QAction
    stop_all: QAction
    fit: QAction
    one_to_one: QAction
    zoom_in: QAction
    zoom_out: QAction
    live_preview: QAction
    about: QAction
    models: QAction
    fetch: QAction
    import_model: QAction
    check_computer: QAction
    batch: QAction


def make_actions(window: QWidget) -> Actions:
    """The actions, owned by `window` and reachable by shortcut anywhere in it."""
    keys = QKeySequence.StandardKey

    def make(text: str, tip: str, shortcut: Shortcut = "", icon: str = "") -> QAction:
        return make_action(window, text, tip, shortcut, icon)

    actions = Actions(
        open=make(tr("&Open…"), tr("Open pictures"), keys.Open, "open"),
        open_folder=make(
            tr("Open &Folder…"), tr("Open every picture in a folder"), "Ctrl+Shift+O", "folder"
        ),
        save=make(tr("&Save…"), tr("Save the enlarged picture"), keys.Save, "save"),
        save_all=make(
            tr("Save &All…"), tr("Save all enlarged pictures into one folder"), "Ctrl+Shift+S"
        ),
        remove=make(tr("&Remove from List"), tr("The file itself stays"), keys.Delete, "remove"),
        quit=make(tr("&Quit"), tr("Close the window"), keys.Quit),
        upscale=make(tr("&Upscale"), tr("Enlarge what is selected"), "Ctrl+R", "upscale"),
        upscale_all=make(
            tr("Ups&cale All"), tr("Enlarge all that is not enlarged yet"), "Ctrl+Shift+R"
        ),
        # Not Esc: users press it to leave things, and it would end hours of work.
        stop_all=make(tr("Stop &All"), tr("Stop enlarging"), "Ctrl+.", "cancel"),
        fit=make(tr("&Fit"), tr("Show the whole picture"), "Ctrl+0", "fit"),
        one_to_one=make(
            tr("&100 %"),
            tr("One pixel of the result on one pixel of the screen"),
            "Ctrl+1",
            "one-to-one",
        ),
        zoom_in=make(tr("Zoom &In"), tr("Show the picture larger"), keys.ZoomIn),
        zoom_out=make(tr("Zoom &Out"), tr("Show the picture smaller"), keys.ZoomOut),
        live_preview=make(
            tr("Live &Preview"), tr("Enlarge what is in view at once, without a file"), "Ctrl+L"
        ),
        about=make(tr("&About {0}").format(APP_NAME), tr("Version, licence and paper")),
        models=make(
            tr("&Models…"), tr("What is installed, what it is good for, and what you can get")
        ),
        import_model=make(tr("&Import Model…"), tr("Use a model file you have")),
        fetch=make(
            tr("Get the Authors' &Weights…"),
            tr("Download the paper's models, which are sharper; you see the terms first"),
        ),
        check_computer=make(
            tr("&Check This Computer…"), tr("Test models, computing and files, and report")
        ),
        batch=make(tr("&Batch…"), tr("Enlarge whole folders of pictures"), "Ctrl+B"),
    )
    actions.zoom_in.setShortcuts([QKeySequence(keys.ZoomIn), QKeySequence("Ctrl+=")])
    actions.live_preview.setCheckable(True)
    actions.quit.setMenuRole(QAction.MenuRole.QuitRole)
    actions.about.setMenuRole(QAction.MenuRole.AboutRole)
    actions.remove.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    return actions


NAME = "command"
"""The property of an action with the name of its command, if its text says more, such as what Undo
would take back."""


def make_action(
    window: QWidget, text: str, tip: str, shortcut: Shortcut = "", icon: str = ""
) -> QAction:
    """An action owned by `window` and reachable by its shortcut anywhere in it."""
    action = QAction(text, window)
    action.setToolTip(tip)
    action.setStatusTip(tip)
    if shortcut:
        action.setShortcut(QKeySequence(shortcut))
    if icon:
        action.setIcon(theme.icon(icon))
    window.addAction(action)
    return action
