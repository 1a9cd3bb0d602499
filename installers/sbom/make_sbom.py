"""Writes what the program is made of: ``sbom.cdx.json`` (CycloneDX 1.6) and the licences.

    python -m installers.sbom.make_sbom --output build/sbom
    python -m installers.sbom.make_sbom --output build/sbom --resources

Run in the environment that is frozen, before that is done: with ``--resources`` the texts that the
program shows go into ``resources/licences``, which the frozen program takes along.
The same environment gives the same bytes; the time is that of SOURCE_DATE_EPOCH, or left out.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import uuid
from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from app.diagnostics.licences import PARTS, TEXTS, UNSTATED
from app.diagnostics.licences import Part as Row
from fdiwn.api.files import write_whole
from fdiwn.api.names import APP_NAME, DISTRIBUTION, VERSION
from fdiwn.api.resources import resource
from installers.sbom import collect
from installers.sbom.collect import Part, stated

_RULE = "=" * 78
# One name of an SPDX licence; expressions have spaces, other texts have anything.
_EXPRESSION = re.compile(r"[A-Za-z0-9.+-]+( (AND|OR|WITH) [A-Za-z0-9.+-]+)+")


def bom(parts: Iterable[Part]) -> dict[str, Any]:
    """The bill of materials after the schema of CycloneDX 1.6."""
    components = [_component(part, "") for part in parts]
    reference = f"{DISTRIBUTION}@{VERSION}"
    meta: dict[str, Any] = {
        "component": {
            "type": "application",
            "bom-ref": reference,
            "name": APP_NAME,
            "version": VERSION,
            "licenses": [{"license": {"id": "Apache-2.0"}}],
        }
    }
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        meta["timestamp"] = datetime.fromtimestamp(int(epoch), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    content = json.dumps(components, sort_keys=True)
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        # Of what it says, so that the same bill has the same number.
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, content)}",
        "version": 1,
        "metadata": meta,
        "components": components,
        "dependencies": [
            {"ref": reference, "dependsOn": sorted(part["bom-ref"] for part in components)}
        ],
    }


def _component(part: Part, within: str) -> dict[str, Any]:
    own = "/".join(piece for piece in (part.name, part.version, part.note) if piece)
    reference = part.purl or f"{within}#{own}".lstrip("#")
    component: dict[str, Any] = {"type": part.kind, "bom-ref": reference, "name": part.name}
    if part.version:
        component["version"] = part.version
    if part.note:
        component["description"] = part.note
    if part.sha256:
        component["hashes"] = [{"alg": "SHA-256", "content": part.sha256}]
    component["licenses"] = _licences(part.licence)
    if part.purl:
        component["purl"] = part.purl
    if part.url:
        component["externalReferences"] = [{"type": "website", "url": part.url}]
    if part.inside:
        component["components"] = [_component(inner, reference) for inner in part.inside]
    return component


def _licences(licence: str) -> list[dict[str, Any]]:
    if _EXPRESSION.fullmatch(licence):
        return [{"expression": licence}]
    if licence in _SPDX_IDS:
        return [{"license": {"id": licence}}]
    return [{"license": {"name": licence}}]


_SPDX_IDS = frozenset({
    "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0", "FTL", "GPL-2.0-or-later",
    "HPND", "HPND-sell-variant", "IJG", "ISC", "JasPer-2.0", "LGPL-2.1-only",
    "LGPL-2.1-or-later", "LGPL-3.0-only", "LGPL-3.0-or-later", "MIT", "MIT-CMU", "MIT-open-group",
    "MPL-2.0", "OpenSSL", "PSF-2.0", "Unicode-3.0", "X11", "Zlib", "libpng-2.0", "libtiff",
})  # fmt: skip
"""Those in the list of SPDX; the schema takes no others as an id."""


def texts(parts: list[Part]) -> str:
    """All licences for people: who is in it, on which terms, and the texts themselves."""
    lines = [
        f"{APP_NAME} {VERSION}: what it is made of, and on which terms",
        "",
        "Qt and Qt for Python, libvips and the other libraries under the LGPL are files of",
        "their own beside the program. You may replace them with versions that you have changed.",
        "Their sources: download.qt.io, github.com/libvips, ffmpeg.org.",
        "",
    ]
    for part in parts:
        lines.append(f"{part.name} {part.version}".rstrip() + f": {stated(part)}")
        lines += [f"    {name}: {licence}" for name, licence in _inner(part)]
    for part in parts:
        for name, text in part.texts:
            lines += ["", _RULE, f"{part.name} {part.version}, {name}", _RULE, "", text]
    for path in sorted(collect.TEXTS.glob("*.txt")):
        lines += ["", _RULE, path.stem, _RULE, "", path.read_text(encoding="utf-8").strip()]
    return "\n".join(lines) + "\n"


def _inner(part: Part) -> list[tuple[str, str]]:
    return sorted({(f"{i.name} {i.version}".rstrip(), i.licence) for i in part.inside})


def rows(parts: list[Part]) -> list[Row]:
    """The table of the window: distributions and what is in them, once each."""
    found: dict[str, Row] = {}
    for part in parts:
        found[part.name.lower()] = Row(part.name, part.version, part.licence)
    for part in parts:
        for inner in part.inside:
            found.setdefault(inner.name.lower(), Row(inner.name, inner.version, inner.licence))
    return [found[key] for key in sorted(found)]


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--output", type=Path, required=True, help="the folder to write into")
    parser.add_argument(
        "--resources", action="store_true", help="put the licences among the resources as well"
    )
    given = parser.parse_args(arguments)
    try:
        parts = collect.collect()
    except LookupError as error:
        print(f"The bill of materials is not complete: {error}.", file=sys.stderr)
        return 1
    unstated = [part.name for part in parts if part.licence == UNSTATED and not part.texts]
    if unstated:
        print(f"Nothing says on which terms these are: {', '.join(unstated)}.", file=sys.stderr)
        return 1
    bill = json.dumps(bom(parts), indent=2, ensure_ascii=False) + "\n"
    table = json.dumps([asdict(row) for row in rows(parts)], indent=1, ensure_ascii=False) + "\n"
    _write(given.output / "sbom.cdx.json", bill)
    folders = [given.output, *([resource(TEXTS).parent] if given.resources else [])]
    for folder in folders:
        _write(folder / Path(TEXTS).name, texts(parts))
        _write(folder / Path(PARTS).name, table)
    inside = sum(len(part.inside) for part in parts)
    print(f"{len(parts)} parts and {inside} libraries in them: {given.output}")
    return 0


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, text.encode())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
