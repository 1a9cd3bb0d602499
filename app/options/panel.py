"""The options panel on the right of the window."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.look import theme
from app.look.translation import tr
from app.look.widgets import button, column, label
from app.options.destination import DestinationSection
from app.options.device import DeviceSection
from app.options.file import FileSection, MetadataSection
from app.options.finish import FinishSection
from app.options.foot import Foot
from app.options.model import ModelSection
from app.options.name_template import ANY
from app.options.presets import PresetBar
from app.options.section import EDGE, Section, WheelGuard
from app.options.size import SizeSection
from app.queue.job import Job
from app.settings.order import Destination, Order
from app.settings.preset_store import Presets
from fdiwn.api.estimate import file_bytes, likely_suffix
from fdiwn.api.formats import FORMAT_NAMES

WIDTH = 296


class OptionsPanel(QFrame):
    """Edits an order: the one for new pictures, or that of selected rows. Shows the run.

    `changed`: a choice has changed, or the models were listed again. `order_edited`: the order of
    the rows from `show_order` has changed.
    """

    changed = Signal()
    order_edited = Signal(object)
    rows_left = Signal()
    start_wanted = Signal()
    start_all_wanted = Signal()
    stop_wanted = Signal()
    save_wanted = Signal()
    fetch_wanted = Signal(int)
    """The scale for which to download a model."""
    import_wanted = Signal()
    models_wanted = Signal()

    def __init__(
        self,
        order: Order,
        presets: Presets,
        open_sections: Iterable[str] = ("size", "model"),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("options")
        self.setFixedWidth(WIDTH)
        self._base = self._general = order
        self._editing = self._showing = False
        self._sample = ANY  # the picture that the example of a name is for
        self.size_ = SizeSection()
        self.model_ = ModelSection(order.upscale.model)
        self.finish = FinishSection()
        self.file = FileSection()
        self.metadata = MetadataSection()
        self.destination = DestinationSection()
        self.device = DeviceSection()
        self.presets = PresetBar(presets, order)
        self.foot = Foot()
        self._name_parts()
        self._lay_out()
        self._show(order)
        for section in self.sections():
            section.set_open(section.name in open_sections and section is not self.device)
            section.changed.connect(self._choose)
            section.opened.connect(partial(self._reveal, section))
        self._connect()
        self.show_job(None)

    def sections(self) -> tuple[Section, ...]:
        return (
            self.size_, self.model_, self.finish, self.file, self.metadata, self.destination,
            self.device,
        )  # fmt: skip

    # The order

    def order(self) -> Order | None:
        """The order shown; None if it has no model."""
        return self._draft() if self.model_.available else None

    def order_to_run(self) -> Order | None:
        """The order of pictures without their own; None if it has no model."""
        return self.general_order() if self.model_.available else None

    def general_order(self) -> Order:
        """The order for new pictures, also while that of some rows is shown."""
        return self._general if self._editing else self._draft()

    def use_destination(self, destination: Destination) -> None:
        """Choose where the results of pictures without their own order go."""
        if self._editing:
            self._general = replace(self._general, destination=destination)
            self.changed.emit()
        else:
            self._take(replace(self._draft(), destination=destination))

    def show_order(self, order: Order | None, whose: str = "") -> None:
        """Show the order of some rows for editing; None returns to the one for new pictures.

        whose: a text, such as the picture's name.
        """
        if not self._editing:
            self._general = self._draft()
        self._editing = order is not None
        self.rows.setVisible(self._editing)
        self.rows_text.setText(tr("Only for {0}").format(whose))
        self._show(order or self._general)
        self.changed.emit()

    def fix_format(self, name: str) -> None:
        """Only this format, a key of `fdiwn.api.options.FORMATS`, and no destination: another
        program has decided both."""
        self.file.fix_format(name)
        self.destination.leave_out()
        self._after_choice()

    @property
    def scale(self) -> int:
        return self.size_.scale

    def refresh_models(self) -> None:
        """List the models for the chosen scale again."""
        self.model_.refresh(None if self.size_.is_other else self.size_.scale)
        self._tell()
        self.changed.emit()

    def use_model(self, name: str) -> None:
        """Choose a model that was just added; if its scale differs, when that is chosen."""
        self.model_.prefer(name)
        self.refresh_models()

    def fetch(self) -> None:
        """Request the first of the models that can be downloaded."""
        if self.model_.to_fetch:
            self.fetch_wanted.emit(self.model_.to_fetch[0].scale)

    def open_sections(self) -> list[str]:
        return [section.name for section in self.sections() if section.is_open]

    # The run

    def show_job(self, job: Job | None) -> None:
        """Show the size that `job`, the one in view, will have."""
        before = job.enlarged_size if job is not None else None
        self._sample = (job.source, before) if job is not None and before else ANY
        self._tell_name(self._draft())
        if job is None or before is None:
            self.size_.tell(None, (0, 0), 0)
            return
        order = self._draft()
        size = order.result_size(*before)
        suffix, _ = likely_suffix(job.source, size, order.save)
        name = FORMAT_NAMES[suffix.lower()]
        self.size_.tell(before, size, file_bytes(name, size, order.save, job.bands, job.bits))

    # Internals

    def _draft(self) -> Order:
        scale, size = self.size_.wanted()
        upscale = replace(
            self._base.upscale,
            scale=scale,
            size=size,
            model=self.model_.chosen(),
            quality=self.model_.chosen_quality(),
            device=self.device.chosen_device(),
            precision=self.device.chosen_precision(),
            finish=self.finish.chosen(),
        )
        save = self.metadata.chosen(self.file.chosen())
        return Order(upscale, save, self.destination.chosen())

    def _show(self, order: Order) -> None:
        self._showing, self._base = True, order
        self.size_.show_size(order.upscale.scale, order.upscale.size)
        self.model_.refresh(None if self.size_.is_other else self.size_.scale)
        self.model_.show_choice(order.upscale.model, order.upscale.quality)
        self.finish.show_choice(order.upscale.finish)
        self.file.show_choice(order.save)
        self.metadata.show_choice(order.save)
        self.destination.show_choice(order.destination)
        self.device.show_choice(order.upscale.device, order.upscale.precision)
        self._showing = False
        self._tell()

    def _take(self, order: Order) -> None:
        """Apply a preset."""
        self._show(order)
        self._after_choice()

    def _choose(self) -> None:
        if self._showing:
            return
        if self.sender() is self.size_:
            self.model_.refresh(None if self.size_.is_other else self.size_.scale)
        self._tell()
        self._after_choice()

    def _after_choice(self) -> None:
        if self._editing:
            self.order_edited.emit(self._draft())
        self.changed.emit()

    def _tell(self) -> None:
        """Update sections that depend on each other."""
        order = self._draft()
        self.size_.header.tell(self.size_.summary())
        self._tell_name(order)
        self.presets.show_order(order)

    def _tell_name(self, order: Order) -> None:
        names = self.model_.installed
        model = order.upscale.model or (names[-1].info.name if names else "")
        self.destination.tell(order, model, self._sample)

    def _leave_rows(self) -> None:
        self.show_order(None)
        self.rows_left.emit()

    def _name_parts(self) -> None:
        """Short names for parts of the sections and the foot."""
        self.scales, self.size_line = self.size_.scales, self.size_.size_line
        self.model, self.about_model = self.model_.model, self.model_.about_model
        self.missing = self.model_.missing
        self.progress, self.progress_line = self.foot.progress, self.foot.progress_line
        self.primary, self.all, self.save = self.foot.primary, self.foot.all, self.foot.save
        self.pause, self.stop = self.foot.pause, self.foot.stop

    def _connect(self) -> None:
        for asks in (self.missing.fetch, self.model_.get_sharper):
            asks.clicked.connect(self.fetch)
        self.missing.bring.clicked.connect(self.import_wanted)
        self.model_.from_file.clicked.connect(self.import_wanted)
        self.model_.manage.clicked.connect(self.models_wanted)
        self.presets.chosen.connect(self._take)
        self.foot.start_wanted.connect(self.start_wanted)
        self.foot.start_all_wanted.connect(self.start_all_wanted)
        self.foot.stop_wanted.connect(self.stop_wanted)
        self.foot.save_wanted.connect(self.save_wanted)

    def _lay_out(self) -> None:
        self.rows = QFrame()
        self.rows.setObjectName("missing")
        self.rows_text = label()
        self.rows_back = button(tr("Back to all pictures"), do=self._leave_rows)
        inner = QVBoxLayout(self.rows)
        inner.setContentsMargins(*[int(1.5 * theme.UNIT)] * 4)
        inner.addWidget(self.rows_text)
        inner.addWidget(self.rows_back)
        self.rows.hide()
        content = QWidget()
        content.setObjectName("sections")
        self._column = column(*self.sections(), None, parent=content, spacing=0)
        self.scroll_area = QScrollArea()
        self.scroll_area.setObjectName("sections")
        self.scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll_area.setWidget(content)
        self._keep_margin(0, 0)
        self.scroll_area.verticalScrollBar().rangeChanged.connect(self._keep_margin)
        head = column(self.rows, self.presets)
        head.setContentsMargins(2 * theme.UNIT, 2 * theme.UNIT, 2 * theme.UNIT, theme.UNIT)
        column(head, (self.scroll_area, 1), self.foot, parent=self, spacing=0)
        self._guard = WheelGuard(self)
        self._guard.watch(content)

    def _reveal(self, section: Section) -> None:
        """Scroll to a section that was opened, as soon as it has its height."""
        QTimer.singleShot(0, section, partial(self._scroll_to, section))

    def _scroll_to(self, section: Section) -> None:
        bar = self.scroll_area.verticalScrollBar()
        beyond = section.geometry().bottom() + 1 - self.scroll_area.viewport().height()
        if bar.value() < beyond:
            bar.setValue(min(beyond, section.y()))

    def _keep_margin(self, least: int, most: int) -> None:
        """Align everything on the right, with or without a scroll bar."""
        rest = 2 * theme.UNIT - EDGE if most <= least else 0
        left, right = theme.UNIT, rest
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left, right = right, left
        self._column.setContentsMargins(left, 0, right, theme.UNIT)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 480)
