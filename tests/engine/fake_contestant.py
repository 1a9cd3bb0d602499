"""Contestants that compute nothing, for tests of the benchmark: their names say what they do."""

from __future__ import annotations

import os
import time
from multiprocessing.connection import Connection

from fdiwn.diagnostics.speed_records import RUN, Contestant, Failed, Material, Peak, Ready

PEAK = 5_000_000
EXIT_CODE = 7
DEAF_SECONDS = 100.0


def serve(pipe: Connection, contestant: Contestant, material: Material) -> None:
    """``unready`` cannot start, ``breaks`` fails in its second run, ``dies`` without a word.

    ``deaf`` is ready and then hears nothing any more.
    """
    if contestant.name == "unready":
        pipe.send(Failed("no such thing here"))
        return
    pipe.send(Ready(0.25))
    if contestant.name == "deaf":
        time.sleep(DEAF_SECONDS)
    runs = 0
    while pipe.recv() == RUN:
        runs += 1
        if contestant.name == "breaks" and runs == 2:
            pipe.send(Failed("broken"))
            return
        if contestant.name == "dies":
            os._exit(EXIT_CODE)
        pipe.send(float(runs))
    pipe.send(Peak(PEAK))
