"""The actions of the queue: text, shortcut, icon, and the menu of a row."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QAction, QKeySequence, QUndoStack
from PySide6.QtWidgets import QMenu, QWidget

from app.look.actions import NAME, Actions, make_action
from app.look.translation import tr


@dataclass(frozen=True)
class QueueActions:
    undo: QAction
    redo: QAction
    select_all: QAction
    upscale: QAction
    pause: QAction
    stop: QAction
    retry: QAction
    retry_all: QAction
    move_up: QAction
    move_down: QAction
    own: QAction
    follow: QAction
    clear: QAction


def make_queue_actions(window: QWidget, history: QUndoStack) -> QueueActions:
    """The actions, owned by `window` and reachable by shortcut anywhere in it."""
    keys = QKeySequence.StandardKey

    make = partial(make_action, window)
    undo = history.createUndoAction(window, tr("&Undo"))
    redo = history.createRedoAction(window, tr("&Redo"))
    undo.setStatusTip(tr("Take back the last change of the list"))
    redo.setStatusTip(tr("Make the change of the list again"))
    undo.setShortcuts(keys.Undo)
    redo.setShortcuts(_each_once(QKeySequence.keyBindings(keys.Redo), "Ctrl+Shift+Z"))
    window.addActions([undo, redo])
    for action, name in ((undo, tr("&Undo")), (redo, tr("&Redo"))):
        action.setProperty(NAME, name)
    return QueueActions(
        undo=undo,
        redo=redo,
        select_all=make(tr("Select &All Pictures"), tr("Select the whole list"), keys.SelectAll),
        upscale=make(tr("Upscale S&elected"), tr("Enlarge the selected pictures only")),
        pause=make(tr("&Pause"), tr("Finish the present tile, then wait"), "Ctrl+P", "pause"),
        stop=make(tr("&Stop Selected"), tr("Stop enlarging the selected pictures")),
        retry=make(tr("&Try Again"), tr("Try again what failed among the selected pictures")),
        retry_all=make(tr("Try All &Failed Again"), tr("Try again whatever failed")),
        move_up=make(tr("Mo&ve Up"), tr("Enlarge the selected pictures earlier"), "Alt+Up"),
        move_down=make(tr("Move &Down"), tr("Enlarge the selected pictures later"), "Alt+Down"),
        own=make(
            tr("&Give Own Options"),
            tr("The selected pictures keep the present options, whatever is chosen later"),
        ),
        follow=make(
            tr("Use Shared &Options"), tr("The selected pictures have no options of their own")
        ),
        clear=make(tr("C&lear Saved"), tr("Take off the list what is saved; the files stay")),
    )


def row_menu(parent: QWidget, actions: QueueActions, shared: Actions) -> QMenu:
    """The context menu of the selected rows."""
    menu = QMenu(parent)
    menu.addActions([actions.upscale, actions.stop, actions.retry])
    menu.addSeparator()
    menu.addActions([shared.save])
    menu.addSeparator()
    menu.addActions([actions.move_up, actions.move_down])
    menu.addSeparator()
    menu.addActions([actions.own, actions.follow])
    menu.addSeparator()
    menu.addActions([shared.remove, actions.clear])
    menu.addSeparator()
    menu.addActions([actions.retry_all, actions.pause])
    return menu


def _each_once(found: list[QKeySequence], also: str) -> list[QKeySequence]:
    names = dict.fromkeys([*(key.toString() for key in found), also])
    return [QKeySequence(name) for name in names]
