"""The real engine behind the window: the same calls as the command line's."""

from __future__ import annotations

from multiprocessing.connection import Connection
from pathlib import Path

from fdiwn import codec, models_table
from fdiwn.errors import ModelNotFound
from fdiwn.options import Progress, ShouldStop, UpscaleOptions
from fdiwn.picture import Picture, StoredPicture
from fdiwn.service_loop import Enlarged, serve


class PipelineEngine:
    """Loads torch with the first enlargement, so that pictures open at once."""

    def __init__(self) -> None:
        self._upscaler: object | None = None

    def read(self, source: Path) -> Picture:
        return codec.read_picture(source)

    def enlarge(
        self,
        picture: Picture,
        options: UpscaleOptions,
        scratch: Path,
        on_progress: Progress,
        should_stop: ShouldStop,
    ) -> Enlarged:
        from fdiwn.pipeline import Upscaler

        if not isinstance(self._upscaler, Upscaler):
            self._upscaler = Upscaler()
        return self._upscaler.enlarge(picture, options, scratch, on_progress, should_stop)

    def suggest(self, source: Path, scale: int) -> str:
        from fdiwn.targets import default_target

        return default_target(source, scale).name

    def write(self, stored: StoredPicture, target: Path) -> None:
        codec.check_target(target, stored.width, stored.height, stored.bands)
        codec.write_picture(stored, target)

    def fetch(self, name: str, on_progress: Progress, should_stop: ShouldStop) -> Path:
        from fdiwn.fetch import fetch

        info = models_table.table_model(name)
        if info is None:
            raise ModelNotFound(f"There is no model called {name}")
        return fetch(info, models_table.models_home(), on_progress, should_stop)

    def import_model(self, source: Path) -> Path:
        from fdiwn.weights import import_checkpoint

        return import_checkpoint(source, models_table.models_home())


def run(pipe: Connection) -> None:
    """The child's main function."""
    serve(pipe, PipelineEngine())
