"""Every action of the menus: words, shortcut, icon. What they do is connected elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenuBar, QWidget

from app import theme
from fdiwn.names import APP_NAME

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
    cancel: QAction
    fit: QAction
    one_to_one: QAction
    zoom_in: QAction
    zoom_out: QAction
    live_preview: QAction
    about: QAction


def make_actions(window: QWidget) -> Actions:
    """The actions, belonging to `window` and reachable by key anywhere in it."""
    keys = QKeySequence.StandardKey

    def make(text: str, tip: str, shortcut: Shortcut = "", icon: str = "") -> QAction:
        action = QAction(text, window)
        action.setToolTip(tip)
        action.setStatusTip(tip)
        if shortcut:
            action.setShortcut(QKeySequence(shortcut))
        if icon:
            action.setIcon(theme.icon(icon))
        window.addAction(action)
        return action

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
        upscale=make(tr("&Upscale"), tr("Enlarge what is open"), "Ctrl+R", "upscale"),
        cancel=make(tr("&Cancel"), tr("Stop enlarging"), "Esc", "cancel"),
        fit=make(tr("&Fit"), tr("Show the whole picture"), "Ctrl+0", "fit"),
        one_to_one=make(
            tr("&1:1"),
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
    )
    actions.zoom_in.setShortcuts([QKeySequence(keys.ZoomIn), QKeySequence("Ctrl+=")])
    actions.live_preview.setCheckable(True)
    actions.quit.setMenuRole(QAction.MenuRole.QuitRole)
    actions.about.setMenuRole(QAction.MenuRole.AboutRole)
    actions.remove.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    return actions


def fill_menu_bar(bar: QMenuBar, actions: Actions) -> None:
    file = bar.addMenu(tr("&File"))
    file.addActions([actions.open, actions.open_folder])
    file.addSeparator()
    file.addActions([actions.save, actions.save_all])
    file.addSeparator()
    file.addActions([actions.remove])
    file.addSeparator()
    file.addActions([actions.quit])
    picture = bar.addMenu(tr("&Picture"))
    picture.addActions([actions.upscale, actions.cancel])
    view = bar.addMenu(tr("&View"))
    view.addActions([actions.fit, actions.one_to_one])
    view.addSeparator()
    view.addActions([actions.zoom_in, actions.zoom_out])
    view.addSeparator()
    view.addActions([actions.live_preview])
    bar.addMenu(tr("&Help")).addActions([actions.about])


def tr(text: str) -> str:
    return QCoreApplication.translate("actions", text)
