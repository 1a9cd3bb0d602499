"""Gives files to `hostile_child` and watches: a child is replaced when it dies or hangs only."""

from __future__ import annotations

import json
import os
import re
import selectors
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.mutation import Damaged

ROOT = Path(__file__).resolve().parents[1]
SECONDS = 10.0
"""What one file may take, read, written and read again."""
START_SECONDS = 60.0


@dataclass
class Report:
    """What came of many files. faults: name, what was done to the file, what happened."""

    outcomes: Counter[str] = field(default_factory=Counter)
    by_kind: Counter[tuple[str, str]] = field(default_factory=Counter)
    faults: list[tuple[str, tuple[str, ...], str]] = field(default_factory=list)
    reasons: Counter[str] = field(default_factory=Counter)
    peak_mb: int = 0
    slowest: float = 0.0


class _Child:
    def __init__(self) -> None:
        self._said = tempfile.TemporaryFile()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.hostile_child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._said,
            cwd=ROOT,
            env={**os.environ, "VIPS_CONCURRENCY": "1", "OMP_NUM_THREADS": "1"},
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._to, self._from = self._process.stdin, self._process.stdout
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._from, selectors.EVENT_READ)
        self.fresh = True

    def ask(self, path: Path) -> dict[str, Any]:
        self._to.write(os.fsencode(path) + b"\n")
        self._to.flush()
        if not self._selector.select(SECONDS + START_SECONDS * self.fresh):
            return {"outcome": "hang", "said": f"no answer in {SECONDS} s"}
        line = self._from.readline()
        self.fresh = False
        if line:
            answer = json.loads(line)
            assert isinstance(answer, dict)
            return answer
        status = self._process.wait()
        self._said.seek(0)
        return {"outcome": "crash", "said": f"status {status}: {self._said.read()[-600:]!r}"}

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        self._selector.close()
        self._to.close()
        self._from.close()
        self._said.close()


def examine(files: Iterable[Damaged], folder: Path) -> Report:
    """Reads every file in a child; ``folder`` is for the files, and empty again afterwards."""
    report, child = Report(), _Child()
    try:
        for file in files:
            path = folder / file.name
            path.write_bytes(file.content)
            started = time.monotonic()
            answer = child.ask(path)
            report.slowest = max(report.slowest, time.monotonic() - started)
            outcome = answer["outcome"]
            report.outcomes[outcome] += 1
            report.by_kind[file.kind, outcome] += 1
            report.peak_mb = max(report.peak_mb, answer.get("peak_mb", 0))
            if outcome == "refused":
                report.reasons[re.sub(r"\d+", "#", answer["said"].partition("cannot")[2])] += 1
            if outcome in ("hang", "crash"):
                child.close()
                child = _Child()
            left = [p.name for p in folder.iterdir() if p.name != path.name]
            if outcome not in ("picture", "refused"):
                report.faults.append((file.name, file.how, answer["said"]))
            elif left:
                report.faults.append((file.name, file.how, f"left behind: {left}"))
            for rest in folder.iterdir():
                rest.unlink()
    finally:
        child.close()
    return report
