"""The live preview: enlarges what is on screen, tile by tile, without writing a file.

It makes requests once the view has stopped moving, and keeps finished tiles, which the view paints.
"""

from __future__ import annotations

import itertools
import logging
import math
from pathlib import Path

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtWidgets import QLabel

from app.compare.display_pixels import DisplayPixels
from app.compare.plan import Live
from app.compare.preview.shown import Shown
from app.compare.preview.tiles import PreviewPixels, TileStore, read_tile
from app.compare.view import CompareView
from app.look.translation import tr
from app.look.widgets import delay
from app.queue.job import Job, Problem
from app.settings.order import Order, Run
from fdiwn.service.client.events import (
    Cancelled,
    Event,
    Failed,
    LayerFailed,
    PreviewDone,
    PreviewPreparing,
    PreviewTile,
)
from fdiwn.service.client.orders import Cancel, Task, Warm
from fdiwn.service.client.requests import MIDDLE, Preview, Quad, Rendition

log = logging.getLogger(__name__)

REST = 50
"""Milliseconds that the view must be still before a preview is requested."""
MOST_PIXELS = 6_000_000
"""Most output pixels computed for a view below 100 %."""
_BEST_COSTS = 16
_MOST_FAILURES = 2  # for one picture and set of options, before giving up
_REMEMBERED = 64  # requests whose tiles may still arrive


