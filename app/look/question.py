"""Questions to the user, with a button for each answer and one that changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from fdiwn.api.names import APP_NAME

Role = QMessageBox.ButtonRole


def question_box(
    parent: QWidget,
    text: str,
    answers: Sequence[tuple[str, Role]],
    no: str = "",
    more: str = "",
    first: bool = False,
) -> tuple[QMessageBox, list[QPushButton]]:
    """A question box, not shown yet, and its answer buttons.

    no: text of the button that changes nothing, also Esc; Cancel if empty. more: smaller text
    below. first: Enter gives the first answer; else it changes nothing.
    """
    box = QMessageBox(QMessageBox.Icon.NoIcon, APP_NAME, text, parent=parent.window())
    box.setInformativeText(more)
    buttons = [box.addButton(answer, role) for answer, role in answers]
    stays: QPushButton = (
        box.addButton(no, Role.RejectRole)
        if no
        else box.addButton(QMessageBox.StandardButton.Cancel)
    )
    box.setDefaultButton(buttons[0] if first else stays)
    box.setEscapeButton(stays)
    return box, buttons


def ask(parent: QWidget, text: str, yes: str, do: Callable[[], None], no: str = "") -> QMessageBox:
    """Ask before something that cannot be undone, without blocking the caller.

    Does it if the user clicks `yes`; Enter and Esc mean `no`. The box is deleted when answered.
    """
    box, (agreed,) = question_box(parent, text, [(yes, Role.DestructiveRole)], no)

    def answered() -> None:
        box.deleteLater()
        if box.clickedButton() is agreed:
            do()

    box.finished.connect(answered)
    box.open()
    return box
