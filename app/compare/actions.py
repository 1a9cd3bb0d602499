"""The actions of the compare view: modes, zoom, left side, before and after."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from app.compare.choice import Against, Choice
from app.compare.side import FACTORS, LOUPE_ZOOMS, Mode
from app.look.translation import tr

ICONS = {
    Mode.SPLIT: "split",
    Mode.SIDE: "side-by-side",
    Mode.FLICKER: "flicker",
    Mode.DIFFERENCE: "difference",
    Mode.LOUPE: "loupe",
    Mode.FOUR: "four",
}
PLAIN = (Against.BICUBIC, Against.LANCZOS, Against.NEAREST, Against.ORIGINAL)
"""The choices for the left side that need no further question."""


@dataclass(frozen=True)
class CompareActions:
    """models: a menu that is filled with the available models when it opens."""

    modes: Mapping[Mode, QAction]
    factors: Mapping[int, QAction]
    loupes: Mapping[int, QAction]
    crop: QAction
    fill: QAction
    zooms: Mapping[float, QAction]
    lefts: Mapping[Against, QAction]
    models: QMenu
    file: QAction
    export_visible: QAction
    export_whole: QAction
    copy_visible: QAction
    copy_whole: QAction
    system_profile: QAction
    own_profile: QAction

    def of_two(self) -> Iterable[QAction]:
        """The actions that make sense only while two pictures are compared."""
        return (self.export_visible, self.export_whole, self.copy_visible, self.copy_whole)


def make_compare_actions(window: QWidget) -> CompareActions:
    """The actions, owned by `window` and reachable by shortcut anywhere in it."""

    def make(text: str, tip: str, key: str = "", group: QActionGroup | None = None) -> QAction:
        action = QAction(text, window)
        action.setToolTip(tip)
        action.setStatusTip(tip)
        if key:
            action.setShortcut(key)
        if group is not None:
            action.setCheckable(True)
            group.addAction(action)
        window.addAction(action)
        return action

    modes, factors, loupes, screens = (QActionGroup(window) for _ in range(4))
    models = QMenu(tr("Another &Model"), window)
    return CompareActions(
        modes={
            mode: make(text, tip, str(number), modes)
            for number, (mode, text, tip) in enumerate(_modes(), 1)
        },
        factors={
            factor: make(
                tr("×{0}").format(factor),  # noqa: RUF001 - the sign for times
                tr("Show differences {0} times as strong").format(factor),
                group=factors,
            )
            for factor in FACTORS
        },
        loupes={
            zoom: make(
                f"{zoom}:1",
                tr("{0} pixels of the screen for one of the result").format(zoom),
                group=loupes,
            )
            for zoom in LOUPE_ZOOMS
        },
        crop=make(tr("Cr&op…"), tr("Enlarge only a part of the picture"), "C"),
        fill=make(tr("Fi&ll"), tr("Fill the view with the picture"), "Ctrl+9"),
        zooms={
            zoom: make(
                f"&{zoom:.0%}".replace("%", " %"),
                tr("{0} pixels of the screen across one of the result").format(round(zoom)),
                key,
            )
            for zoom, key in ((2.0, "Ctrl+2"), (4.0, "Ctrl+4"))
        },
        lefts={
            against: _checkable(make(Choice(against).label(), tip))
            for against, tip in zip(PLAIN, _left_tips(), strict=True)
        },
        models=models,
        file=make(tr("&File…"), tr("Compare with any picture file")),
        export_visible=make(
            tr("Save &Visible Part…"), tr("Save what is in view from both sides as one picture")
        ),
        export_whole=make(
            tr("Save &Whole Picture…"), tr("Save both sides as one picture, with labels")
        ),
        copy_visible=make(
            tr("&Copy Visible Part"),
            tr("Copy what is in view from both sides as one picture"),
            "Ctrl+Shift+C",
        ),
        copy_whole=make(tr("C&opy Whole Picture"), tr("Copy both sides as one picture")),
        system_profile=make(
            tr("As the &System Says"),
            tr("Use the colour profile that the system has for this screen"),
            group=screens,
        ),
        own_profile=make(
            tr("&Profile File…"), tr("Name the colour profile of this screen"), group=screens
        ),
    )


def _checkable(action: QAction) -> QAction:
    action.setCheckable(True)
    return action


def fill_view_menu(menu: QMenu, actions: CompareActions) -> None:
    """Add all compare actions to the View menu."""
    menu.addActions(list(actions.modes.values()))
    menu.addSeparator()
    fill_left_menu(menu.addMenu(tr("&Compare With")), actions)
    menu.addMenu(tr("Difference S&trength")).addActions(list(actions.factors.values()))
    menu.addMenu(tr("Loupe Si&ze")).addActions(list(actions.loupes.values()))
    both = menu.addMenu(tr("Before &and After"))
    both.addActions([actions.export_visible, actions.export_whole])
    both.addSeparator()
    both.addActions([actions.copy_visible, actions.copy_whole])
    screen = menu.addMenu(tr("Screen Colou&rs"))
    screen.addActions([actions.system_profile, actions.own_profile])


def fill_left_menu(menu: QMenu, actions: CompareActions) -> None:
    menu.addActions(list(actions.lefts.values()))
    menu.addSeparator()
    menu.addMenu(actions.models)
    menu.addAction(actions.file)


def _modes() -> list[tuple[Mode, str, str]]:
    return [
        (Mode.SPLIT, tr("&Split"), tr("Both sides in one picture, with a line that you can move")),
        (Mode.SIDE, tr("Side &by Side"), tr("Both sides beside each other, at the same place")),
        (
            Mode.FLICKER,
            tr("Flic&ker"),
            tr("One picture; hold the space bar to see the left side in its place"),
        ),
        (Mode.DIFFERENCE, tr("Differ&ence"), tr("How far the sides differ, amplified")),
        (Mode.LOUPE, tr("Lo&upe"), tr("Both sides magnified under the cursor")),
        (Mode.FOUR, tr("F&our Panes"), tr("Four at the same place; a click on a name changes it")),
    ]


def _left_tips() -> list[str]:
    return [
        tr("The usual smooth enlargement, as the paper's figures have it"),
        tr("A sharper enlargement without a network"),
        tr("Each pixel as it is, repeated"),
        tr("The picture that was opened, magnified"),
    ]
