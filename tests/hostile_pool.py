"""Gives files to `hostile_child` and watches: a child is replaced when it dies or hangs only."""

from __future__ import annotations

import json
import os
import re
import selectors
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.mutation import Damaged

ROOT = Path(__file__).resolve().parents[1]
CHILD = (sys.executable, "-m", "tests.hostile_child")
SECONDS = 10.0
"""What one file may take to be read, written and read again."""
START_SECONDS = 60.0


@dataclass
class Report:
    """What came of many files.

    outcomes, by_kind: numbers of "picture" and "refused" (as they must be), "fault", "crash" and
    "hang". reasons: why files were refused. faults: what must not be, as name, what was done to the
    file, what happened. peak_mb: memory of the largest child. slowest: seconds.
    """

    outcomes: Counter[str] = field(default_factory=Counter)
    by_kind: Counter[tuple[str, str]] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    faults: list[tuple[str, tuple[str, ...], str]] = field(default_factory=list)
    peak_mb: int = 0
    slowest: float = 0.0

    def add(self, file: Damaged, answer: dict[str, Any]) -> None:
        outcome, said = answer["outcome"], answer["said"]
        self.outcomes[outcome] += 1
        self.by_kind[file.kind, outcome] += 1
        self.peak_mb = max(self.peak_mb, answer.get("peak_mb", 0))
        if outcome == "refused":
            self.reasons[re.sub(r"\d+", "#", said.partition("cannot")[2])] += 1
        elif outcome != "picture":
            self.faults.append((file.name, file.how, said))


class _Child:
    def __init__(self, command: Sequence[str], log: Path) -> None:
        self._log = log
        with log.open("wb") as said:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=said,
                cwd=ROOT,
                env={**os.environ, "VIPS_CONCURRENCY": "1", "OMP_NUM_THREADS": "1"},
            )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._to, self._from = self._process.stdin, self._process.stdout
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._from, selectors.EVENT_READ)
        self._start = START_SECONDS

    def ask(self, path: Path, seconds: float) -> dict[str, Any]:
        self._to.write(os.fsencode(path) + b"\n")
        self._to.flush()
        if not self._selector.select(seconds + self._start):
            return {"outcome": "hang", "said": f"no answer in {seconds} s"}
        self._start = 0.0
        line = self._from.readline()
        if line:
            answer = json.loads(line)
            assert isinstance(answer, dict)
            return answer
        status = self._process.wait()
        said = self._log.read_bytes()[-600:].decode(errors="replace")
        return {"outcome": "crash", "said": f"status {status}: {said}"}

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        self._selector.close()
        self._to.close()
        self._from.close()


def examine(
    files: Iterable[Damaged],
    folder: Path,
    command: Sequence[str] = CHILD,
    seconds: float = SECONDS,
) -> Report:
    """Reads every file in a child process. ``folder`` is for the files, and empty afterwards.

    A file that is left behind by the child is a fault as well.
    """
    report, log = Report(), folder.with_name(f"{folder.name}.log")
    child = _Child(command, log)
    try:
        for file in files:
            path = folder / file.name
            path.write_bytes(file.content)
            started = time.monotonic()
            answer = child.ask(path, seconds)
            report.slowest = max(report.slowest, time.monotonic() - started)
            report.add(file, answer)
            if answer["outcome"] in ("hang", "crash"):
                child.close()
                child = _Child(command, log)
            for rest in folder.iterdir():
                if rest != path and answer["outcome"] in ("picture", "refused"):
                    report.faults.append((file.name, file.how, f"left behind: {rest.name}"))
                shutil.rmtree(rest) if rest.is_dir() else rest.unlink()
    finally:
        child.close()
        log.unlink()
    return report
