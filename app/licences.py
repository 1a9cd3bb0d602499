"""What the program is made of and on which terms, read from what is installed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib import metadata

from fdiwn.names import DISTRIBUTION

UNSTATED = "see its own files"
LONGEST = 120
"""Characters; what is longer is a whole licence, not its name."""


@dataclass(frozen=True)
class Part:
    name: str
    version: str
    licence: str


def parts(root: str = DISTRIBUTION) -> list[Part]:
    """Every installed distribution that the program needs, by name; without the program itself.

    Needs the metadata that pip leaves beside a package; what has none is left out.
    """
    found: dict[str, Part] = {}
    waiting, seen = [root], {_key(root)}
    while waiting:
        try:
            distribution = metadata.distribution(waiting.pop())
        except metadata.PackageNotFoundError:
            continue  # for another system, or an optional part
        name = distribution.metadata["Name"]
        found[_key(name)] = Part(name, distribution.version, _licence(distribution))
        for requirement in distribution.requires or ():
            if re.search(r"\bextra\s*==", requirement):
                continue
            needed = re.split(r"[\s<>=!~;\[(]", requirement, maxsplit=1)[0]
            if _key(needed) not in seen:
                seen.add(_key(needed))
                waiting.append(needed)
    found.pop(_key(root), None)
    return [found[key] for key in sorted(found)]


def _licence(distribution: metadata.Distribution) -> str:
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


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
