"""Pixels for the compare view: previews, other enlargements, files and screens.

`render_picture` runs between two tiles of other work: in stripes, so that it needs little memory
and stops soon when it is no longer wanted. A rival model is long work like any other.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from fdiwn.api.display_image import DisplayImage
from fdiwn.api.options import PLAIN_READING, UpscaleOptions
from fdiwn.api.tiles import Box
from fdiwn.pixels.picture import Picture
from fdiwn.service.client.events import PreviewDone, PreviewPreparing, PreviewTile, Rendered
from fdiwn.service.client.requests import MIDDLE, Method, Preview, Render, Rival
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
    against = _rival(work, picture, view, desk)
    region = Box(*work.region) if work.region is not None else grid.middle(MIDDLE)
    work.scratch.mkdir(parents=True, exist_ok=True)
    for box in grid.boxes(region):
        place = (box.left, box.top, box.right, box.bottom)
        path = work.scratch / f"{work.job_id}-{box.left}-{box.top}.raw"
        if against is not None and place not in work.have_against:
            desk.check_stop()
            left = against(box, path.with_suffix(".left.raw"))
            desk.send(PreviewTile(work.job_id, place, left, against=True))
        if place not in work.have:
            desk.check_stop()
            pixels = view.tile(box, desk.should_stop)
            display = write_display(pixels, picture.metadata, path, work.screen)
            desk.send(PreviewTile(work.job_id, place, display))
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


WriteTile = Callable[[Box, Path], DisplayImage]
"""Writes one box of the comparison into a file."""


def _rival(work: Preview, picture: Picture, view: PreviewView, desk: Desk) -> WriteTile | None:
    """Computes what the preview is compared with. Raises as `Engine.view` does."""
    against, metadata, screen = work.against, picture.metadata, work.screen
    if against is None:
        return None
    if isinstance(against, Method):
        size, method = (view.grid.width, view.grid.height), against.value
        pixels = plain_source(picture, method)

        def interpolate(box: Box, path: Path) -> DisplayImage:
            return write_interpolated_part(pixels, metadata, size, method, box, path, screen)

        return interpolate
    other = desk.engine.view(picture, against, desk.should_stop, lambda: None)

    def enlarge(box: Box, path: Path) -> DisplayImage:
        return write_display(other.tile(box, desk.should_stop), metadata, path, screen)

    return enlarge
