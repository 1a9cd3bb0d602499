"""The guide: the manual in a window of its own, from files that ship with the program."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QImage, QTextBlock, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QSplitter,
    QTextBrowser,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from app.look import theme
from app.look.geometry import least_size
from app.look.translation import tr
from app.look.widgets import button, close_button, column, muted, row
from fdiwn.api.resources import guide

FIRST = ("docs/window.md", "README.md", "docs/command-line.md", "docs/python.md")
LAST = ("docs/training.md", "MODELS.md")
OF_DEVELOPERS = ("docs/how-a-picture-flows.md", "docs/packaging.md", "docs/where-do-i-change.md")
"""These are not in the contents; links lead to them."""
ADDRESS = int(Qt.ItemDataRole.UserRole)
SIZE = (980, 720)
CONTENTS = 240
"""Pixels of width."""


def pages(root: Path) -> list[Path]:
    """The pages of the contents, in order."""
    named = [root / name for name in (*FIRST, *LAST)]
    unlisted = {*named, *(root / name for name in OF_DEVELOPERS)}
    others = sorted(path for path in (root / "docs").glob("*.md") if path not in unlisted)
    ordered = [*named[: len(FIRST)], *others, *named[len(FIRST) :]]
    return [path for path in ordered if path.is_file()]


def headings(text: str) -> Iterator[tuple[int, str]]:
    """Level and words of each heading of a Markdown text."""
    in_code = False
    for line in text.splitlines():
        if line.startswith("```"):
            in_code = not in_code
        elif not in_code and (found := re.match(r"(#+) +(.+)", line)):
            yield len(found[1]), found[2].strip()


def anchor_of(heading: str) -> str:
    """The name by which links find a heading, as code hosts form it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-")


class Page(QTextBrowser):
    """Shows Markdown files of this computer; links to web pages open in the browser."""

    def __init__(self) -> None:
        super().__init__()
        self.missing = ""
        """The name of a file that a link led to, and that does not ship."""
        self.setOpenExternalLinks(True)
        self.setAccessibleName(tr("Page of the guide"))

    def doSetSource(
        self,
        name: QUrl | str,
        type: QTextDocument.ResourceType = QTextDocument.ResourceType.UnknownResource,
    ) -> None:
        """Show a page, from the heading that the address names."""
        address = QUrl(name)
        path = Path(address.toLocalFile())
        shipped = path.suffix == ".md" and path.is_file()
        self.missing = "" if shipped else path.name
        if not shipped:
            self.sourceChanged.emit(self.source())
            return
        super().doSetSource(address, QTextDocument.ResourceType.MarkdownResource)
        if (block := self._heading(address.fragment())) is not None:
            layout = self.document().documentLayout()
            top = layout.blockBoundingRect(block).top()
            self.verticalScrollBar().setValue(int(top))

    def loadResource(self, type: int, name: QUrl | str) -> Any:
        """Pictures come no wider than the page; nothing comes from the network."""
        address = self.source().resolved(QUrl(name))
        if not address.isLocalFile():
            return None
        if type == QTextDocument.ResourceType.ImageResource.value:
            picture, room = QImage(address.toLocalFile()), self.viewport().width() - 4 * theme.UNIT
            if picture.width() > room > 0:
                smooth = Qt.TransformationMode.SmoothTransformation
                return picture.scaledToWidth(room, smooth)
            return picture
        return super().loadResource(type, address)

    def _heading(self, anchor: str) -> QTextBlock | None:
        block = self.document().begin()
        while anchor and block.isValid():
            if block.blockFormat().headingLevel() and anchor_of(block.text()) == anchor:
                return block
            block = block.next()
        return None


class GuideDialog(QDialog):
    """A contents list beside the page. Not modal: it is read while working."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Guide"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.root = guide()
        self.page = Page()
        self.contents = QTreeWidget()
        self.contents.setHeaderHidden(True)
        self.contents.setAccessibleName(tr("Contents"))
        self.back = button(tr("Back"), do=self.page.backward)
        self.back.setEnabled(False)
        self.told = muted()
        self._list()
        self.page.backwardAvailable.connect(self.back.setEnabled)
        self.page.sourceChanged.connect(self._follow)
        self.contents.currentItemChanged.connect(self._choose)
        self._lay_out()
        if (first := self.contents.topLevelItem(0)) is not None:
            self.contents.setCurrentItem(first)

    def _list(self) -> None:
        for path in pages(self.root):
            found = list(headings(path.read_text(encoding="utf-8")))
            address = QUrl.fromLocalFile(str(path))
            title = next((words for _, words in found), path.stem)
            top = _item(title, address)
            self.contents.addTopLevelItem(top)
            for level, words in found:
                if level == 2:
                    below = QUrl(address)
                    below.setFragment(anchor_of(words))
                    top.addChild(_item(words, below))

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            item.setExpanded(True)
            self.page.setSource(item.data(0, ADDRESS))

    def _follow(self) -> None:
        """Say where a link led to nothing."""
        name = self.page.missing
        said = tr("{0} is only in the program's source.").format(name) if name else ""
        self.told.setText(said)

    def _lay_out(self) -> None:
        parts = QSplitter()
        parts.setChildrenCollapsible(False)
        for part in (self.contents, self.page):
            parts.addWidget(part)
        parts.setStretchFactor(1, 1)
        self.resize(least_size(QSize(*SIZE)))
        parts.setSizes([CONTENTS, self.width() - CONTENTS])
        foot = row(self.back, (self.told, 1), close_button(self))
        column((parts, 1), foot, parent=self, margin=2 * theme.UNIT, spacing=2 * theme.UNIT)


def _item(words: str, address: QUrl) -> QTreeWidgetItem:
    plain = words.replace("`", "")
    made = QTreeWidgetItem([plain])
    made.setToolTip(0, plain)
    made.setData(0, ADDRESS, address)
    return made
