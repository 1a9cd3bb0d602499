"""Records of an evaluation, and their JSON form."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from statistics import fmean
from typing import Any

from fdiwn.api.errors import InputError
from fdiwn.api.names import APP_NAME, VERSION
from fdiwn.api.options import SCALES
from fdiwn.lab.evaluation.protocol import AS_RGB, GREYS, PROTOCOLS

FORMAT = "fdiwn-evaluation-1"
BICUBIC = "bicubic"


@dataclass(frozen=True)
class ModelFacts:
    """The measured model. parameters: of the training form. multiply_adds: in 1e9 for a result of
    1280x720, as that form executes them; both None for other networks. paper_multiply_adds: by the
    paper's count, None if it does not have this network."""

    name: str
    sha256: str
    variant: str
    parameters: int | None = None
    multiply_adds: float | None = None
    paper_multiply_adds: float | None = None


@dataclass(frozen=True)
class PictureScore:
    """One picture. psnr: in dB, infinite for equal pictures. Both on luma, without borders. notes:
    failed attempts, and other notes of the engine."""

    name: str
    psnr: float
    ssim: float
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Result:
    """One method on one benchmark.

    protocol, grey: see `fdiwn.lab.evaluation.protocol`; grey has no effect without grey pictures.
    low_resolution: "given" or "made". For bicubic, model is None and the fields after it are empty.
    backend, device, precision: where it finally ran, and the pixels' precision, which is float32
    for small pictures in any case; several joined by " + " if pictures differ.
    """

    dataset: str
    scale: int
    protocol: str
    grey: str
    low_resolution: str
    method: str
    pictures: tuple[PictureScore, ...]
    model: ModelFacts | None = None
    backend: str = ""
    device: str = ""
    precision: str = ""
    quality: str = ""
    statistics: str = ""

    @property
    def psnr(self) -> float:
        """The mean over the pictures, in dB."""
        return fmean(picture.psnr for picture in self.pictures)

    @property
    def ssim(self) -> float:
        return fmean(picture.ssim for picture in self.pictures)

    @property
    def protocol_name(self) -> str:
        """A short text for the protocol."""
        return f"{self.protocol}, grey as RGB" if self.grey == AS_RGB else self.protocol

    @property
    def conditions(self) -> str:
        """A short text for the way of measuring."""
        if self.model is None:
            return ""
        words = [f"{self.precision} on {self.device} ({self.backend})"]
        words += ["best quality"] if self.quality == "best" else []
        words += ["whole statistics"] if self.statistics == "whole" else []
        return ", ".join(words)

    @property
    def short_hash(self) -> str:
        return self.model.sha256[:12] if self.model else ""


def shown(name: str) -> str:
    """A file's name may contain newlines, terminal commands and invalid Unicode."""
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in name)


def to_json(results: Iterable[Result]) -> str:
    """All results with all pictures; `from_json` reads it. Infinity becomes "inf"."""
    head = {"format": FORMAT, "program": f"{APP_NAME} {VERSION}"}
    return json.dumps(head | {"results": [_record(each) for each in results]}, indent=1) + "\n"


def _record(result: Result) -> dict[str, Any]:
    record = asdict(result) | {"psnr": _number(result.psnr), "ssim": result.ssim}
    pictures = record.pop("pictures")
    record["pictures"] = [each | {"psnr": _number(each["psnr"])} for each in pictures]
    return record


def _number(value: float) -> float | str:
    return "inf" if value == float("inf") else value


def read_results(path: Path) -> list[Result]:
    """Reads a file of `to_json`. Raises InputError for anything else."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except OSError as exc:
        raise InputError(f"{path} cannot be read", exc.strerror or str(exc)) from exc
    except ValueError as exc:  # not UTF-8, or not JSON
        raise _other_file(path) from exc
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise _other_file(path)
    try:
        return [_result(record) for record in content["results"]]
    except (KeyError, TypeError, ValueError, AttributeError) as exc:
        raise _other_file(path) from exc


def _result(record: dict[str, Any]) -> Result:
    """Raises KeyError, TypeError, ValueError or AttributeError for an invalid record."""
    known = dict(record)
    del known["psnr"], known["ssim"]  # computed from the pictures
    model = known.pop("model")
    pictures = tuple(
        PictureScore(shown(p["name"]), float(p["psnr"]), float(p["ssim"]), tuple(p["notes"]))
        for p in known.pop("pictures")
    )
    words = ("dataset", "method", "backend", "device", "precision", "quality", "statistics")
    known |= {word: shown(known[word]) for word in words}
    result = Result(**known, pictures=pictures)
    facts = ModelFacts(**model) if model else None
    if not pictures:
        raise ValueError("no pictures")
    if result.protocol not in PROTOCOLS or result.grey not in GREYS or result.scale not in SCALES:
        raise ValueError("not a result of this protocol or scale")
    if facts:
        for count in (facts.parameters, facts.multiply_adds, facts.paper_multiply_adds):
            float(count or 0)
        facts = replace(facts, sha256=shown(facts.sha256))
    return replace(result, model=facts)


def _other_file(path: Path) -> InputError:
    return InputError(
        f"{path} holds no results", "it was not written by fdiwn eval --json", "Give another file"
    )
