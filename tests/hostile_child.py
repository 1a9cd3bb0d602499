"""Reads pictures that others name, within limits, and says what came of each.

A process of its own, so that a crash, a hang or hunger for memory is seen from outside. Takes paths
on standard input, one a line; answers each with one JSON object on standard output.
"""

from __future__ import annotations

import json
import resource
import sys
import traceback
from pathlib import Path
from typing import Any

from fdiwn.api.errors import FdiwnError, InputError
from fdiwn.api.options import Limits
from fdiwn.codec import read_picture, write_picture
from fdiwn.pixels.picture import Picture, StoredPicture
from fdiwn.service.server.display import write_thumbnail

ADDRESS_SPACE = 2 << 30
LIMITS = Limits(memory=64 << 20)
TARGETS = (".png", ".jpg", ".tif", ".webp", ".avif")


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
    for number, line in enumerate(sys.stdin):
        path = Path(line.rstrip("\n"))
        answer = _outcome(path, TARGETS[number % len(TARGETS)])
        answer["peak_mb"] = _peak_mb()
        print(json.dumps(answer), flush=True)


def _peak_mb() -> int:
    """Of this program alone: what getrusage says may be of the parent before it."""
    status = Path("/proc/self/status")
    if not status.exists():  # macOS says bytes
        return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20)
    peak = next(
        line for line in status.read_text(encoding="utf-8").splitlines() if line.startswith("VmHWM")
    )
    return int(peak.split()[1]) // 1024


def _outcome(path: Path, suffix: str) -> dict[str, Any]:
    try:
        picture = read_picture(path, LIMITS)
    except InputError as error:
        return {"outcome": "refused", "said": str(error)}
    except Exception:
        return {"outcome": "fault", "said": traceback.format_exc()}
    try:
        _write(picture, path, suffix)
    except (FdiwnError, Exception):  # a picture that was read can be written
        return {"outcome": "fault", "said": f"{suffix}: {traceback.format_exc()}"}
    return {"outcome": "picture", "said": "; ".join(picture.metadata.notes)}


def _write(picture: Picture, path: Path, suffix: str) -> None:
    if picture.has_alpha and suffix == ".jpg":
        suffix = ".png"
    if max(picture.width, picture.height) > 16_000:
        suffix = ".png"
    shown = path.with_suffix(".shown")
    write_thumbnail(picture.pixels, picture.metadata, shown)
    shown.unlink()
    rows, target = path.with_suffix(".rows"), path.with_name(f"{path.name}.out{suffix}")
    rows.write_bytes(picture.pixels.tobytes())
    stored = StoredPicture(
        rows,
        picture.width,
        picture.height,
        picture.bands,
        picture.pixels.dtype.name,
        picture.metadata,
    )
    write_picture(stored, target)
    back = read_picture(target, LIMITS)
    assert back.pixels.shape[:2] == picture.pixels.shape[:2]
    rows.unlink()
    target.unlink()


if __name__ == "__main__":
    main()
