"""Engines on a computer with an NVIDIA driver, and a GPU pack that a server on it has."""

from __future__ import annotations

import json
import os
from multiprocessing.connection import Connection
from pathlib import Path

from fdiwn.gpu_pack import driver, manage, store
from fdiwn.service.server.loop import serve
from tests.engine import fake_pack
from tests.gui.fake_engine import FakeEngine

PLACE = "FAKE_GPU_PACK"
"""The variable that names a file with the server's address and what it should fail with."""


def prepare(place: Path, url: str, torch: str = fake_pack.TORCH) -> None:
    """Write what the processes below read."""
    place.write_text(json.dumps({"url": url, "torch": torch}), encoding="utf-8")
    os.environ[PLACE] = str(place)


def run(pipe: Connection) -> None:
    """The child's main function, of both processes."""
    told = json.loads(Path(os.environ[PLACE]).read_text(encoding="utf-8"))
    pack = fake_pack.pack(fake_pack.wheels(told["torch"]), told["url"])
    driver.driver_cuda = lambda: (12, 8)
    store._version_file = lambda: "__version__ = '9.9.0+cpu'"  # type: ignore[assignment]
    manage.__dict__["read_lock"] = lambda: (pack,)
    serve(pipe, FakeEngine())
