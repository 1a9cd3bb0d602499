"""What a preview shows: its key, the keys of its tiles, and what of them is missing."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.compare.preview.tiles import TileStore
from app.settings.order import Run
from fdiwn.api.options import UpscaleOptions
from fdiwn.service.client.requests import Layer, Preview, Quad, Rendition


@dataclass(frozen=True)
class Shown:
    """The key of a preview: job, options and screen. Tiles belong to one key."""

    job_id: int
    run: Run
    screen: Path | None

    def place(self, what: Rendition) -> Hashable:
        """The key of the tiles of a rendition."""
        return self if what == self.run.upscale else (self, what)

    def options(self, wanted: Sequence[Rendition]) -> UpscaleOptions:
        """What decides the tiles: one of the wanted models, as the engine keeps only a few."""
        models = [what for what in wanted if isinstance(what, UpscaleOptions)]
        own = self.run.upscale
        return own if own in models or not models else models[0]

    def suspects(self, asked: Preview) -> list[Rendition]:
        """The other models that may have made a preview fail as a whole: the one that decides its
        tiles, or all."""
        if asked.options != self.run.upscale:
            return [asked.options]
        models = (layer.what for layer in asked.layers if isinstance(layer.what, UpscaleOptions))
        return [model for model in models if model != self.run.upscale]

    def layers(
        self, wanted: Sequence[Rendition], tiles: TileStore, region: Quad
    ) -> tuple[tuple[Layer, ...], bool]:
        """What is wanted in the region, and whether all of it is there."""
        layers, complete = [], True
        for what in wanted:
            have, covered = tiles.there(self.place(what), region)
            layers.append(Layer(what, have))
            complete = complete and covered
        return tuple(layers), complete
