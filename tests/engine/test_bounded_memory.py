"""Memory does not grow with the enlargement."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[1] / "benchmarks" / "bounded_memory.py"
SIDE = 2000


def test_neither_the_result_nor_the_float_picture_is_ever_whole_in_memory(tmp_path: Path) -> None:
    """x4 of 2,000 x 2,000: 192 MB of result, 768 MB as floats; 12,000 x 12,000 is for hand."""
    environment = {**os.environ, "PYTHONPATH": str(SCRIPT.parents[2])}
    done = subprocess.run(
        [sys.executable, str(SCRIPT), str(SIDE), str(tmp_path / "out.jpg")],
        capture_output=True,
        encoding="utf-8",
        check=True,
        env=environment,
    )
    figures = json.loads(done.stdout)
    assert figures["output"] == [4 * SIDE, 4 * SIDE]
    # One tile as floats, some of it several times, and the input: no more than that.
    assert figures["peak_mb"] - figures["before_mb"] < 400
    assert [path.name for path in tmp_path.iterdir() if path.name != "home"] == ["out.jpg"]
