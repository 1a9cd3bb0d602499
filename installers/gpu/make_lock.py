"""Writes ``resources/gpu_pack.lock.json``: the wheels of each GPU pack, with size and SHA-256.

Run by hand, with a network, whenever the bundled PyTorch changes::

    python -m installers.gpu.make_lock 2.13.0 --python cp311 \
        --pack linux 12.6 https://download.pytorch.org/whl/cu126 \
        --pack win32 12.6 https://download.pytorch.org/whl/cu126 --cache DIR

Every wheel is downloaded and looked at: its hash is computed here and held against the index's,
and what it unpacks to is added up. An index is any "simple" one with wheels of PyTorch and the
NVIDIA libraries that those ask for. Packs of other versions leave the lock; those of systems that
were not asked for stay.
"""

from __future__ import annotations

import argparse
import email
import json
import re
import sys
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from urllib.request import urlopen

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.tags import Tag, cpython_tags
from packaging.utils import canonicalize_name, parse_wheel_filename
from packaging.version import Version

from fdiwn.api.files import file_sha256
from fdiwn.api.resources import resource
from fdiwn.gpu_pack.lock import FORMAT, LOCK, read_lock

OWN = re.compile(r"nvidia-|cuda-toolkit$|cuda-bindings$|cuda-pathfinder$")
"""What of PyTorch's needs goes into a pack. The rest, all of it Python alone, is bundled or not
needed for enlarging."""
PLATFORMS = {
    "linux": [f"manylinux_2_{minor}_x86_64" for minor in range(34, 16, -1)]
    + ["manylinux2014_x86_64", "linux_x86_64"],
    "win32": ["win_amd64"],
}
MARKERS = {
    "linux": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    "win32": {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
}
ENDINGS = {"linux": "linux_x86_64", "win32": "win_amd64"}


@dataclass(frozen=True)
class Found:
    """A wheel that an index names. sha256: "" where it does not say."""

    file: str
    url: str
    sha256: str


class _Anchors(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.links += [value for key, value in attributes if tag == "a" and key == "href" and value]


def wheels_of(index: str, name: str) -> list[Found]:
    """The wheels of a project in a simple index. Raises OSError."""
    page = f"{index.rstrip('/')}/{canonicalize_name(name)}/"
    with _open(page) as answer:
        text = answer.read().decode()
        page = answer.geturl()
    anchors = _Anchors()
    anchors.feed(text)
    found = []
    for link in anchors.links:
        url, fragment = urldefrag(urljoin(page, link))
        file = unquote(urlsplit(url).path.rpartition("/")[2])
        if file.endswith(".whl"):
            digest = fragment.removeprefix("sha256=") if fragment.startswith("sha256=") else ""
            found.append(Found(file, url, digest))
    return found


def choose(
    found: Iterable[Found], specifier: SpecifierSet, tags: list[Tag], local: str = ""
) -> Found:
    """The newest version that fits, in the wheel that fits best. Raises LookupError."""
    ranks = {tag: rank for rank, tag in enumerate(tags)}
    best: tuple[Version, int, Found] | None = None
    for wheel in found:
        _, version, _, its_tags = parse_wheel_filename(wheel.file)
        if not specifier.contains(version.public) or (local and version.local != local):
            continue
        rank = min((ranks[tag] for tag in its_tags if tag in ranks), default=None)
        if rank is not None and (best is None or (version, -rank) > (best[0], -best[1])):
            best = (version, rank, wheel)
    if best is None:
        raise LookupError(f"no wheel fits {specifier} {local}".rstrip())
    return best[2]


def download(wheel: Found, cache: Path) -> tuple[Path, str]:
    """The wheel in ``cache``, and its SHA-256. Raises ValueError where the index says another."""
    path = cache / wheel.file
    if not path.exists():
        part = path.with_name(path.name + ".part")
        with _open(wheel.url) as answer, part.open("wb") as file:
            while piece := answer.read(1 << 20):
                file.write(piece)
        part.replace(path)
    digest = file_sha256(path)
    if wheel.sha256 not in ("", digest):
        path.unlink()
        raise ValueError(f"{wheel.file} has the SHA-256 {digest}; the index says {wheel.sha256}")
    return path, digest


def needs(path: Path, system: str, python: str, extras: frozenset[str]) -> list[Requirement]:
    """What of a wheel's needs belongs into a pack."""
    with zipfile.ZipFile(path) as archive:
        metadata = next(n for n in archive.namelist() if n.endswith(".dist-info/METADATA"))
        lines = email.message_from_bytes(archive.read(metadata)).get_all("Requires-Dist") or []
    version = f"{python[2]}.{python[3:]}"
    facts = {**MARKERS[system], "platform_machine": "x86_64", "python_version": version}
    facts["python_full_version"] = f"{version}.0"
    found = []
    for line in lines:
        need = Requirement(line)
        wanted = need.marker is None or any(
            need.marker.evaluate({**facts, "extra": extra}) for extra in extras or {""}
        )
        if wanted and OWN.match(canonicalize_name(need.name)):
            found.append(need)
    return found


def collect(
    torch: str, system: str, cuda: str, index: str, python: str, cache: Path
) -> dict[str, Any]:
    """One pack as an entry of the lock."""
    local = "cu" + cuda.replace(".", "")
    platforms = PLATFORMS[system]
    version = (int(python[2]), int(python[3:]))
    tags = [*cpython_tags(version, platforms=platforms)]
    tags += [Tag("py3", "none", platform) for platform in (*platforms, "any")]
    waiting = [Requirement(f"torch=={torch}")]
    seen: set[tuple[str, frozenset[str]]] = set()
    wheels: dict[str, dict[str, Any]] = {}
    unpacked = 0
    while waiting:
        need = waiting.pop()
        key = (canonicalize_name(need.name), frozenset(need.extras))
        if key in seen:
            continue
        seen.add(key)
        own = local if need.name == "torch" else ""
        wheel = choose(wheels_of(index, need.name), need.specifier, tags, own)
        path, digest = download(wheel, cache)
        waiting += needs(path, system, python, frozenset(need.extras))
        if wheel.file not in wheels:
            with zipfile.ZipFile(path) as archive:
                unpacked += sum(member.file_size for member in archive.infolist())
            wheels[wheel.file] = {
                "file": wheel.file,
                "url": wheel.url,
                "bytes": path.stat().st_size,
                "sha256": digest,
            }
            print(f"{wheel.file}: {path.stat().st_size:,} bytes, {digest}")
    return {
        "id": f"torch-{torch}-{local}-{python}-{ENDINGS[system]}",
        "torch": torch,
        "cuda": cuda,
        "system": system,
        "machine": "x86_64",
        "python": python,
        "unpacked": unpacked,
        "wheels": list(wheels.values()),
    }


def write_lock(path: Path, torch: str, packs: list[dict[str, Any]]) -> None:
    """Put the packs into the lock, in the place of those with the same id."""
    before = json.loads(path.read_text(encoding="utf-8"))["packs"] if path.exists() else []
    new = {pack["id"] for pack in packs}
    kept = [pack for pack in before if pack["torch"] == torch and pack["id"] not in new]
    everything = sorted([*kept, *packs], key=lambda pack: str(pack["id"]))
    text = json.dumps({"format": FORMAT, "packs": everything}, indent=2) + "\n"
    part = path.with_name(path.name + ".new")
    part.write_text(text, encoding="utf-8")
    read_lock(part)  # what the program would refuse is not written
    part.replace(path)


def _open(url: str) -> Any:
    if urlsplit(url).scheme != "https" and urlsplit(url).hostname != "127.0.0.1":
        raise ValueError(f"the address {url} is not https")
    return urlopen(url, timeout=60)  # noqa: S310 - https or loopback, checked above


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("torch", help="version of PyTorch, as 2.13.0")
    parser.add_argument("--python", required=True, help="cp311, of the frozen program")
    parser.add_argument(
        "--pack",
        nargs=3,
        action="append",
        required=True,
        metavar=("SYSTEM", "CUDA", "INDEX"),
        help="linux or win32, the CUDA line, and the simple index to take wheels from",
    )
    parser.add_argument("--cache", type=Path, required=True, help="a folder for the wheels")
    parser.add_argument("--lock", type=Path, default=resource(LOCK), help="the file to write")
    given = parser.parse_args(arguments)
    given.cache.mkdir(parents=True, exist_ok=True)
    try:
        packs = [
            collect(given.torch, system, cuda, index, given.python, given.cache)
            for system, cuda, index in given.pack
        ]
        write_lock(given.lock, given.torch, packs)
    except (OSError, LookupError, ValueError) as error:
        print(f"The lock was not written: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
