"""The program's dependencies and their licences.

A frozen program contains the table and the texts (``installers/sbom`` writes them); otherwise the
table is read from the installed packages.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from fdiwn.api.names import DISTRIBUTION
from fdiwn.api.resources import resource

UNSTATED = "see its own files"
LONGEST = 120
"""Characters; anything longer is a whole licence, not its name."""
PARTS, TEXTS = "licences/parts.json", "licences/THIRD_PARTY_LICENSES.txt"
"""In the resources of a frozen program."""


@dataclass(frozen=True)
class Part:
    name: str
    version: str
    licence: str


def parts() -> list[Part]:
    """The dependencies by name, without the program itself."""
    brought = _brought()
    if brought is not None:
        return brought
    return [Part(d.metadata["Name"], d.version, licence_of(d)) for d in distributions()]


def licence_texts() -> Path | None:
    """The file of all licence texts, if the program contains one."""
    path = resource(TEXTS)
    return path if path.is_file() else None


def _brought() -> list[Part] | None:
    try:
        rows = json.loads(resource(PARTS).read_text(encoding="utf-8"))
        return [Part(row["name"], row["version"], row["licence"]) for row in rows]
    except (OSError, ValueError, KeyError, TypeError):
        return None  # not frozen, or damaged, which must not prevent the window from opening


def distributions(root: str = DISTRIBUTION) -> list[metadata.Distribution]:
    """All installed distributions that ``root`` needs, by name; without ``root``.

    Needs the metadata that pip installs with a package; packages without it are left out.
    """
    found: dict[str, metadata.Distribution] = {}
    waiting, seen = [root], {canonical(root)}
    while waiting:
        try:
            distribution = metadata.distribution(waiting.pop())
        except metadata.PackageNotFoundError:
            continue  # for another system, or an optional part
        found[canonical(distribution.metadata["Name"])] = distribution
        for requirement in distribution.requires or ():
            if re.search(r"\bextra\s*==", requirement):
                continue
            needed = re.split(r"[\s<>=!~;\[(]", requirement, maxsplit=1)[0]
            if canonical(needed) not in seen:
                seen.add(canonical(needed))
                waiting.append(needed)
    found.pop(canonical(root), None)
    return [found[key] for key in sorted(found)]


def licence_of(distribution: metadata.Distribution) -> str:
    """The licence from the metadata, `UNSTATED` if there is none."""
    about = distribution.metadata
    stated = next((about[key] for key in ("License-Expression", "License") if key in about), "")
    if stated and "\n" not in stated and len(stated) < LONGEST:
        return stated.rpartition(" :: ")[2]
    classes = [
        line.rpartition(" :: ")[2]
        for line in about.get_all("Classifier") or ()
        if line.startswith("License ::")
    ]
    return ", ".join(classes) or UNSTATED


def canonical(name: str) -> str:
    """Normalises a package's name for comparison."""
    return re.sub(r"[-_.]+", "-", name).lower()
