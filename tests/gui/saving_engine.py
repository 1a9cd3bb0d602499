"""The real engine but for the network: real files are read and written, pixels doubled in between.

While the file that `HOLD` names exists, enlargements wait at their first tile. A file with the name
that `HOLD_WRITING` has is made when a result is encoded, and has no final name until it is gone.
"""

from __future__ import annotations

import os
import time
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from unittest.mock import patch

from fdiwn.api.errors import Cancelled
from fdiwn.api.options import UpscaleOptions
from fdiwn.api.progress import Progress, ShouldStop
from fdiwn.pixels.picture import Enlargement, Picture
from fdiwn.service.server.engine import PipelineEngine
from fdiwn.service.server.loop import serve
from tests.gui.fake_engine import enlarged, nearest

HOLD = "FDIWN_TEST_HOLD"
HOLD_WRITING = "FDIWN_TEST_HOLD_WRITING"
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
    if HOLD_WRITING not in os.environ:
        serve(pipe, SavingEngine())
        return
    with patch("fdiwn.codec.write._flush", _wait):
        serve(pipe, SavingEngine())


def _wait(encoded: Path) -> None:
    assert encoded.stat().st_size
    sign = Path(os.environ[HOLD_WRITING])
    sign.touch()
    while sign.exists():
        time.sleep(0.01)
