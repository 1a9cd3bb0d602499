"""The report of an evaluation as a single HTML page, without other files."""

from __future__ import annotations

import base64
import io
from collections.abc import Sequence
from dataclasses import dataclass
from math import isinf

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from PIL import Image

from fdiwn.api.names import APP_NAME, PAPER, VERSION
from fdiwn.api.resources import resource
from fdiwn.lab.evaluation import plots, tables
from fdiwn.lab.evaluation.comparison import Section
from fdiwn.lab.evaluation.crops import Crop
from fdiwn.lab.evaluation.metrics import Image8
from fdiwn.lab.evaluation.records import Result


@dataclass(frozen=True)
class _Table:
    """left: text columns. ours: rows to mark. code: a column of hashes."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    caption: str
    left: Sequence[int] = ()
    ours: Sequence[int] = ()
    code: int | None = None


@dataclass(frozen=True)
class _Pictures:
    """The pictures of a benchmark, one row each."""

    title: str
    table: _Table
    notes: Sequence[str]


def page(results: Sequence[Result], section: Section, crops: Sequence[Crop]) -> str:
    """The whole document. results: of one scale and protocol; section: the same with the published
    figures; crops: for display."""
    environment = Environment(
        loader=FileSystemLoader(resource("report")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    groups = _by_dataset(results)
    names = [group[0].dataset for group in groups]
    themes = (plots.LIGHT, plots.DARK)
    drawn = [
        (kind, *(_data(plots.plot(section, kind, names, theme)) for theme in themes))
        for kind in plots.KINDS
    ]
    return environment.get_template("page.html").render(
        program=APP_NAME,
        version=VERSION,
        paper=PAPER,
        heading=f"{', '.join(names)}, {section.scale} times larger",
        first=results[0],
        made=list(dict.fromkeys(r.dataset for r in results if r.low_resolution == "made")),
        groups=groups,
        means=_means(groups),
        models=_models(groups[0]),
        comparison=_comparison(section),
        plots=drawn,
        crops=crops,
        pictures=[_pictures(group) for group in groups],
        png=lambda image: _data(png(image)),
        short=_short,
    )


def _by_dataset(results: Sequence[Result]) -> list[list[Result]]:
    names = dict.fromkeys(each.dataset for each in results)
    return [[each for each in results if each.dataset == name] for name in names]


def _means(groups: Sequence[Sequence[Result]]) -> _Table:
    head = ["method", *(group[0].dataset for group in groups)]
    rows = [
        [methods[0].method, *(tables.figures(each.psnr, each.ssim) for each in methods)]
        for methods in zip(*groups, strict=True)
    ]
    caption = "PSNR in dB / SSIM, means over the pictures"
    return _Table(head, rows, f"{caption}; protocol: {groups[0][0].protocol_name}")


def _models(methods: Sequence[Result]) -> _Table:
    head = ["model", "network", "parameters", "multiply-adds executed", "as the paper counts"]
    head += ["computed in", "SHA-256 of its file"]
    rows = []
    for each in methods:
        if each.model is None:
            continue
        model = each.model
        executed, counted = model.multiply_adds, model.paper_multiply_adds
        rows.append(
            [
                each.method,
                model.variant,
                "" if model.parameters is None else f"{model.parameters:,}",
                "" if executed is None else f"{executed:.1f}G",
                "" if counted is None else f"{counted:.6g}G",
                each.conditions,
                model.sha256,
            ]
        )
    return _Table(head, rows, tables.COUNTED, left=(1, 5, 6), code=6)


def _comparison(section: Section) -> _Table:
    columns = tables.columns(section)
    rows = [tables.cells(row, columns) for row in section.rows]
    ours = [number for number, row in enumerate(section.rows) if row.measured]
    sources = ", ".join(dict.fromkeys(row.source for row in section.rows if row.source))
    caption = "\n".join(
        [tables.SCORED, tables.COUNTED, f"Published: {sources}.", *tables.measured_in(section)]
    )
    return _Table(["model", "protocol", *columns], rows, caption, left=(1,), ours=ours)


def _pictures(methods: Sequence[Result]) -> _Pictures:
    first = methods[0]
    head = ["picture", *(each.method for each in methods)]
    rows = [
        [picture.name, *(tables.figures(m.pictures[n].psnr, m.pictures[n].ssim) for m in methods)]
        for n, picture in enumerate(first.pictures)
    ]
    notes = [
        f"{picture.name}, {each.method}: {note}"
        for each in methods
        for picture in each.pictures
        for note in picture.notes
    ]
    return _Pictures(tables.title(first), _Table(head, rows, tables.SCORED), notes)


def _short(psnr: float, ssim: float) -> str:
    return "equal" if isinf(psnr) else f"{psnr:.2f} dB / {ssim:.4f}"


def _data(image: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(image).decode()}"


def png(image: Image8) -> bytes:
    """An image as a lossless PNG; grey stays grey."""
    file = io.BytesIO()
    Image.fromarray(image[..., 0] if image.shape[2] == 1 else image).save(file, "PNG")
    return file.getvalue()
