"""A collapsible section of the options, and helpers for its controls."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSlider,
    QToolButton,
    QWidget,
)

from app.look import theme
from app.look.translation import tr
from app.look.widgets import column, muted

SIGN = 16
EDGE = 6
"""Pixels on the trailing side; together with a scroll bar they form the panel's margin."""


class SectionHeader(QAbstractButton):
    """A section's header: title, and a summary while the section is closed."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setText(title)
        self.setCheckable(True)
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._summary = ""

    def tell(self, summary: str) -> None:
        self._summary = summary
        self.setAccessibleDescription(summary)
        self.setToolTip(summary)
        self.update()

    @property
    def summary(self) -> str:
        return self._summary

    def sizeHint(self) -> QSize:
        return QSize(160, max(36, self.fontMetrics().height() + 2 * theme.UNIT))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.colours()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            area = self.rect().adjusted(2, 2, -2, -2)
            if self.underMouse() or self.hasFocus():
                line = (
                    QColor(colours.focus) if self.hasFocus() else QColor(Qt.GlobalColor.transparent)
                )
                painter.setPen(QPen(line, 1))
                painter.setBrush(QColor(colours.hovered))
                painter.drawRoundedRect(area.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            inner = area.adjusted(theme.UNIT - 2, 0, 2 - EDGE, 0)
            sign = QRect(inner.left(), inner.center().y() - SIGN // 2 + 1, SIGN, SIGN)
            text = inner.adjusted(SIGN + theme.UNIT, 0, 0, 0)
            if mirrored:
                sign.moveRight(inner.right())
                text = inner.adjusted(0, 0, -SIGN - theme.UNIT, 0)
            self._paint_sign(painter, sign, mirrored)
            bold = QFont(self.font())
            bold.setWeight(QFont.Weight.DemiBold)
            painter.setFont(bold)
            painter.setPen(QColor(colours.text))
            start = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
            painter.drawText(text, start, self.text())
            width = QFontMetrics(bold).horizontalAdvance(self.text()) + 2 * theme.UNIT
            if not self.isChecked():
                rest = text.adjusted(0, 0, -width, 0) if mirrored else text.adjusted(width, 0, 0, 0)
                painter.setFont(self.font())
                painter.setPen(QColor(colours.muted))
                shown = self.fontMetrics().elidedText(
                    self._summary, Qt.TextElideMode.ElideRight, rest.width()
                )
                end = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing
                painter.drawText(rest, end, shown)

    def _paint_sign(self, painter: QPainter, place: QRect, mirrored: bool) -> None:
        ratio = self.devicePixelRatioF()
        sign = theme.icon_pixmap("chevron-down", round(SIGN * ratio), theme.colours().muted)
        sign.setDevicePixelRatio(ratio)
        painter.save()
        painter.translate(place.center().toPointF())
        if not self.isChecked():
            painter.rotate(90 if mirrored else -90)
        painter.drawPixmap(-SIGN // 2, -SIGN // 2, sign)
        painter.restore()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)


class Section(QFrame):
    """A section. `changed`: the user changed a choice. `opened`: it was opened."""

    changed = Signal()
    opened = Signal()
    toggled = Signal()

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        self.name = name
        self.header = SectionHeader(title)
        self.body = QWidget()
        self.column = column(parent=self.body)
        self.column.setContentsMargins(theme.UNIT, 0, EDGE, 2 * theme.UNIT)
        column(self.header, self.body, parent=self, spacing=0)
        self.body.hide()
        self.header.toggled.connect(self._toggle)

    @property
    def is_open(self) -> bool:
        return self.header.isChecked()

    def set_open(self, wanted: bool) -> None:
        self.header.setChecked(wanted)

    def _toggle(self, wanted: bool) -> None:
        self.body.setVisible(wanted)
        self.toggled.emit()
        if wanted:
            self.opened.emit()


class Form(QWidget):
    """Rows of a label and a control."""

    def __init__(self) -> None:
        super().__init__()
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(theme.UNIT)
        self._form.setVerticalSpacing(theme.UNIT)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)

    def add(self, label: str, control: QWidget | QHBoxLayout) -> None:
        """Add a control; the label is also its name for a screen reader."""
        text = QLabel(label)
        text.setObjectName("muted")
        text.setMinimumHeight(30)
        text.setMinimumWidth(72)
        if isinstance(control, QWidget):
            text.setBuddy(control)
            if not control.accessibleName():
                control.setAccessibleName(label)
        self._form.addRow(text, control)

    def show_row(self, control: QWidget | QHBoxLayout, visible: bool) -> None:
        self._form.setRowVisible(control, visible)


class WheelGuard(QObject):
    """Lets the wheel scroll the panel over a control whose value is not being edited."""

    def watch(self, parts: QWidget) -> None:
        kinds: tuple[type[QWidget], ...] = (QComboBox, QSlider)
        for kind in kinds:
            for control in parts.findChildren(kind):
                control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
                control.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.Wheel or not isinstance(watched, QWidget):
            return False
        if watched.hasFocus() and not isinstance(watched, QComboBox):
            return False
        event.ignore()
        return True


def segments(
    choices: Sequence[tuple[int, str, str]], parent: QWidget
) -> tuple[QButtonGroup, QHBoxLayout]:
    """Buttons of which one is pressed: number, text, and name for a screen reader."""
    group, row = QButtonGroup(parent), QHBoxLayout()
    row.setSpacing(0)
    for position, (number, text, name) in enumerate(choices):
        button = QToolButton()
        button.setObjectName("segment")
        place = {0: "first", len(choices) - 1: "last"}.get(position, "middle")
        button.setProperty("place", place)
        button.setText(text)
        button.setCheckable(True)
        button.setAccessibleName(name)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        group.addButton(button, number)
        row.addWidget(button)
    return group, row


def when_saved() -> QLabel:
    """A note for sections whose options apply on saving."""
    return muted(tr("Applies when saved, also to finished results."))


def choices(combo: QComboBox, items: Sequence[tuple[str, object]]) -> QComboBox:
    """Fill a box with (text, data); it may be narrower than its longest text."""
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(6)
    for text, data in items:
        combo.addItem(text, data)
    return combo


def choose(combo: QComboBox, data: object) -> None:
    """Choose the item with this data; if there is none nothing changes. Works for any Python
    value."""
    for index in range(combo.count()):
        if combo.itemData(index) == data:
            combo.setCurrentIndex(index)
            return


def enable_item(combo: QComboBox, index: int, why_not: str) -> None:
    """Disable an item, with the reason as its tool tip; an empty reason enables it."""
    model = combo.model()
    assert isinstance(model, QStandardItemModel)  # the model that a box creates by default
    model.item(index).setEnabled(not why_not)
    combo.setItemData(index, why_not or None, Qt.ItemDataRole.ToolTipRole)
