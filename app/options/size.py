"""The options section for the size: a factor, pixels, megapixels or a print."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel

from app.look import theme
from app.look.translation import tr
from app.look.widgets import muted, row
from app.look.words import TIMES, file_size, megapixels, papers, pixels
from app.options.number_field import NumberField, show_hints
from app.options.section import Form, Section, choices, choose, segments
from fdiwn.api.options import SCALES
from fdiwn.api.size_text import PAPERS, parse_paper
from fdiwn.api.sizing import Edge, Factor, Frame, Megapixels, Paper, TargetSize, short_decimal

OTHER = 0
FACTOR, BOX, WIDE, HIGH, LONG, SHORT, MEGAPIXELS, PRINT = (
    "factor", "box", "wide", "high", "long", "short", "megapixels", "print",
)  # fmt: skip
CUSTOM = ""
_LARGEST_SIDE = 999_999


class SizeSection(Section):
    def __init__(self) -> None:
        super().__init__("size", tr("Size"))
        known = [(n, f"{n}{TIMES}", tr("Enlarge {0} times").format(n)) for n in SCALES]
        other = (OTHER, tr("Other"), tr("Another size"))
        self.scales, scales = segments([*known, other], self)
        self.kind = choices(
            QComboBox(),
            [
                (tr("By a factor"), FACTOR),
                (tr("To fit width and height"), BOX),
                (tr("To a width"), WIDE),
                (tr("To a height"), HIGH),
                (tr("To a long edge"), LONG),
                (tr("To a short edge"), SHORT),
                (tr("To megapixels"), MEGAPIXELS),
                (tr("For a print"), PRINT),
            ],
        )
        self.kind.setAccessibleName(tr("Kind of size"))
        self.factor = NumberField(1.1, 16, 2.5, tr("Factor"), TIMES, step=0.1)
        self.width_ = _side(3840, tr("Width"))
        self.height_ = _side(2160, tr("Height"))
        self.edge = _side(3840, tr("Edge"))
        self.megapixels = NumberField(0.01, 10_000, 24, tr("Megapixels"), " MP")
        self.paper = choices(QComboBox(), [*papers(), (tr("Custom"), CUSTOM)])
        self.paper.setAccessibleName(tr("Paper"))
        self.print_width = NumberField(0.1, 99_999, 30, tr("Width of the print"))
        self.print_height = NumberField(0.1, 99_999, 20, tr("Height of the print"))
        units = [(tr("mm"), "mm"), (tr("cm"), "cm"), (tr("inch"), "in")]
        self.unit = choices(QComboBox(), units)
        self.unit.setAccessibleName(tr("Unit"))
        choose(self.unit, "cm")
        self.per_inch = NumberField(1, 9_999, 300, tr("Pixels per inch"))
        self.hint = muted()
        self.size_line = muted()
        self._lay_out(scales)
        self.scales.button(4).setChecked(True)
        self.scales.idClicked.connect(self._choose)
        self.kind.currentIndexChanged.connect(self._choose)
        self.unit.currentIndexChanged.connect(self.changed)
        self.paper.currentIndexChanged.connect(self._choose_paper)
        for field in self._fields():
            field.valueChanged.connect(self.changed)
        show_hints(self._fields(), self.hint)
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
            self.factor.setValue(size.value)
        elif isinstance(size, Frame):
            choose(self.kind, WIDE if size.height is None else HIGH if size.width is None else BOX)
            self.width_.setValue(size.width or self.width_.value())
            self.height_.setValue(size.height or self.height_.value())
        elif isinstance(size, Edge):
            choose(self.kind, SHORT if size.shorter else LONG)
            self.edge.setValue(size.pixels)
        elif isinstance(size, Megapixels):
            choose(self.kind, MEGAPIXELS)
            self.megapixels.setValue(size.millions)
        elif isinstance(size, Paper):
            choose(self.kind, PRINT)
            self.per_inch.setValue(size.per_inch)
            self._show_paper(size.text)
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
            return f"{scale}{TIMES}"
        if isinstance(size, Factor):
            return f"{self.factor.cleanText()}{TIMES}"
        if isinstance(size, Frame):
            sides = ["…" if side is None else str(side) for side in (size.width, size.height)]
            return f" {TIMES} ".join(sides)
        if isinstance(size, Edge):
            return pixels_of(size)
        if isinstance(size, Megapixels):
            return f"{self.megapixels.cleanText()} MP"
        if self.paper.currentData():
            return self.paper.currentText()
        sides = [self.print_width.cleanText(), self.print_height.cleanText()]
        return f"{f' {TIMES} '.join(sides)} {self.unit.currentText()}"

    def _size(self) -> TargetSize:
        kind = self.kind.currentData()
        width, height, edge = (int(f.value()) for f in (self.width_, self.height_, self.edge))
        if kind == FACTOR:
            return Factor(self.factor.value())
        if kind == MEGAPIXELS:
            return Megapixels(self.megapixels.value())
        if kind == PRINT:
            return parse_paper(f"{self._paper_text()}@{short_decimal(self.per_inch.value())}")
        in_pixels: dict[str, TargetSize] = {
            BOX: Frame(width, height), WIDE: Frame(width), HIGH: Frame(None, height),
            LONG: Edge(edge), SHORT: Edge(edge, shorter=True),
        }  # fmt: skip
        return in_pixels[kind]

    def _paper_text(self) -> str:
        """As `parse_paper` reads it."""
        sides = [short_decimal(side.value()) for side in (self.print_width, self.print_height)]
        return self.paper.currentData() or f"{'x'.join(sides)}{self.unit.currentData()}"

    def _show_paper(self, text: str) -> None:
        """text: as in `Paper`."""
        known = self.paper.findData(text)
        self.paper.setCurrentIndex(known if known >= 0 else self.paper.findData(CUSTOM))
        # Custom goes on from the paper that was chosen before.
        text = PAPERS.get(text, text)
        across, _, down = text[:-2].partition("x")
        choose(self.unit, text[-2:])
        self.print_width.setValue(Fraction(across))
        self.print_height.setValue(Fraction(down))

    def _choose_paper(self) -> None:
        if self.paper.currentData():
            self._show_paper(self.paper.currentData())
        self._choose()

    def _fields(self) -> tuple[NumberField, ...]:
        return (
            self.factor, self.width_, self.height_, self.edge, self.megapixels,
            self.print_width, self.print_height, self.per_inch,
        )  # fmt: skip

    def _choose(self) -> None:
        self._show_rows()
        self.changed.emit()

    def _lay_out(self, scales: QHBoxLayout) -> None:
        self.form = Form()
        sides = ((self.print_width, 1), QLabel(TIMES), (self.print_height, 1))
        self._print = row(*sides, spacing=theme.UNIT // 2)
        self.form.add(tr("Factor"), self.factor)
        self.form.add(tr("Width"), self.width_)
        self.form.add(tr("Height"), self.height_)
        self.form.add(tr("Edge"), self.edge)
        self.form.add(tr("Size"), self.megapixels)
        self.form.add(tr("Paper"), self.paper)
        self.form.add(tr("Print"), self._print)
        self.form.add(tr("Unit"), self.unit)
        self.form.add(tr("Resolution"), self.per_inch)
        self.per_inch.setSuffix(" " + tr("ppi"))
        self.column.addLayout(scales)
        self.column.addWidget(self.kind)
        self.column.addWidget(self.form)
        self.column.addWidget(self.hint)
        self.column.addWidget(self.size_line)

    def _show_rows(self) -> None:
        kind = self.kind.currentData()
        self.kind.setVisible(self.is_other)
        self.form.setVisible(self.is_other)
        self.form.show_row(self.factor, kind == FACTOR)
        self.form.show_row(self.width_, kind in (BOX, WIDE))
        self.form.show_row(self.height_, kind in (BOX, HIGH))
        self.form.show_row(self.edge, kind in (LONG, SHORT))
        self.form.show_row(self.megapixels, kind == MEGAPIXELS)
        for part in (self.paper, self.per_inch):
            self.form.show_row(part, kind == PRINT)
        custom = kind == PRINT and self.paper.currentData() == CUSTOM
        self.form.show_row(self._print, custom)
        self.form.show_row(self.unit, custom)
        # What was typed wrong in a row that is hidden now no longer matters.
        wrong = any(field.wrong and field.isVisibleTo(self.form) for field in self._fields())
        self.hint.setVisible(self.is_other and wrong)


def pixels_of(edge: Edge) -> str:
    if edge.shorter:
        return tr("{0} px, short edge").format(edge.pixels)
    return tr("{0} px, long edge").format(edge.pixels)


def _side(value: float, name: str) -> NumberField:
    return NumberField(1, _LARGEST_SIDE, value, name, " px", places=0)
