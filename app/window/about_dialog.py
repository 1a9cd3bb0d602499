"""The About dialog: version, licences, and how to cite the paper."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication, QIcon
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.diagnostics.licences import licence_texts, parts
from app.look import theme
from app.look.geometry import least_size
from app.look.translation import tr
from app.look.widgets import Part, button, close_button, column, label, row
from fdiwn.api.names import APP_NAME, PAPER, VERSION
from fdiwn.api.resources import resource

ICON = 64
BIBTEX = """@inproceedings{gao2022fdiwn,
  title     = {Feature Distillation Interaction Weighting Network for
               Lightweight Image Super-Resolution},
  author    = {Gao, Guangwei and Li, Wenjie and Li, Juncheng and
               Wu, Fei and Lu, Huimin and Yu, Yi},
  booktitle = {Proceedings of the AAAI Conference on
               Artificial Intelligence},
  year      = {2022},
  note      = {arXiv:2112.08655}
}
"""


class AboutDialog(QDialog):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About {0}").format(APP_NAME))
        self.resize(least_size(QSize(640, 500)))
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(tr("About {0}").format(APP_NAME))
        self.tabs.addTab(_about(), tr("&Program"))
        self.tabs.addTab(_licences(), tr("&Licences"))
        self.tabs.addTab(self._citation(), tr("Cite the P&aper"))
        parts = (_header(), (self.tabs, 1), close_button(self))
        column(*parts, parent=self, margin=2 * theme.UNIT)

    def _citation(self) -> QWidget:
        page = QWidget()
        text = QPlainTextEdit(BIBTEX)
        text.setReadOnly(True)
        text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        text.setTabChangesFocus(True)
        text.setAccessibleName(tr("Citation as BibTeX"))
        self.copy = button(
            tr("&Copy BibTeX"), do=lambda: QGuiApplication.clipboard().setText(BIBTEX)
        )
        layout = _page(page)
        layout.addWidget(_text(tr("If this program helped your work, please cite:")))
        layout.addWidget(text, 1)
        layout.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        return page


def _header() -> QHBoxLayout:
    picture = QLabel()
    picture.setPixmap(QIcon(str(resource("icons/application.svg"))).pixmap(ICON, ICON))
    name = QLabel(APP_NAME)
    name.setObjectName("headline")
    version = _text(tr("Version {0}").format(VERSION))
    version.setObjectName("muted")
    words = column(None, name, version, None, spacing=theme.UNIT // 2)
    return row(picture, (words, 1), spacing=2 * theme.UNIT)


def _about() -> QWidget:
    page = QWidget()
    texts = (
        tr(
            "Enlarges photographs two, three and four times, and to any size from there, with a "
            "small neural network. All of it happens on this computer; the program uses the "
            "network only when you ask it to fetch a model."
        ),
        tr(
            "It does not sharpen what is blurred, remove the marks of strong compression or "
            "restore faces."
        ),
        tr("The network: {0}").format(PAPER),
    )
    _page(page, *map(_text, texts), None)
    return page


def _licences() -> QWidget:
    page = QWidget()
    layout = _page(page)
    layout.addWidget(
        _text(
            tr(
                "{0} is free software under the Apache License 2.0. Qt, Qt for Python and libvips "
                "are used under the LGPL: they are libraries of their own beside the program, and "
                "you may replace them with versions you have changed. Their source is at "
                "download.qt.io and github.com/libvips."
            ).format(APP_NAME)
        )
    )
    table = QTreeWidget()
    table.setAccessibleName(tr("Parts and their licences"))
    table.setHeaderLabels([tr("Part"), tr("Version"), tr("Licence")])
    table.setRootIsDecorated(False)
    table.setUniformRowHeights(True)
    for part in parts():
        row = QTreeWidgetItem([part.name, part.version, part.licence])
        row.setToolTip(2, part.licence)
        table.addTopLevelItem(row)
    for number in (0, 1):
        table.header().setSectionResizeMode(number, QHeaderView.ResizeMode.ResizeToContents)
    layout.addWidget(table, 1)
    texts = licence_texts()
    if texts is not None:
        layout.addWidget(_opener(texts, page), 0, Qt.AlignmentFlag.AlignLeft)
    return page


def _opener(texts: Path, page: QWidget) -> QPushButton:
    opener = button(tr("All Licence &Texts…"), do=lambda: _LicenceTexts(texts, page).exec())
    opener.setObjectName("licenceTexts")
    return opener


class _LicenceTexts(QDialog):
    """The licence texts, loaded when the dialog opens, as they exceed a megabyte."""

    def __init__(self, file: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Licence texts"))
        self.resize(least_size(QSize(720, 560)))
        self.text = QPlainTextEdit(_read(file))
        self.text.setReadOnly(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("Licence texts"))
        _page(self, (self.text, 1), close_button(self))


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        return f"{file}: {error.strerror or error}"


def _page(page: QWidget, *parts: Part | tuple[Part, int]) -> QVBoxLayout:
    edge = int(1.5 * theme.UNIT)
    return column(*parts, parent=page, margin=edge, spacing=edge)


def _text(text: str) -> QLabel:
    made, flags = label(text), Qt.TextInteractionFlag
    made.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
    return made
