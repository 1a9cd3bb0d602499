"""What the engine process does for a live preview; `fdiwn.service.server.loop` says when."""

from __future__ import annotations

from fdiwn.api.tiles import Box
from fdiwn.service.client.events import PreviewDone, PreviewTile
from fdiwn.service.client.requests import MIDDLE, Preview
from fdiwn.service.server.display import write_display
from fdiwn.service.server.work import Desk


def preview_picture(work: Preview, desk: Desk) -> None:
    """Sends the tiles of the region that the window has not got, from its middle outwards."""
    picture = desk.engine.keep(work.source, work.options, work.reading)
    desk.check_stop()
    view = desk.engine.view(picture, work.options, desk.should_stop)
    grid = view.grid
    region = Box(*work.region) if work.region is not None else grid.middle(MIDDLE)
    work.scratch.mkdir(parents=True, exist_ok=True)
    for box in grid.boxes(region):
        place = (box.left, box.top, box.right, box.bottom)
        if place in work.have:
            continue
        desk.check_stop()
        pixels = view.tile(box, desk.should_stop)
        path = work.scratch / f"{work.job_id}-{box.left}-{box.top}.raw"
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
