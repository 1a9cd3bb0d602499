"""Pins what the bundles are made of: for each package the hash of the one file that will do.

    python -m installers.pin

asks pip about each line of requirements/*.txt and writes the file anew, with the hash of what pip
would take. To take another version, change it in all three files and run this, where torch's
builds for the CPU are offered.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.diagnostics.licences import canonical
from installers.errors import PackagingError
from installers.freeze import PYTHON, REQUIREMENTS, run

_GLIBC = range(34, 16, -1)  # the minor versions of glibc 2 that a wheel may ask for
TAGS: Mapping[str, tuple[str, ...]] = {
    "linux": (*(f"manylinux_2_{minor}_x86_64" for minor in _GLIBC), "manylinux2014_x86_64"),
    "windows": ("win_amd64",),
    "macos": ("macosx_14_0_arm64",),  # and what runs there: older systems, universal2
}
_PIN = re.compile(
    r"^(?P<name>[\w.-]+)==(?P<version>[\w.+]+)(?: \\\n    --hash=sha256:(?P<digest>\w{64}))?$",
    re.MULTILINE,
)


@dataclass(frozen=True)
class Pin:
    """A package as the requirements have it. digest: of its file, SHA-256; None if not known."""

    name: str
    version: str
    digest: str | None


def pins(text: str) -> list[Pin]:
    """All that a file of requirements names."""
    return [Pin(found["name"], found["version"], found["digest"]) for found in _PIN.finditer(text)]


def pinned(text: str, digests: Mapping[str, str]) -> str:
    """The requirements with these hashes, by canonical name, in the place of their own."""

    def lines(found: re.Match[str]) -> str:
        digest = digests[canonical(found["name"])]
        return f"{found['name']}=={found['version']} \\\n    --hash=sha256:{digest}"

    return _PIN.sub(lines, text)


def digests_of(wanted: list[str], tags: tuple[str, ...]) -> dict[str, str]:
    """SHA-256 of what pip would install of ``wanted``, by canonical name. Raises PackagingError."""
    python = ".".join(map(str, PYTHON))
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--no-deps"]
        where = ["--ignore-installed", "--target", folder, "--prefer-binary"]
        platforms = [part for tag in tags for part in ("--platform", tag)]
        asked = ["--python-version", python, *platforms, "--report", str(report), *wanted]
        run([*pip, *where, *asked])
        items = json.loads(report.read_text(encoding="utf-8"))["install"]
    files = {canonical(item["metadata"]["name"]): item["download_info"] for item in items}
    return {name: str(file["archive_info"]["hashes"]["sha256"]) for name, file in files.items()}


def main() -> int:
    try:
        for system, tags in TAGS.items():
            path = REQUIREMENTS / f"{system}.txt"
            text = path.read_text(encoding="utf-8")
            wanted = [f"{pin.name}=={pin.version}" for pin in pins(text)]
            new = pinned(text, digests_of(wanted, tags))
            path.write_text(new, encoding="utf-8", newline="\n")
            print(f"{path.name}: {len(wanted)} packages")
    except PackagingError as exc:
        print(f"Error: {exc}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
