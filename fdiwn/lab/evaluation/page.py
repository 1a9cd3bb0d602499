"""Report of an evaluation as one page of HTML that needs no other file."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable, Sequence
from html import escape
from math import isinf

from PIL import Image

from fdiwn.api.names import APP_NAME, PAPER, VERSION
from fdiwn.lab.evaluation import plots, tables
from fdiwn.lab.evaluation.comparison import Section
from fdiwn.lab.evaluation.crops import Crop, View
from fdiwn.lab.evaluation.metrics import Image8
from fdiwn.lab.evaluation.records import Result

_STYLE = """
:root { --paper: #ffffff; --ink: #222222; --faint: #666666;
  --line: #dddddd; --band: #f4f6f8; --accent: #1f6fb4; }
@media (prefers-color-scheme: dark) { :root { --paper: #1b1b1b; --ink: #e2e2e2; --faint: #a2a2a2;
  --line: #3c3c3c; --band: #252729; --accent: #6fb1ea; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 78rem; padding: 2rem 1.5rem 4rem; background: var(--paper);
  color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.7rem; margin: 0 0 .3rem; } h2 { font-size: 1.25rem; margin: 2.6rem 0 .6rem; }
h3 { font-size: 1rem; margin: 0; }
p { margin: .4rem 0; max-width: 60rem; } .faint, figcaption, caption { color: var(--faint); }
.scroll { overflow-x: auto; margin: .8rem 0; }
table { border-collapse: collapse; font-size: .88rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; padding: .3rem 0; caption-side: bottom; }
th, td { padding: .28rem .55rem; text-align: right; border-bottom: 1px solid var(--line);
  white-space: nowrap; }
th:first-child, td:first-child, th.left, td.left { text-align: left; white-space: normal; }
thead th { vertical-align: bottom; border-bottom-width: 2px; white-space: normal; }
tr.ours { background: var(--band); font-weight: 600; }
code { display: block; min-width: 18rem; font-size: .82rem; overflow-wrap: anywhere;
  white-space: normal; }
.plots { display: flex; flex-wrap: wrap; gap: 1rem; margin: .8rem 0; }
.plots img { max-width: 100%; height: auto; display: block; }
.plots.narrow picture { flex: 1 1 24rem; }
article { border-top: 1px solid var(--line); padding: 1rem 0; }
.views { display: flex; flex-wrap: wrap; gap: 1rem; margin-top: .5rem; }
figure { margin: 0; width: 12rem; } figcaption { font-size: .8rem; line-height: 1.35; }
figcaption b { color: var(--ink); display: block; overflow-wrap: anywhere; }
.views img { display: block; width: 12rem; height: auto; margin-bottom: .35rem;
  image-rendering: pixelated; } .views img.small { image-rendering: auto; }
summary { cursor: pointer; color: var(--accent); margin: .8rem 0; }
"""
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


def page(results: Sequence[Result], section: Section, crops: Sequence[Crop]) -> str:
    """The whole document. results: of one scale and protocol; section: the same with the published
    figures; crops: what to look at."""
    names = ", ".join(dict.fromkeys(each.dataset for each in results))
    heading = f"{names}, {section.scale} times larger"
    parts = [
        f"<h1>{escape(heading)}</h1>",
        *_introduction(results),
        "<h2>Results</h2>",
        _means(results),
        "<h2>Models</h2>",
        _models(results),
        "<h2>Beside the published figures</h2>",
        _comparison(section),
        "<h2>What quality costs</h2>",
        _plots(section, results),
        "<h2>To look at</h2>",
        "<p>Of each picture the part in which the methods differ most, by luma. Under each method "
        "PSNR in dB / SSIM: of the part, and of the whole picture.</p>",
        *(_crop(crop) for crop in crops),
        "<h2>Every picture</h2>",
        *(_pictures(group) for group in _by_dataset(results)),
    ]
    return _document(heading, parts)


def _document(title: str, parts: Iterable[str]) -> str:
    head = [
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        f"<title>{escape(title)} - {APP_NAME}</title>",
        f"<style>{_STYLE}</style>",
    ]
    lines = ["<!DOCTYPE html>", '<html lang="en">', "<head>", *head, "</head>", "<body>", "<main>"]
    return "\n".join([*lines, *parts, "</main>", "</body>", "</html>", ""])


def _by_dataset(results: Sequence[Result]) -> list[list[Result]]:
    names = dict.fromkeys(each.dataset for each in results)
    return [[each for each in results if each.dataset == name] for name in names]


def _introduction(results: Sequence[Result]) -> list[str]:
    first = results[0]
    quarters = (
        "each picture in four overlapping quarters with statistics of their own, as the paper's "
        "authors measured"
        if first.protocol == "quadrants"
        else "each picture as it is, as users have it enlarged"
    )
    made = dict.fromkeys(each.dataset for each in results if each.low_resolution == "made")
    low = f" Low resolution was made by bicubic reduction for {', '.join(made)}." if made else ""
    return [
        f"<p>Protocol: <b>{escape(first.protocol_name)}</b>, {quarters}. PSNR and SSIM on the luma "
        f"of BT.601, {first.scale} pixels at each edge left out.{escape(low)}</p>",
        f'<p class="faint">{APP_NAME} {VERSION}. The network: {escape(PAPER)}</p>',
    ]


def _means(results: Sequence[Result]) -> str:
    groups = _by_dataset(results)
    head = ["method", *(group[0].dataset for group in groups)]
    rows = [
        [methods[0].method, *(tables.figures(each.psnr, each.ssim) for each in methods)]
        for methods in zip(*groups, strict=True)
    ]
    caption = "PSNR in dB / SSIM, means over the pictures"
    return _table(head, rows, caption=f"{caption}; protocol: {results[0].protocol_name}")


def _models(results: Sequence[Result]) -> str:
    head = ["model", "network", "parameters", "multiply-adds executed", "as the paper counts"]
    head += ["computed in", "SHA-256 of its file"]
    rows = []
    for each in results:
        if each.model is None or each.dataset != results[0].dataset:
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
    return _table(head, rows, caption=tables.COUNTED, left=(1, 5, 6), code=6)


def _comparison(section: Section) -> str:
    columns = tables.columns(section)
    head = ["model", "protocol", *columns]
    rows = [tables.cells(row, columns) for row in section.rows]
    ours = [number for number, row in enumerate(section.rows) if row.measured]
    sources = ", ".join(dict.fromkeys(row.source for row in section.rows if row.source))
    caption = "\n".join(
        [tables.SCORED, tables.COUNTED, f"Published: {sources}.", *tables.measured_in(section)]
    )
    return _table(head, rows, caption=caption, left=(1,), ours=ours)


def _pictures(methods: Sequence[Result]) -> str:
    first = methods[0]
    head = ["picture", *(each.method for each in methods)]
    rows = [
        [picture.name, *(tables.figures(m.pictures[n].psnr, m.pictures[n].ssim) for m in methods)]
        for n, picture in enumerate(first.pictures)
    ]
    notes = [
        f"<li>{escape(f'{picture.name}, {each.method}: {note}')}</li>"
        for each in methods
        for picture in each.pictures
        for note in picture.notes
    ]
    noted = f"<ul>{''.join(notes)}</ul>" if notes else ""
    summary = f"<summary>{escape(tables.title(first))}: {len(rows)} pictures</summary>"
    return f"<details>{summary}{_table(head, rows, caption=tables.SCORED)}{noted}</details>"


def _plots(section: Section, results: Sequence[Result]) -> str:
    datasets = list(dict.fromkeys(each.dataset for each in results))
    shown = []
    for kind in plots.KINDS:
        light, dark = (
            _data(plots.plot(section, kind, datasets, theme)) for theme in (plots.LIGHT, plots.DARK)
        )
        shown.append(
            f'<picture><source media="(prefers-color-scheme: dark)" srcset="{dark}">'
            f'<img src="{light}" alt="PSNR over {kind}"></picture>'
        )
    kind = "plots narrow" if len(datasets) == 1 else "plots"  # two of one panel side by side
    return f'<div class="{kind}">{"".join(shown)}</div>'


def _crop(crop: Crop) -> str:
    box = crop.box
    heading = f"{crop.dataset}: {crop.picture}"
    where = f"{box.width}x{box.height} pixels at {box.left}, {box.top}"
    views = [
        _figure(crop.thumbnail, "where", [where], "small"),
        *(_figure(v.image, v.method, _scores(v)) for v in crop.views),
        _figure(crop.truth, "HR", ["the original"]),
    ]
    return f'<article><h3>{escape(heading)}</h3><div class="views">{"".join(views)}</div></article>'


def _scores(view: View) -> list[str]:
    return [
        f"part {_short(view.psnr, view.ssim)}",
        f"picture {_short(view.whole_psnr, view.whole_ssim)}",
    ]


def _short(psnr: float, ssim: float) -> str:
    return "equal" if isinf(psnr) else f"{psnr:.2f} dB / {ssim:.4f}"


def _figure(image: Image8, name: str, lines: Sequence[str], kind: str = "crop") -> str:
    height, width = image.shape[:2]
    text = "<br>".join(map(escape, lines))
    return (
        f'<figure><img class="{kind}" src="{_data(png(image))}" width="{width}" '
        f'height="{height}" alt="{escape(name)}">'
        f"<figcaption><b>{escape(name)}</b>{text}</figcaption></figure>"
    )


def _data(image: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(image).decode()}"


def _table(
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    caption: str,
    left: Sequence[int] = (),
    ours: Sequence[int] = (),
    code: int | None = None,
) -> str:
    """left: columns of text. ours: rows to be marked. code: a column of hashes."""

    def cell(tag: str, number: int, text: str) -> str:
        shown = escape(text)
        if number == code and tag == "td":
            shown = f"<code>{shown}</code>"
        kind = ' class="left"' if number in left else ""
        return f"<{tag}{kind}>{shown}</{tag}>"

    below = "<br>".join(map(escape, caption.splitlines()))
    lines = ['<div class="scroll"><table>', f"<caption>{below}</caption>"]
    titles = "".join(cell("th", n, text) for n, text in enumerate(head))
    lines += [f"<thead><tr>{titles}</tr></thead>", "<tbody>"]
    for number, row in enumerate(rows):
        marked = ' class="ours"' if number in ours else ""
        cells = "".join(cell("td", n, text) for n, text in enumerate(row))
        lines.append(f"<tr{marked}>{cells}</tr>")
    return "\n".join([*lines, "</tbody>", "</table></div>"])


def png(image: Image8) -> bytes:
    """An image as a PNG, lossless; grey as grey."""
    file = io.BytesIO()
    Image.fromarray(image[..., 0] if image.shape[2] == 1 else image).save(file, "PNG")
    return file.getvalue()
