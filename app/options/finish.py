"""The options section for the last step: how strong the effect is, and sharpening."""

from __future__ import annotations

from app.look.translation import tr
from app.look.widgets import NumberSlider, delay, muted
from app.options.section import Form, Section, segments
from fdiwn.api.finishing import MOST_AMOUNT, SHARPENINGS, Finish

REST = 60
"""Milliseconds that a slider must be still before the preview follows it."""


class FinishSection(Section):
    """Strength from bicubic to the network, and sharpening for an output."""

    def __init__(self) -> None:
        super().__init__("finish", tr("Strength and Sharpening"))
        per_cent = tr("{0}\N{NO-BREAK SPACE}%")
        self.strength = NumberSlider(tr("Strength"), 0, 100, per_cent)
        self.strength.slider.setToolTip(
            tr("0\N{NO-BREAK SPACE}% is the plain bicubic enlargement, 100\N{NO-BREAK SPACE}% the "
               "network's")
        )  # fmt: skip
        self._words = {"none": tr("Off"), "screen": tr("Screen"), "print": tr("Print")}
        names = {
            "none": tr("No sharpening"),
            "screen": tr("Sharpen for a screen"),
            "print": tr("Sharpen for print"),
        }
        uses = [(n, self._words[use], names[use]) for n, use in enumerate(SHARPENINGS)]
        self.uses, self.uses_row = segments(uses, self)
        self.amount = NumberSlider(tr("Amount of sharpening"), 1, MOST_AMOUNT, per_cent)
        self.about = muted(
            tr("100\N{NO-BREAK SPACE}% is usual. Leave it off for a picture that you edit further.")
        )
        self.form = Form()
        self.form.add(tr("Strength"), self.strength)
        self.form.add(tr("Sharpen"), self.uses_row)
        self.form.add(tr("Amount"), self.amount)
        self.column.addWidget(self.form)
        self.column.addWidget(self.about)
        self._rest = delay(REST, self.changed.emit, self)
        self.show_choice(Finish())
        self.strength.changed.connect(self._slide)
        self.amount.changed.connect(self._slide)
        self.uses.idClicked.connect(self._choose)

    def chosen(self) -> Finish:
        """As the controls stand now, also while a slider moves."""
        use = SHARPENINGS[self.uses.checkedId()]
        amount = self.amount.slider.value() if use != "none" else 100
        return Finish(self.strength.slider.value(), use, amount)

    def show_choice(self, finish: Finish) -> None:
        for slider, value in ((self.strength, finish.strength), (self.amount, finish.amount)):
            slider.slider.blockSignals(True)
            slider.slider.setValue(value)
            slider.slider.blockSignals(False)
            slider.tell(value)
        self.uses.button(SHARPENINGS.index(finish.sharpen)).setChecked(True)
        self._tell()

    def _slide(self) -> None:
        self._tell()
        self._rest.start()

    def _choose(self) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        finish = self.chosen()
        self.form.show_row(self.amount, finish.sharpens)
        self.about.setVisible(finish.sharpens)
        parts = [self.strength.number.text()]
        if finish.sharpens:
            parts.append(self._words[finish.sharpen])
        self.header.tell(", ".join(parts))
