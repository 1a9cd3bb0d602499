"""Reads damaged files by the thousand, and says what came of each kind.

    python tests/benchmarks/mutated_files.py [FIRST] [COUNT]

Ends with 1 if any was neither a picture nor a typed error. A file that was found can be made again:
``tests.mutation.damaged(samples(), NUMBER)``.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from tests.hostile_pool import examine
from tests.mutation import damaged, samples


def main() -> int:
    first, count = (*map(int, sys.argv[1:3]), *(0, 2000)[len(sys.argv) - 1 :])
    valid, started = samples(), time.monotonic()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "files"
        folder.mkdir()
        report = examine((damaged(valid, seed) for seed in range(first, first + count)), folder)
    print(f"{count:,} files in {time.monotonic() - started:.0f} s: {dict(report.outcomes)}")
    print(f"most memory {report.peak_mb} MB, slowest file {report.slowest:.2f} s")
    for kind in sorted(valid):
        read, refused = (report.by_kind[kind, outcome] for outcome in ("picture", "refused"))
        print(f"  {kind:20} {read:6} pictures {refused:6} refused")
    for name, how, said in report.faults:
        print(f"FAULT {name} {how}: {said}")
    return 1 if report.faults else 0


if __name__ == "__main__":
    sys.exit(main())
