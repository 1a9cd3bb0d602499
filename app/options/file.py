"""The options sections for the file: format, quality, depth and colours, and metadata."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QCheckBox,
    QColorDialog,
    QComboBox,
    QToolButton,
)

from app.look import theme
from app.look.translation import tr
from app.look.widgets import NumberSlider, in_lines, row
from app.options.section import Form, Section, choices, choose, segments, when_saved
from fdiwn.api.estimate import QUALITY
from fdiwn.api.formats import HOLDS_16_BITS, HOLDS_ALPHA
from fdiwn.api.options import DEPTHS, SaveOptions

NAMES = {"png": "PNG", "jpeg": "JPEG", "tiff": "TIFF", "webp": "WebP", "avif": "AVIF"}
WHITE, BLACK = (255, 255, 255), (0, 0, 0)
NAMED = 3
"""Backgrounds that are always offered."""

Colour = tuple[int, int, int]


class FileSection(Section):
    """Choices that the format cannot hold stay in the form, but are left out of the options."""

    def __init__(self) -> None:
        super().__init__("file", tr("File"))
        formats = [(tr("As the original"), None), *((name, key) for key, name in NAMES.items())]
        self.format = choices(QComboBox(), formats)
        self.quality = NumberSlider(tr("Quality of the file"), 1, 100)
        self.lossless = QCheckBox(tr("Without any loss"))
        words = {"auto": tr("Auto"), "8": tr("8 bit"), "16": tr("16 bit")}
        names = {"auto": tr("Depth as the original"), "8": tr("8 bits"), "16": tr("16 bits")}
        depths = [(n, words[depth], names[depth]) for n, depth in enumerate(DEPTHS)]
        self.bits, self.bits_row = segments(depths, self)
        self.bits.button(0).setChecked(True)
        spaces = [
            (tr("Keep"), None),
            ("sRGB", "srgb"),
            ("Display P3", "p3"),
            ("Adobe RGB", "adobe"),
        ]
        self.space = choices(QComboBox(), spaces)
        grounds = [(tr("None"), None), (tr("White"), WHITE), (tr("Black"), BLACK)]
        self.background = choices(QComboBox(), grounds)
        self.background.setAccessibleName(tr("Background"))
        self.background.setToolTip(tr("Laid under what is transparent; JPEG has no transparency"))
        self.colour = QToolButton()
        self.colour.setText("…")
        self.colour.setAccessibleName(tr("Choose a background colour"))
        self.colour.setToolTip(self.colour.accessibleName())
        self.colour.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._asked: Colour | None = None
        self._fixed: str | None = None
        self._base = SaveOptions()
        self._lay_out()
        self.quality.slider.setValue(QUALITY["JPEG"])
        self.format.currentIndexChanged.connect(self._choose_format)
        self.lossless.toggled.connect(self._choose)
        self.quality.changed.connect(self._choose)
        self.bits.idClicked.connect(self._choose)
        self.space.currentIndexChanged.connect(self._choose)
        self.background.currentIndexChanged.connect(self._choose_background)
        self.colour.clicked.connect(self._ask_colour)
        self._show_rows()

    def chosen(self) -> SaveOptions:
        """Format, quality, depth and colours; the other options are unchanged."""
        name = self._name
        return replace(
            self._base,
            format=self.format.currentData(),
            quality=self._chosen_quality(),
            lossless=self.lossless.isChecked() and name in ("WebP", "AVIF"),
            depth=self._chosen_depth(),
            background=self._asked if name is not None and name not in HOLDS_ALPHA else None,
            convert=self.space.currentData(),
        )

    def show_choice(self, save: SaveOptions) -> None:
        self._base = save
        choose(self.format, self._fixed or save.format)
        self.lossless.setChecked(save.lossless)
        self.quality.slider.setValue(save.quality or self._default_quality)
        self.bits.button(DEPTHS.index(save.depth)).setChecked(True)
        choose(self.space, save.convert)
        self._show_background(save.background)
        self._show_rows()

    def fix_format(self, name: str) -> None:
        """Only this format from now on, a key of `NAMES`, also with a preset."""
        self._fixed = name
        choose(self.format, name)
        self.format.setEnabled(False)

    @property
    def _name(self) -> str | None:
        """In the spelling of `fdiwn.api.formats`; None for the original's format."""
        return NAMES.get(self.format.currentData())

    @property
    def _default_quality(self) -> int:
        return QUALITY.get(self._name or "JPEG", QUALITY["JPEG"])

    def _chosen_quality(self) -> int | None:
        """None if it is the format's default, or has no meaning."""
        value, name = self.quality.slider.value(), self._name
        means = name is None or name in QUALITY
        return value if means and value != self._default_quality else None

    def _chosen_depth(self) -> str:
        depth, name = DEPTHS[self.bits.checkedId()], self._name
        return "auto" if depth == "16" and name and name not in HOLDS_16_BITS else depth

    def _lay_out(self) -> None:
        self.form = Form()
        self.form.add(tr("Format"), self.format)
        self.form.add(tr("Quality"), self.quality)
        self.form.add("", self.lossless)
        self.form.add(tr("Depth"), self.bits_row)
        self.form.add(tr("Colours"), self.space)
        self._ground = row((self.background, 1), self.colour, spacing=theme.UNIT // 2)
        self.form.add(tr("Background"), self._ground)
        self.lossless.setAccessibleName(self.lossless.text())
        self.space.setAccessibleName(tr("Colour space"))
        self.when = when_saved()
        self.column.addWidget(self.form)
        self.column.addWidget(self.when)

    def _choose_format(self) -> None:
        """Set the new format's default quality, unless the user chose another."""
        if self.quality.slider.value() in QUALITY.values():
            self.quality.slider.blockSignals(True)
            self.quality.slider.setValue(self._default_quality)
            self.quality.slider.blockSignals(False)
            self.quality.tell(self._default_quality)
        self._choose()

    def _choose(self) -> None:
        self._show_rows()
        self.changed.emit()

    def _choose_background(self) -> None:
        self._asked = self.background.currentData()
        self._choose()

    def _ask_colour(self) -> None:
        title = tr("Colour under what is transparent")
        found = QColorDialog.getColor(QColor(*(self._asked or WHITE)), self, title)
        if found.isValid():
            self._show_background((found.red(), found.green(), found.blue()))
            self._choose()

    def _show_background(self, colour: Colour | None) -> None:
        """A colour without a name goes to the end of the list."""
        self.background.blockSignals(True)
        while self.background.count() > NAMED:
            self.background.removeItem(NAMED)
        if colour not in (None, WHITE, BLACK):
            self.background.addItem(QColor(*colour).name().upper(), colour)
        choose(self.background, colour)
        self.background.blockSignals(False)
        self._asked = colour

    def _show_rows(self) -> None:
        name = self._name
        without_loss = name in ("WebP", "AVIF")
        lossy = not (without_loss and self.lossless.isChecked())
        self.form.show_row(self.quality, lossy and (name is None or name in QUALITY))
        self.form.show_row(self.lossless, without_loss)
        self.form.show_row(self._ground, name is not None and name not in HOLDS_ALPHA)
        deep = self.bits.button(DEPTHS.index("16"))
        can = name is None or name in HOLDS_16_BITS
        deep.setEnabled(can)
        finer = tr("What was enlarged in 8 bits gets finer steps only by enlarging it again")
        deep.setToolTip(finer if can else tr("{0} cannot hold 16 bits").format(name))
        self.header.tell(self._summary())

    def _summary(self) -> str:
        save, parts = self.chosen(), [self.format.currentText()]
        if save.lossless:
            parts.append(tr("without loss"))
        elif save.quality is not None:
            parts.append(str(save.quality))
        if save.depth != "auto":
            parts.append(tr("{0} bit").format(save.depth))
        if save.convert is not None:
            parts.append(self.space.currentText())
        return ", ".join(parts)


CHECK_ROOM = 220
"""Pixels of width for the words of a check box in the panel."""


class MetadataSection(Section):
    def __init__(self) -> None:
        super().__init__("metadata", tr("Metadata"))
        self.strip = choices(
            QComboBox(),
            [
                (tr("Keep everything"), "none"),
                (tr("Remove location (GPS)"), "gps"),
                (tr("Keep only colour profile and resolution"), "all"),
            ],
        )
        self.strip.setAccessibleName(tr("Metadata"))
        said = tr("Record software and model in metadata")
        self.provenance = QCheckBox()
        self.provenance.setAccessibleName(said)
        self.provenance.setText(in_lines(said, self.provenance.fontMetrics(), CHECK_ROOM))
        self.provenance.setToolTip(
            tr("A line in the metadata of the result: how it was made, and how much larger")
        )
        self.provenance.setChecked(True)
        self.column.addWidget(self.strip)
        self.column.addWidget(self.provenance)
        self.when = when_saved()
        self.column.addWidget(self.when)
        self.strip.currentIndexChanged.connect(self._choose)
        self.provenance.toggled.connect(self._choose)
        self._tell()

    def chosen(self, save: SaveOptions) -> SaveOptions:
        """The options with the choices of this section."""
        return replace(save, strip=self.strip.currentData(), provenance=self.provenance.isChecked())

    def show_choice(self, save: SaveOptions) -> None:
        choose(self.strip, save.strip)
        self.provenance.setChecked(save.provenance)
        self._tell()

    def _choose(self) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        strip = self.strip.currentData()
        self.provenance.setEnabled(strip != "all")
        words = {"none": tr("Kept"), "gps": tr("Without GPS"), "all": tr("Removed")}
        self.header.tell(words[strip])
