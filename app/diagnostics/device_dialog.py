"""The dialog that tests this computer and copies a report of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from app.diagnostics.device_inquiry import DeviceInquiry
from app.look import theme
from app.look.translation import tr
from app.look.widgets import button, column, label, progress_bar, row
from app.queue.job import Problem
from fdiwn.api.reports import BACKEND, FORMAT, MODEL, ROOM, SYSTEM, VERSIONS, Check, as_text


class CheckDialog(QDialog):
    """Runs the self-test; closing it stops the test.

    settings: lines about the window to put under a copied report, without private paths.
    """

    def __init__(self, inquiry: DeviceInquiry, parent: QWidget) -> None:
        super().__init__(parent)
        self._inquiry, self.settings = inquiry, ""
        self._checks: list[Check] = []
        self._groups: dict[str, QTreeWidgetItem] = {}
        self._rows: list[tuple[Check, QTreeWidgetItem]] = []
        self.setWindowTitle(tr("Check this computer"))
        self.verdict = label(style="headline")
        self.list = QTreeWidget()
        self.list.setObjectName("checks")
        self.list.setAccessibleName(tr("What was checked"))
        self.list.setColumnCount(3)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setIndentation(0)
        self.list.setWordWrap(True)
        self.list.setSelectionMode(QTreeWidget.SelectionMode.NoSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setColumnWidth(0, 240)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.progress = progress_bar(tr("Progress"), 0)
        tip = tr("Without the names of your folders")
        self.copy = button(tr("Copy Report"), tip, self._copy)
        self.again = button(tr("Check Again"), do=self.begin)
        self.stop = button(tr("Stop"), do=inquiry.stop_test)
        self.close_ = button(tr("Close"), do=self.reject)
        self._lay_out()
        inquiry.checked.connect(self._add)
        inquiry.ended.connect(self._end)

    def begin(self) -> None:
        """Start the test from the beginning."""
        self._checks.clear()
        self._groups.clear()
        self._rows.clear()
        self.list.clear()
        self.verdict.setText(tr("Checking… A picture that is being enlarged is finished first."))
        self._show_running(True)
        self._inquiry.test()

    def reject(self) -> None:
        self._inquiry.stop_test()
        super().reject()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:  # another theme
            for check, item in self._rows:
                _colour(check, item)

    def report(self) -> str:
        """The findings so far, as text."""
        return as_text(self._checks) + self.settings

    def sizeHint(self) -> QSize:
        return QSize(760, 600)

    def _lay_out(self) -> None:
        buttons = row(self.copy, None, self.again, self.stop, self.close_)
        parts = (self.verdict, (self.list, 1), self.progress, buttons)
        column(*parts, parent=self, margin=3 * theme.UNIT, spacing=2 * theme.UNIT)

    def _add(self, check: Check) -> None:
        if not self.isVisible():
            return
        self._checks.append(check)
        words = {True: tr("passed"), False: tr("failed"), None: ""}
        item = QTreeWidgetItem([_subject(check), words[check.passed], check.details])
        self._rows.append((check, item))
        _colour(check, item)
        item.setToolTip(2, check.details)
        for place in (0, 1, 2):
            item.setTextAlignment(place, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        group = self._groups.get(check.kind) or self._group(check.kind)
        group.addChild(item)
        self.list.scrollToItem(item)

    def _group(self, kind: str) -> QTreeWidgetItem:
        titles = {
            SYSTEM: tr("System"),
            VERSIONS: tr("Versions"),
            ROOM: tr("Room"),
            MODEL: tr("Models"),
            BACKEND: tr("Computing"),
            FORMAT: tr("Files"),
        }
        group = QTreeWidgetItem([titles.get(kind, kind)])
        font = self.font()
        font.setBold(True)
        group.setFont(0, font)
        self.list.addTopLevelItem(group)
        group.setFirstColumnSpanned(True)
        group.setExpanded(True)
        self._groups[kind] = group
        return group

    def _end(self, problem: Problem | None) -> None:
        self._show_running(False)
        failed = sum(check.passed is False for check in self._checks)
        if problem is not None:
            self.verdict.setText(problem.sentence())
        elif failed:
            self.verdict.setText(tr("Failed: {0}. Copy the report to ask for help.").format(failed))
        else:
            self.verdict.setText(tr("Everything works on this computer."))

    def _show_running(self, running: bool) -> None:
        self.progress.setVisible(running)
        self.stop.setEnabled(running)  # both stay visible, so that no double click starts and stops
        self.again.setEnabled(not running)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report())
        self.copy.setText(tr("Copied"))


def _colour(check: Check, item: QTreeWidgetItem) -> None:
    colours = theme.colours()
    for place, usual in enumerate((colours.text, colours.muted, colours.muted)):
        colour = colours.error if check.passed is False else usual
        item.setForeground(place, QBrush(QColor(colour)))


def _subject(check: Check) -> str:
    """Translate it, unless it is a name."""
    return {
        "Operating system": tr("Operating system"),
        "Memory": tr("Memory"),
        "Program": tr("Program"),
        "free memory": tr("Free memory"),
        "free disk for unfinished work": tr("Free disk for unfinished work"),
        "models": tr("Models"),
        "cpu": tr("Processor"),
        "camera raw": tr("Camera raw"),
    }.get(check.subject, check.subject)