class LivePreview(QObject):
    """Requests previews and owns their tiles. ``hint`` shows the state."""

    request = Signal(object)
    changed = Signal()
    """A preview of the view is available, or no longer."""
    rivals_failed = Signal(object, list)
    """A `Problem`, and the renditions beside the preview that cannot be computed."""
    _followed = Signal()

    def __init__(self, view: CompareView, scratch: Path, on: bool, parent: QObject) -> None:
        super().__init__(parent)
        self._view, self._scratch, self._on = view, scratch / "preview", on
        self.tiles = TileStore()
        self.hint = QLabel()
        self.hint.setAccessibleName(tr("Live preview"))
        self._numbers = itertools.count(1)
        self._job: Job | None = None
        self._order: Order | None = None
        self.screen: Path | None = None
        """The profile of the view's screen."""
        self.far = False
        """Whether too much of the picture is in view for a preview."""
        self._key: Shown | None = None
        self._wanted: tuple[Rendition, ...] = ()
        self._beside = False
        self._over = 0  # the job whose result gives way to a preview
        self._asked: Preview | None = None
        self._sent: dict[int, tuple[Shown, Preview]] = {}
        self._failures: dict[Shown, int] = {}
        self._warmed = False
        self._rest = delay(REST, self._ask, self)
        view.changed.connect(self._moved)
        # Later, as a change of the preview rearranges the view; but before it is painted.
        for moved in (view.changed, self._followed):
            moved.connect(self._look, Qt.ConnectionType.QueuedConnection)

    @property
    def on(self) -> bool:
        return self._on

    @property
    def near(self) -> Shown | None:
        """Identifies the preview in view; None if there is none, it failed, or is too far."""
        return None if self.far or self._key in self._failures else self._key

    @property
    def live(self) -> Live:
        there = self._key is not None and self._key not in self._failures
        over = self._key is not None and self._key.job_id == self._over
        return Live(there and not self.far, there and self.far, over)

    def replace_result(self, job_id: int) -> None:
        """Show a preview in place of this job's result while its options are others; 0: of none."""
        self._over = job_id
        self.follow(self._job, self._order)

    def compute(self, wanted: tuple[Rendition, ...]) -> None:
        """Compute these for the view."""
        if wanted != self._wanted:
            self._wanted = wanted
            self._moved()

    def stay(self, beside: bool) -> None:
        """Whether to compute even beside a result."""
        if beside != self._beside:
            self._beside = beside
            self.follow(self._job, self._order)

    def switch(self, on: bool) -> None:
        self._on = on
        self.follow(self._job, self._order)

    def warm(self) -> None:
        """Preload for a preview, while idle or when a picture is opened."""
        if self._on and not self._warmed and self._order is not None:
            self._warmed = True
            self.request.emit(Warm(self._order.upscale))

    def follow(self, job: Job | None, order: Order | None) -> None:
        """``job`` is in view, with this order. A result replaces its preview."""
        self._job, self._order = job, order
        key = None
        if self._on and job is not None and order is not None:
            if job.id != self._over or not job.made_otherwise(order.run):
                self._over = 0
            if job.original is not None and (job.result is None or self._over == job.id):
                key = Shown(job.id, order.run, self.screen)
            elif job.original is not None and job.result is not None and self._beside:
                made = Run(job.result.options, order.run.reading)
                key = Shown(job.id, made, self.screen)
        if key == self._key:
            return
        self._key = key
        self._stop()
        self.hint.clear()
        self._followed.emit()
        if key is not None:
            self._rest.start()

    def side(
        self, what: Rendition, stand_in: DisplayPixels, size: tuple[int, int]
    ) -> PreviewPixels:
        """The pixels of the preview in view. size: of the result."""
        assert self._key is not None
        return PreviewPixels(self.tiles, self._key.place(what), stand_in, size)

    def close(self) -> None:
        self.follow(None, None)
        self.tiles.clear()

    def on_event(self, event: Event) -> None:
        """Handle the engine's events; events of other owners are ignored."""
        if isinstance(event, PreviewTile):
            self._take(event)
        elif isinstance(event, PreviewPreparing):
            if self._is_asked(event.job_id):
                self.hint.setText(tr("Preparing the network, at the first start only…"))
        elif isinstance(event, LayerFailed):
            if self._is_asked(event.job_id):
                self.rivals_failed.emit(Problem.of(event), [event.layer])
        elif isinstance(event, PreviewDone):
            self._done(event)
        elif isinstance(event, Failed | Cancelled) and event.task is Task.PREVIEW:
            self._ended(event)

    # Requests

    def _moved(self) -> None:
        if self._key is not None:
            self._rest.start()

    def _look(self) -> None:
        """Notice whether the view has come too far from the picture, or near enough."""
        if self._key is None or not self._view.has_picture:
            return
        far = self._region() is None
        if far != self.far:
            self.far = far
            self.changed.emit()

    def _ask(self) -> None:
        if self._key is None or self._job is None or not self._view.has_picture:
            return
        if self._failures.get(self._key, 0) >= _MOST_FAILURES:
            return
        region = self._region()
        where = region or self._middle()
        layers, complete = self._key.layers(self._wanted, self.tiles, where)
        if complete:
            self._tell()
            self._stop()
            return
        if self._asked is not None:
            key, asked = self._sent[self._asked.job_id]
            under_way = tuple(layer.what for layer in asked.layers)
            if (key, under_way, asked.region) == (self._key, self._wanted, region):
                return
        number = next(self._numbers)
        self._asked = Preview(
            number,
            self._job.source,
            self._key.options(self._wanted),
            self._scratch,
            region,
            layers,
            self._key.run.reading,
            self._key.screen,
        )
        self._sent[number] = self._key, self._asked
        for old in list(self._sent)[:-_REMEMBERED]:
            del self._sent[old]
        self._tell_asked(self._asked)
        self.request.emit(self._asked)

    def _region(self) -> Quad | None:
        """The visible area in output pixels; None if it is too large to compute."""
        viewport = self._view.viewport
        left, top, right, bottom = viewport.visible()
        region = (math.floor(left), math.floor(top), math.ceil(right), math.ceil(bottom))
        assert self._key is not None
        most = MOST_PIXELS // (_BEST_COSTS if self._key.run.upscale.quality == "best" else 1)
        pixels = (region[2] - region[0]) * (region[3] - region[1])
        # At 100 % and above there are never more pixels than the view has. All of the view, not a
        # pane: else two panes could be too far away, and the one in their place near enough.
        return None if pixels > max(most, self._view.device_pixels) else region

    def _middle(self) -> Quad:
        """What the engine computes if no region is named."""
        port = self._view.viewport
        width, height = min(MIDDLE, port.width), min(MIDDLE, port.height)
        left, top = (port.width - width) // 2, (port.height - height) // 2
        return left, top, left + width, top + height

    def _stop(self) -> None:
        if self._asked is not None:
            self.request.emit(Cancel(self._asked.job_id, Task.PREVIEW))
            self._asked = None

    # Answers

    def _take(self, event: PreviewTile) -> None:
        try:
            image = read_tile(event.display)
        except OSError as error:
            log.warning("A tile of the preview cannot be read: %s", error)
            return
        if event.job_id not in self._sent:
            return
        key, _ = self._sent[event.job_id]
        self.tiles.put(key.place(event.what), event.box, image)
        if self._asked is not None and self._is_asked(event.job_id):
            self._tell_asked(self._asked)  # no longer that it is prepared
        if self._failures.pop(key, 0):
            self.changed.emit()
        if key == self._key:
            left, top, right, bottom = event.box
            self._view.updated(QRectF(left, top, right - left, bottom - top))

    def _done(self, event: PreviewDone) -> None:
        for note in event.notes:
            log.warning("Preview: %s", note)
        if self._is_asked(event.job_id):
            self._asked = None
            self._tell(event.notes)

    def _ended(self, event: Failed | Cancelled) -> None:
        key, asked = self._sent.get(event.job_id, (None, None))
        if isinstance(event, Failed) and key and asked and (suspects := key.suspects(asked)):
            # If it was none of them, that will show without them.
            if self._is_asked(event.job_id):
                self._asked = None
                self.rivals_failed.emit(Problem.of(event), suspects)
            return
        if isinstance(event, Failed) and key is not None:
            self._failures[key] = self._failures.get(key, 0) + 1
            self.changed.emit()
        if self._is_asked(event.job_id):
            self._asked = None
            self.hint.setText(tr("No preview") if isinstance(event, Failed) else "")
            self.hint.setToolTip(f"{event.what}: {event.why}" if isinstance(event, Failed) else "")

    def _is_asked(self, number: int) -> bool:
        return self._asked is not None and self._asked.job_id == number

    def _tell_asked(self, asked: Preview) -> None:
        self.hint.setText("" if asked.region is None else tr("Preview…"))

    def _tell(self, notes: tuple[str, ...] = ()) -> None:
        self.hint.clear()
        self.hint.setToolTip("\n".join(notes))
