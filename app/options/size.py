"""The options section for the size: a factor, pixels or a print size."""

from __future__ import annotations

from fractions import Fraction
from typing import TypeVar

from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QHBoxLayout, QLabel, QSizePolicy, QSpinBox

from app.look import theme
from app.look.translation import tr
from app.look.widgets import muted, row
from app.look.words import file_size, megapixels, pixels
from app.options.section import Form, Section, choices, choose, segments
from fdiwn.api.options import SCALES
from fdiwn.api.size_text import parse_paper
from fdiwn.api.sizing import Factor, Frame, Paper, TargetSize

OTHER = 0
FACTOR, BOX, WIDE, HIGH, PRINT = "factor", "box", "wide", "high", "print"
_TIMES = "×"  # noqa: RUF001 - the sign for times
_LARGEST_SIDE = 999_999

Box = TypeVar("Box", QSpinBox, QDoubleSpinBox)


class SizeSection(Section):
    def __init__(self) -> None:
        super().__init__("size", tr("Size"))
        known = [(n, f"{n}{_TIMES}", tr("Enlarge {0} times").format(n)) for n in SCALES]
        other = (OTHER, tr("Other"), tr("Another size"))
        self.scales, scales = segments([*known, other], self)
        self.kind = choices(
            QComboBox(),
            [
                (tr("By a factor"), FACTOR),
                (tr("To fit width and height"), BOX),
                (tr("To a width"), WIDE),
                (tr("To a height"), HIGH),
                (tr("For a print"), PRINT),
            ],
        )
        self.kind.setAccessibleName(tr("Kind of size"))
        self.factor = _decimal(1.1, 16.0, 2.5, 2, tr("Factor"), _TIMES)
        self.width_ = _whole(3840, tr("Width"))
        self.height_ = _whole(2160, tr("Height"))
        self.print_width = _decimal(1, 99_999, 30, 1, tr("Width of the print"))
        self.print_height = _decimal(1, 99_999, 20, 1, tr("Height of the print"))
        units = [(tr("mm"), "mm"), (tr("cm"), "cm"), (tr("inch"), "in")]
        self.unit = choices(QComboBox(), units)
        self.unit.setAccessibleName(tr("Unit"))
        choose(self.unit, "cm")
        self.per_inch = _whole(300, tr("Pixels per inch"))
        self.per_inch.setMaximum(9_999)
        self.size_line = muted()
        self._lay_out(scales)
        self.scales.button(4).setChecked(True)
        self.scales.idClicked.connect(self._choose)
        self.kind.currentIndexChanged.connect(self._choose)
        self.unit.currentIndexChanged.connect(self.changed)
        for box in (self.factor, self.print_width, self.print_height):
            box.valueChanged.connect(self.changed)
        for whole in (self.width_, self.height_, self.per_inch):
            whole.valueChanged.connect(self.changed)
        self._show_rows()

    @property
    def scale(self) -> int:
        """The selected scale; the network's largest if another size is chosen."""
        return self.scales.checkedId() or max(SCALES)

    @property
    def is_other(self) -> bool:
        return self.scales.checkedId() == OTHER

    def wanted(self) -> tuple[int, TargetSize | None]:
        """Scale and size in the form of `UpscaleOptions`."""
        if not self.is_other:
            return self.scale, None
        size = self._size()
        whole = next((n for n in SCALES if size == Factor(Fraction(n))), None)
        return (whole, None) if whole else (max(SCALES), size)

    def show_size(self, scale: int, size: TargetSize | None) -> None:
        self.scales.button(scale if size is None else OTHER).setChecked(True)
        if isinstance(size, Factor):
            choose(self.kind, FACTOR)
            self.factor.setValue(float(size.value))
        elif isinstance(size, Frame):
            choose(self.kind, WIDE if size.height is None else HIGH if size.width is None else BOX)
            self.width_.setValue(size.width or self.width_.value())
            self.height_.setValue(size.height or self.height_.value())
        elif isinstance(size, Paper):
            choose(self.kind, PRINT)
            _show_paper(self, size)
        self._show_rows()

    def tell(self, source: tuple[int, int] | None, result: tuple[int, int], size: int) -> None:
        """Show the result's size for a picture of `source` pixels, and its approximate bytes; None
        clears it."""
        self.size_line.setVisible(source is not None)
        if source is None:
            self.size_line.clear()
        else:
            first = f"{pixels(*source)} → {pixels(*result)}"
            about = tr("about {0}").format(file_size(size)) if size else ""
            second = "  ·  ".join(part for part in (megapixels(*result), about) if part)
            self.size_line.setText(f"{first}\n{second}")
        self.header.tell(self.summary())

    def summary(self) -> str:
        scale, size = self.wanted()
        if size is None:
            return f"{scale}{_TIMES}"
        if isinstance(size, Factor):
            return f"{self.factor.cleanText()}{_TIMES}"
        if isinstance(size, Frame):
            sides = ["…" if side is None else str(side) for side in (size.width, size.height)]
            return f" {_TIMES} ".join(sides)
        sides = [self.print_width.cleanText(), self.print_height.cleanText()]
        return f"{f' {_TIMES} '.join(sides)} {self.unit.currentText()}"

    def _size(self) -> TargetSize:
        kind = self.kind.currentData()
        width, height = self.width_.value(), self.height_.value()
        if kind == FACTOR:
            return Factor(Fraction(round(self.factor.value() * 100), 100))
        if kind == PRINT:
            unit, density = self.unit.currentData(), self.per_inch.value()
            across, down = self.print_width.value(), self.print_height.value()
            return parse_paper(f"{across:.1f}x{down:.1f}{unit}@{density}")
        return {BOX: Frame(width, height), WIDE: Frame(width), HIGH: Frame(None, height)}[kind]

    def _choose(self) -> None:
        self._show_rows()
        self.changed.emit()

    def _lay_out(self, scales: QHBoxLayout) -> None:
        self.form = Form()
        sides = ((self.print_width, 1), QLabel(_TIMES), (self.print_height, 1))
        self._paper = row(*sides, spacing=theme.UNIT // 2)
        self.form.add(tr("Factor"), self.factor)
        self.form.add(tr("Width"), self.width_)
        self.form.add(tr("Height"), self.height_)
        self.form.add(tr("Print"), self._paper)
        self.form.add(tr("Unit"), self.unit)
        self.form.add(tr("Density"), self.per_inch)
        self.per_inch.setSuffix(" " + tr("ppi"))
        self.column.addLayout(scales)
        self.column.addWidget(self.kind)
        self.column.addWidget(self.form)
        self.column.addWidget(self.size_line)

    def _show_rows(self) -> None:
        kind = self.kind.currentData()
        self.kind.setVisible(self.is_other)
        self.form.setVisible(self.is_other)
        self.form.show_row(self.factor, kind == FACTOR)
        self.form.show_row(self.width_, kind in (BOX, WIDE))
        self.form.show_row(self.height_, kind in (BOX, HIGH))
        for part in (self._paper, self.unit, self.per_inch):
            self.form.show_row(part, kind == PRINT)


def _show_paper(section: SizeSection, paper: Paper) -> None:
    sides, unit = paper.text[:-2], paper.text[-2:]
    across, _, down = sides.partition("x")
    choose(section.unit, unit)
    section.print_width.setValue(float(across))
    section.print_height.setValue(float(down))
    section.per_inch.setValue(round(paper.per_inch))


def _whole(value: int, name: str) -> QSpinBox:
    box = QSpinBox()
    box.setRange(1, _LARGEST_SIDE)
    box.setValue(value)
    box.setSuffix(" px")
    return _plain(box, name)


def _decimal(
    least: float, most: float, value: float, decimals: int, name: str, suffix: str = ""
) -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setDecimals(decimals)
    box.setRange(least, most)
    box.setSingleStep(0.1 if decimals == 2 else 1.0)
    box.setValue(value)
    box.setSuffix(suffix)
    return _plain(box, name)


def _plain(box: Box, name: str) -> Box:
    """A number field that reports complete numbers only, and uses the available width."""
    box.setKeyboardTracking(False)
    box.setAccessibleName(name)
    box.setMinimumWidth(48)
    box.lineEdit().setTextMargins(7, 0, 7, 0)  # a style sheet's padding does not affect it
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return box
