"""The live preview: enlarges what is on screen, tile by tile, without writing a file.

It makes requests once the view has stopped moving, and keeps finished tiles, which the view paints.
"""

from __future__ import annotations

import itertools
import logging
import math
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtWidgets import QLabel

from app.compare.display_pixels import DisplayPixels
from app.compare.preview.tiles import PreviewPixels, TileStore, read_tile
from app.compare.view import CompareView
from app.look.translation import tr
from app.look.widgets import delay
from app.queue.job import Job
from app.settings.order import Order, Run
from fdiwn.api.tiles import Box, Grid
from fdiwn.service.client.events import (
    Cancelled,
    Event,
    Failed,
    PreviewDone,
    PreviewPreparing,
    PreviewTile,
)
from fdiwn.service.client.orders import Cancel, Task, Warm
from fdiwn.service.client.requests import MIDDLE, Preview, Quad

log = logging.getLogger(__name__)

REST = 50
"""Milliseconds that the view must be still before a preview is requested."""
MOST_PIXELS = 6_000_000
"""Most output pixels computed for a view below 100 %."""
_BEST_COSTS = 16
_MOST_FAILURES = 2  # for one picture and set of options, before giving up
_REMEMBERED = 64  # requests whose tiles may still arrive


@dataclass(frozen=True)
class Shown:
    """The key of a preview: job, options and screen. Tiles belong to one key."""

    job_id: int
    run: Run
    screen: Path | None


class LivePreview(QObject):
    """Requests previews and owns their tiles. ``hint`` shows the state."""

    request = Signal(object)
    changed = Signal()
    """A preview of the view is available, or no longer."""

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
        self._key: Shown | None = None
        self._asked: Preview | None = None
        self._keys: dict[int, Shown] = {}
        self._grids: dict[Shown, Grid] = {}
        self._failures: dict[Shown, int] = {}
        self._warmed = False
        self._rest = delay(REST, self._ask, self)
        view.changed.connect(self._moved)

    @property
    def on(self) -> bool:
        return self._on

    @property
    def shown(self) -> Shown | None:
        """Identifies the preview in view; None if there is none or it failed."""
        return None if self._key in self._failures else self._key

    def switch(self, on: bool) -> None:
        self._on = on
        self.follow(self._job, self._order)

    def warm(self) -> None:
        """Preload for a preview, while idle or when a picture is opened."""
        if self._on and not self._warmed and self._order is not None:
            self._warmed = True
            self.request.emit(Warm(self._order.upscale))

    def follow(self, job: Job | None, order: Order | None) -> None:
        """``job`` is in view, with this order. A result replaces the preview."""
        self._job, self._order = job, order
        key = None
        if self._on and job is not None and order is not None:
            there = job.original is not None and job.result is None
            key = Shown(job.id, order.run, self.screen) if there else None
        if key == self._key:
            return
        self._key = key
        self._stop()
        self.hint.clear()
        if key is not None:
            self._rest.start()

    def side(self, original: DisplayPixels, size: tuple[int, int]) -> PreviewPixels | None:
        """The pixels beside the original; None without a preview."""
        if self._key is None or self._key in self._failures:
            return None
        return PreviewPixels(self.tiles, self._key, original, size)

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
        elif isinstance(event, PreviewDone):
            self._done(event)
        elif isinstance(event, Failed | Cancelled) and event.task is Task.PREVIEW:
            self._ended(event)

    # Requests

    def _moved(self) -> None:
        if self._key is not None:
            self._rest.start()

    def _ask(self) -> None:
        if self._key is None or self._job is None or not self._view.has_picture:
            return
        if self._failures.get(self._key, 0) >= _MOST_FAILURES:
            return
        region = self._region()
        have = self._have(region)
        if have is None:
            self._tell(region is None)
            self._stop()
            return
        asked = self._asked
        if asked is not None and (self._keys.get(asked.job_id), asked.region) == (
            self._key,
            region,
        ):
            return
        number = next(self._numbers)
        self._asked = Preview(
            number,
            self._job.source,
            self._key.run.upscale,
            self._scratch,
            region,
            frozenset(have),
            self._key.run.reading,
            self._key.screen,
        )
        self._keys[number] = self._key
        for old in list(self._keys)[:-_REMEMBERED]:
            del self._keys[old]
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
        return None if viewport.zoom < 1 and pixels > most else region

    def _have(self, region: Quad | None) -> list[Quad] | None:
        """The tiles of the region that exist; None if all of them do."""
        grid = self._grids.get(self._key) if self._key is not None else None
        if grid is None:
            near = self.tiles.within(self._key, region) if region is not None else ()
            return [quad for quad, _ in near]
        box = Box(*region) if region is not None else grid.middle(MIDDLE)
        wanted = [(b.left, b.top, b.right, b.bottom) for b in grid.boxes(box)]
        have = [quad for quad in wanted if self.tiles.has(self._key, quad)]
        return None if len(have) == len(wanted) else have

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
        key = self._keys.get(event.job_id)
        if key is None:
            return
        self.tiles.put(key, event.box, image)
        if self._asked is not None and self._is_asked(event.job_id):
            self._tell_asked(self._asked)  # no longer that it is prepared
        if self._failures.pop(key, 0):
            self.changed.emit()
        if key == self._key:
            left, top, right, bottom = event.box
            self._view.right_updated(QRectF(left, top, right - left, bottom - top))

    def _done(self, event: PreviewDone) -> None:
        key = self._keys.get(event.job_id)
        if key is None:
            return
        self._grids[key] = Grid(event.width, event.height, event.columns, event.rows)
        for note in event.notes:
            log.warning("Preview: %s", note)
        if self._is_asked(event.job_id):
            region, self._asked = self._asked and self._asked.region, None
            self._tell(region is None, event.notes)

    def _ended(self, event: Failed | Cancelled) -> None:
        key = self._keys.get(event.job_id)
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
        far = asked.region is None
        self.hint.setText(tr("Zoom in to see the preview") if far else tr("Preview…"))

    def _tell(self, far: bool, notes: tuple[str, ...] = ()) -> None:
        self.hint.setText(tr("Zoom in to see the preview") if far else "")
        self.hint.setToolTip("\n".join(notes))
