"""Pixels for the compare view: previews, other enlargements, files and screens.

`render_picture` runs between two tiles of other work: in stripes, so that it needs little memory
and stops soon when it is no longer wanted. A rival model is long work like any other.
"""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from fdiwn.api.display_image import DisplayImage
from fdiwn.api.errors import Cancelled, FdiwnError
from fdiwn.api.options import PLAIN_READING, UpscaleOptions
from fdiwn.api.tiles import Box
from fdiwn.pixels.picture import Picture
from fdiwn.service.client.events import (
    LayerFailed,
    PreviewDone,
    PreviewPreparing,
    PreviewTile,
    Rendered,
)
from fdiwn.service.client.requests import (
    MIDDLE,
    Layer,
    Method,
    Preview,
    Render,
    Rendition,
    Rival,
)
from fdiwn.service.server.display import (
    plain_source,
    write_display,
    write_interpolated,
    write_interpolated_part,
)
from fdiwn.service.server.work import Desk, PreviewView, load_stored


def render_picture(work: Render, desk: Desk) -> None:
    work.folder.mkdir(parents=True, exist_ok=True)
    try:
        display = _rendered(work, desk)
    except BaseException:
        shutil.rmtree(work.folder, ignore_errors=True)
        raise
    desk.send(Rendered(work.job_id, work.task, display))


def _rendered(work: Render, desk: Desk) -> DisplayImage:
    path = work.folder / "pixels.raw"

    def check() -> None:
        desk.check_cancelled(work)

    if work.method is Method.RESULT and work.run is not None:
        stored = load_stored(work.run, f"{work.subject} cannot be shown")
        return write_display(stored.pixels(), stored.metadata, path, work.screen, check)
    picture = desk.engine.read(work.source, UpscaleOptions(crop=work.crop), PLAIN_READING)
    if work.method is Method.FILE:
        return write_display(picture.pixels, picture.metadata, path, work.screen, check)
    method = work.method.value
    return write_interpolated(picture, work.size, method, path, work.screen, check)


def enlarge_rival(work: Rival, desk: Desk) -> None:
    work.folder.mkdir(parents=True, exist_ok=True)
    try:
        picture = desk.engine.read(work.source, work.options, work.reading)
        stored = desk.engine.enlarge(
            picture, work.options, work.folder, desk.reporter(work), desk.should_stop
        ).stored
        path = work.folder / "pixels.raw"
        display = write_display(
            stored.pixels(), stored.metadata, path, work.screen, desk.check_stop
        )
        stored.path.unlink(missing_ok=True)
    except BaseException:
        shutil.rmtree(work.folder, ignore_errors=True)
        raise
    desk.send(Rendered(work.job_id, work.task, display))


MODELS_AT_ONCE = 2
"""Models that take turns within a tile; of more, `fdiwn.enlarge.pipeline` would load one again for
each tile."""


def preview_picture(work: Preview, desk: Desk) -> None:
    """Sends the tiles of the region that the window does not have, from the middle outwards."""
    picture = desk.engine.keep(work.source, work.options, work.reading)
    desk.check_stop()
    view = desk.engine.view(
        picture,
        work.options,
        desk.should_stop,
        lambda: desk.send(PreviewPreparing(work.job_id)),
    )
    grid = view.grid
    region = Box(*work.region) if work.region is not None else grid.middle(MIDDLE)
    work.scratch.mkdir(parents=True, exist_ok=True)
    count = itertools.count()
    for layers in _together(work.layers or (Layer(work.options),)):
        writers: dict[Layer, WriteTile] = {}
        for layer in layers:
            with _apart(layer, writers, work, desk):
                writers[layer] = _writer(layer.what, work, picture, view, desk)
        for box in grid.boxes(region):
            place = (box.left, box.top, box.right, box.bottom)
            for layer, write in list(writers.items()):
                if place in layer.have:
                    continue
                desk.check_stop()
                with _apart(layer, writers, work, desk):
                    display = write(box, work.scratch / f"{work.job_id}-{next(count)}.raw")
                    desk.send(PreviewTile(work.job_id, layer.what, place, display))
    desk.send(
        PreviewDone(
            work.job_id,
            grid.width,
            grid.height,
            grid.columns,
            grid.rows,
            view.device,
            view.precision,
            view.notes,
        )
    )


@contextmanager
def _apart(
    layer: Layer, writers: dict[Layer, WriteTile], work: Preview, desk: Desk
) -> Iterator[None]:
    """Leaves a layer out if it is another model and fails: the others go on."""
    try:
        yield
    except Cancelled:
        raise
    except FdiwnError as error:
        if layer.what == work.options or not isinstance(layer.what, UpscaleOptions):
            raise
        writers.pop(layer, None)
        failed = LayerFailed(work.job_id, layer.what, error.what, error.why, error.todo)
        desk.send(failed)


def _together(layers: Sequence[Layer]) -> list[list[Layer]]:
    """Splits layers into groups of MODELS_AT_ONCE models."""
    groups: list[list[Layer]] = [[]]
    for layer in layers:
        models = [kept for kept in groups[-1] if isinstance(kept.what, UpscaleOptions)]
        if isinstance(layer.what, UpscaleOptions) and len(models) == MODELS_AT_ONCE:
            groups.append([])
        groups[-1].append(layer)
    return groups


WriteTile = Callable[[Box, Path], DisplayImage]
"""Writes one box of a rendition into a file."""


def _writer(
    what: Rendition, work: Preview, picture: Picture, view: PreviewView, desk: Desk
) -> WriteTile:
    """view: of the options of `work`. Raises as `Engine.view` does."""
    metadata, screen = picture.metadata, work.screen
    if isinstance(what, Method):
        size, method = (view.grid.width, view.grid.height), what.value
        pixels = plain_source(picture, method)

        def interpolate(box: Box, path: Path) -> DisplayImage:
            return write_interpolated_part(pixels, metadata, size, method, box, path, screen)

        return interpolate
    of = view
    if what != work.options:
        of = desk.engine.view(picture, what, desk.should_stop, lambda: None)

    def enlarge(box: Box, path: Path) -> DisplayImage:
        return write_display(of.tile(box, desk.should_stop), metadata, path, screen)

    return enlarge
