"""What of the metadata goes along."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QComboBox

from app.look.translation import tr
from app.options.section import Section, choices, choose, when_saved
from fdiwn.api.options import SaveOptions


class MetadataSection(Section):
    def __init__(self) -> None:
        super().__init__("metadata", tr("Metadata"))
        self.strip = choices(
            QComboBox(),
            [
                (tr("Keep everything"), "none"),
                (tr("Remove the place (GPS)"), "gps"),
                (tr("Remove all but profile and density"), "all"),
            ],
        )
        self.strip.setAccessibleName(tr("Metadata"))
        self.provenance = QCheckBox(tr("Note program and model"))
        self.provenance.setAccessibleName(self.provenance.text())
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
        """The options with what is chosen here."""
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
