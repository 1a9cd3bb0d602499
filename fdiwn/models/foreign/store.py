"""Takes a network of others into the folder of models."""

from __future__ import annotations

import hashlib
from contextlib import closing
from pathlib import Path

from fdiwn.api.catalog import read_metadata
from fdiwn.api.progress import ShouldStop
from fdiwn.models.foreign.backend import ForeignBackend
from fdiwn.models.foreign.files import KIND_ENTRY, TENSOR, network_bytes
from fdiwn.models.model_file import make_folder, refuse_taken_name, serialise, write_atomically


def import_foreign(source: Path, kind: str, directory: Path, should_stop: ShouldStop) -> Path:
    """Opens and runs it, and puts it into ``directory``; returns its file there.

    kind: see `fdiwn.models.foreign.files`. Raises WeightsError, EngineError where there is no
    memory or it does not end, or Cancelled.
    """
    with closing(ForeignBackend(source, "cpu", should_stop)) as backend:
        traits = backend.traits
    content = network_bytes(source)
    stated = read_metadata(source) or {
        "variant": f"another network ({kind})",
        "source": f"imported from {source.name}",
        "licence": "not stated",
        "origin_sha256": hashlib.sha256(content).hexdigest(),
    }
    target = directory / f"{source.stem}.safetensors"
    own = {"format": "foreign", KIND_ENTRY: kind, "name": source.stem, **traits.as_text()}
    whole = serialise({TENSOR: ("U8", [len(content)], content)}, {**stated, **own})
    there = target.exists()
    refuse_taken_name(None, target, (hashlib.sha256(whole).hexdigest(),))
    make_folder(target)
    write_atomically(target, whole, replaces=there)
    return target
