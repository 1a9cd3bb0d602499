"""Work for the workers of a test, in a module that they can import."""

from __future__ import annotations

import os
import pickle
import signal

from fdiwn.batch.cluster.worker import make
from fdiwn.batch.records.task import Outcome, Task

DEADLY = "deadly"


def make_or_die(packed: bytes, session: str, number: int) -> Outcome:
    """As the real one; a picture of that name ends the process."""
    task: Task = pickle.loads(packed)
    if task.entry.source.stem == DEADLY:
        os.kill(os.getpid(), signal.SIGKILL)
    return make(packed, session, number)
