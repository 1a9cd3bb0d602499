"""Help > Guide: the manual, its contents, links and pictures, from this computer's files alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.window.guide import (
    FIRST,
    LAST,
    OF_DEVELOPERS,
    GuideDialog,
    anchor_of,
    headings,
    pages,
)
from app.window.menu_bar import actions_by_menu
from app.window.window import MainWindow
from fdiwn.api.resources import guide
from tests.gui.test_accessibility import nameless

IMAGE = QTextDocument.ResourceType.ImageResource.value


@pytest.fixture
def dialog(qtbot: QtBot) -> GuideDialog:
    dialog = GuideDialog()
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def shown(dialog: GuideDialog) -> str:
    return Path(dialog.page.source().toLocalFile()).name


def follow(dialog: GuideDialog, link: str) -> None:
    """As a click on it does."""
    dialog.page.setSource(dialog.page.source().resolved(QUrl(link)))


def first_line_in_view(dialog: GuideDialog) -> str:
    return dialog.page.cursorForPosition(dialog.page.viewport().rect().topLeft()).block().text()


def test_the_menu_opens_it_beside_the_window_once(window: MainWindow) -> None:
    (action,) = [a for a in dict(actions_by_menu(window.menuBar()))["Help"] if a.text() == "&Guide"]
    action.trigger()
    dialog = window.shell.open_guide()
    assert dialog.isVisible()
    assert not dialog.isModal()
    assert nameless(dialog) == []
    dialog.close()
    assert window.shell.open_guide() is dialog


def test_it_begins_with_the_window(dialog: GuideDialog) -> None:
    assert shown(dialog) == "window.md"
    assert "Drop files" in dialog.page.toPlainText()
    top = dialog.contents.topLevelItem(0)
    assert top is not None
    assert top.childCount() >= 8


def test_all_pages_are_there_and_listed() -> None:
    root = guide()
    for name in (*FIRST, *LAST, *OF_DEVELOPERS):
        assert (root / name).is_file(), name
    listed = {path.relative_to(root).as_posix() for path in pages(root)}
    docs = {path.relative_to(root).as_posix() for path in (root / "docs").glob("*.md")}
    assert listed == docs - set(OF_DEVELOPERS) | {"README.md", "MODELS.md"}


def test_the_contents_lead_to_their_sections(dialog: GuideDialog) -> None:
    top = dialog.contents.topLevelItem(2)
    assert top is not None
    section = top.child(top.childCount() // 2)
    assert section is not None
    dialog.contents.setCurrentItem(section)
    QApplication.processEvents()
    assert shown(dialog) == "command-line.md"
    assert first_line_in_view(dialog) == section.text(0)


def test_links_work_and_lead_back(dialog: GuideDialog) -> None:
    follow(dialog, "command-line.md#whole-folders")
    assert shown(dialog) == "command-line.md"
    assert first_line_in_view(dialog) == "Whole folders"
    assert dialog.back.isEnabled()
    dialog.back.click()
    assert shown(dialog) == "window.md"


def test_a_file_that_does_not_ship_is_named(dialog: GuideDialog) -> None:
    follow(dialog, "../CONTRIBUTING.txt")
    assert shown(dialog) == "window.md"
    assert dialog.told.text().startswith("CONTRIBUTING.txt is only in")
    follow(dialog, "python.md")
    assert dialog.told.text() == ""


def test_every_section_that_a_link_names_is_found() -> None:
    for page in pages(guide()):
        text = page.read_text(encoding="utf-8")
        for file, anchor in re.findall(r"\]\(([^)\s#:]*)#([^)\s]+)\)", text):
            target = page.parent / file if file else page
            named = {anchor_of(words) for _, words in headings(target.read_text(encoding="utf-8"))}
            assert anchor in named, (page.name, file, anchor)


def test_pictures_fit_the_page(dialog: GuideDialog) -> None:
    follow(dialog, "../README.md")
    picture = dialog.page.loadResource(IMAGE, QUrl("resources/docs/window.png"))
    assert 0 < picture.width() <= dialog.page.viewport().width()


def test_nothing_is_fetched_from_the_network(dialog: GuideDialog) -> None:
    assert dialog.page.loadResource(IMAGE, QUrl("https://example.org/picture.png")) is None
