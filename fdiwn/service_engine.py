"""The real engine behind the window: the same calls as the command line's."""

from __future__ import annotations

from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

from fdiwn import codec, models_table
from fdiwn.check_report import Check
from fdiwn.device_report import Device
from fdiwn.errors import ModelNotFound
from fdiwn.options import Progress, SaveOptions, ShouldStop, UpscaleOptions
from fdiwn.picture import Picture, StoredPicture
from fdiwn.service_loop import serve
from fdiwn.service_requests import Enlarge
from fdiwn.service_work import Enlarged


class PipelineEngine:
    """Loads torch with the first enlargement, so that pictures open at once."""

    def __init__(self) -> None:
        self._upscaler: object | None = None

    def read(self, source: Path, options: UpscaleOptions, save: SaveOptions) -> Picture:
        picture = codec.read_picture(source, options.limits, save.convert or "srgb")
        return picture.in_16_bits() if save.depth == "16" else picture

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

    def suggest(self, work: Enlarge, model: str) -> str:
        from fdiwn.targets import default_target

        size = work.options.size or work.options.scale
        return default_target(work.source, size, None, work.save, work.template, model).name

    def write(self, stored: StoredPicture, target: Path, save: SaveOptions) -> tuple[str, ...]:
        codec.check_target(target, stored.width, stored.height, stored.bands, save)
        return codec.write_picture(stored, target, save)

    def fetch(self, name: str, on_progress: Progress, should_stop: ShouldStop) -> Path:
        from fdiwn.fetch import fetch

        info = models_table.table_model(name)
        if info is None:
            raise ModelNotFound(f"There is no model called {name}")
        return fetch(info, models_table.models_home(), on_progress, should_stop)

    def import_model(self, source: Path) -> Path:
        from fdiwn.weights import import_checkpoint

        return import_checkpoint(source, models_table.models_home())

    def probe(self) -> tuple[Device, ...]:
        from fdiwn.backends.probe import devices

        return devices()

    def self_test(
        self, scratch: Path, on_check: Callable[[Check], None], should_stop: ShouldStop
    ) -> bool:
        from fdiwn.self_test import run_self_test

        return run_self_test(scratch, on_check, should_stop).passed


def run(pipe: Connection) -> None:
    """The child's main function."""
    serve(pipe, PipelineEngine())
