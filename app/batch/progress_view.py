"""Progress bars of a batch and of its current picture, and the list of failures."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QWidget,
)

from app.batch.words import run_line
from app.look import theme
from app.look.translation import tr
from app.look.widgets import column, muted, progress_bar, row
from fdiwn.batch.records.count import BatchCount
from fdiwn.batch.records.events import Record

STEPS = 1000
LINE = 24  # pixels, height of a failure
MOST_LINES = 500
"""The most failures shown; the report has the rest."""
KEY = int(Qt.ItemDataRole.UserRole)


class BatchProgress(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.all_text = _line(tr("Progress of the batch"))
        self.all_bar = progress_bar(tr("Progress of the batch"), STEPS)
        self.one_text = _line(tr("Picture under way"))
        self.one_text.setObjectName("muted")
        self.one_bar = progress_bar(tr("Picture under way"), STEPS)
        self.note = muted()
        self.note.hide()
        self.failures = QListWidget()
        self.failures.setObjectName("failures")
        self.failures.setAccessibleName(tr("Failures"))
        self.failures.setWordWrap(True)
        self.failures.hide()
        self.bars = QWidget()
        both = ((self.all_text, self.all_bar), (self.one_text, self.one_bar))
        halves = [(column(*parts, spacing=theme.UNIT // 2), 1) for parts in both]
        row(*halves, parent=self.bars, spacing=3 * theme.UNIT)
        column(self.bars, self.note, self.failures, parent=self)
        self._listed: set[str] = set()

    def show_count(self, count: BatchCount, stopping: bool) -> None:
        self.all_text.setText(run_line(count))
        self.all_bar.setValue(int(count.fraction * STEPS))
        key = next(iter(count.current), "")
        done, total = count.current.get(key, (0, 0))
        if len(count.current) > 1:
            key = tr("{0} and {1} more").format(key, len(count.current) - 1)
        self.one_text.setText(key or tr("Preparing…"))
        self.one_text.setToolTip(key)
        self.one_bar.setValue(STEPS * done // total if total else 0)
        self.tell(_note(count, stopping))

    def tell(self, text: str) -> None:
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def show_failures(self, records: Iterable[Record], anew: bool = False) -> None:
        """Append these failures; anew: replace the list."""
        if anew:
            self.failures.clear()
            self._listed.clear()
        for record in records:
            if record.key in self._listed or len(self._listed) >= MOST_LINES:
                continue
            self._listed.add(record.key)
            item = QListWidgetItem(_failure(record))
            item.setToolTip(record.source)
            item.setData(KEY, record.key)
            self.failures.addItem(item)
            self.failures.scrollToItem(item)
        self.failures.setFixedHeight(LINE * min(4, max(1, len(self._listed))) + 10)
        self.failures.setVisible(bool(self._listed))


def _failure(record: Record) -> str:
    """Add the file's name, unless the reason names it already."""
    if record.reason.startswith(record.key):
        return record.reason
    return f"{record.key}: {record.reason}"


def _note(count: BatchCount, stopping: bool) -> str:
    if stopping:
        return tr("Stopping after this tile…")
    if count.waits is not None and count.waits.on_request:
        if count.current:
            return tr("Paused. What is under way is finished first.")
        return tr("Paused.")
    if count.waits is not None:
        return tr("Waiting: {0}").format(count.waits.reason)
    if count.retrying is not None:
        retry = count.retrying
        return tr("{0} is tried again in {1} s: {2}").format(
            retry.key, round(retry.seconds), retry.reason
        )
    return ""


def _line(name: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAccessibleName(name)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label
