"""The real engine but for the network: real files are read and written, pixels doubled in between.

While the file that `HOLD` names exists, enlargements wait at their first tile.
"""

from __future__ import annotations

import os
import time
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

from fdiwn.api.errors import Cancelled
from fdiwn.api.options import UpscaleOptions
from fdiwn.api.progress import Progress, ShouldStop
from fdiwn.pixels.picture import Enlargement, Picture
from fdiwn.service.server.engine import PipelineEngine
from fdiwn.service.server.loop import serve
from tests.gui.fake_engine import enlarged, nearest

HOLD = "FDIWN_TEST_HOLD"
MADE_BY = "made by a stand-in"


class SavingEngine(PipelineEngine):
    def enlarge(
        self,
        picture: Picture,
        options: UpscaleOptions,
        scratch: Path,
        on_progress: Progress,
        should_stop: ShouldStop,
    ) -> Enlargement:
        on_progress(1, 2)
        while HOLD in os.environ and Path(os.environ[HOLD]).exists():
            if should_stop():
                raise Cancelled
            time.sleep(0.01)
        stored = nearest(picture, options.scale, scratch / "result.raw")
        metadata = replace(stored.metadata, provenance=MADE_BY)
        return enlarged(replace(stored, metadata=metadata), options)

    def warm(self, options: UpscaleOptions) -> None:
        pass


def run(pipe: Connection) -> None:
    """The child's main function."""
    serve(pipe, SavingEngine())
