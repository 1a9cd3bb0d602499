"""``fdiwn eval``: PSNR and SSIM on benchmarks, beside bicubic and the published figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fdiwn.api.options import SCALES
from fdiwn.cli import options as cli_options
from fdiwn.cli.measuring import (
    Datasets,
    Grey,
    Models,
    Protocol,
    check_scale,
    measure,
    plain_errors,
    show,
    work_for,
)
from fdiwn.cli.upscale import echo

if TYPE_CHECKING:
    from fdiwn.lab.evaluation.comparison import Section
    from fdiwn.lab.evaluation.datasets import Pair
    from fdiwn.lab.evaluation.lab import OnPicture, Work
    from fdiwn.lab.evaluation.layouts import Benchmark
    from fdiwn.lab.evaluation.metrics import Image8
    from fdiwn.lab.evaluation.records import Result

# torch takes seconds to load, so modules that need it are imported late.

Results = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="FILE", help="Also compare with the file of an earlier --json; can be repeated."
    ),
]


def evaluate(
    dataset: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME|DIR", help="A benchmark; can be repeated."),
    ] = None,
    datasets: Datasets = None,
    scale: Annotated[
        int | None, typer.Option(help="2, 3 or 4. Default: 4; in a table all.")
    ] = None,
    model: Models = None,
    device: cli_options.Device = "auto",
    backend: cli_options.Backend = "auto",
    precision: cli_options.Precision = "auto",
    quality: cli_options.Quality = "normal",
    statistics: cli_options.Statistics = "sample",
    protocol: Protocol = "whole",
    grey: Grey = "grey",
    json_file: Annotated[
        Path | None, typer.Option("--json", metavar="FILE", help="Write all measurements.")
    ] = None,
    save_images: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Write the enlarged pictures there, as PNG.")
    ] = None,
    table: Annotated[
        bool, typer.Option("--table", help="Show the published figures beside ours.")
    ] = False,
    markdown: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write that table as Markdown.")
    ] = None,
    csv: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write that table as CSV.")
    ] = None,
    plots: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Draw PSNR over parameters and multiply-adds, as PNG."),
    ] = None,
    results: Results = None,
) -> None:
    """Measure how good models are.

    PSNR and SSIM on luma, beside bicubic, by the protocol of the papers. A benchmark is a folder,
    or the name of one in --datasets; docs/command-line.md and
    fdiwn/lab/evaluation/layouts.py say what may be in it. Files are replaced. Exit code: 0 done, 1
    failed, 2 wrong usage, 130 stopped.
    """
    compares = table or markdown is not None or csv is not None or plots is not None
    _check_usage(dataset, compares, scale, json_file, save_images, results)
    with plain_errors():
        _check_outputs([json_file, markdown, csv], plots)
        measured = _read(results or [])
        if dataset:
            work = work_for(
                dataset, datasets, scale or max(SCALES), model, device, backend, precision,
                quality, statistics, protocol, grey,
            )  # fmt: skip
            new = measure(work, _saving(save_images, work) if save_images else None)
            measured += new
            _show_results(new)
            if json_file is not None:
                _write_json(json_file, new)
        if compares:
            _compare(measured, scale, table, markdown, csv, plots)


def _check_usage(
    dataset: list[str] | None,
    compares: bool,
    scale: int | None,
    json_file: Path | None,
    save_images: Path | None,
    results: list[Path] | None,
) -> None:
    """Raises BadParameter for invalid combinations."""
    check_scale(scale)
    if not dataset and not compares:
        raise typer.BadParameter("give a benchmark, or --table", param_hint="--dataset")
    if not dataset and (json_file or save_images):
        name = "--json" if json_file else "--save-images"
        raise typer.BadParameter("nothing is measured without --dataset", param_hint=name)
    if results and not compares:
        raise typer.BadParameter(
            "only with --table, --markdown, --csv or --plots", param_hint="--results"
        )


def _check_outputs(files: Sequence[Path | None], plots: Path | None) -> None:
    from fdiwn.lab.evaluation.outputs import check_can_plot, made_folder, refuse_unwritable

    for file in files:
        if file is not None:
            refuse_unwritable(file)
    if plots is not None:
        check_can_plot()
        made_folder(plots)


def _read(files: Sequence[Path]) -> list[Result]:
    from fdiwn.lab.evaluation.records import read_results

    return [result for file in files for result in read_results(file)]


def _saving(folder: Path, work: Work) -> OnPicture:
    """Writes each enlargement; creates the folder at once, so that a bad one is reported early."""
    from fdiwn.lab.evaluation.outputs import made_folder, write_output
    from fdiwn.lab.evaluation.page import png

    for each in work.benchmarks:
        made_folder(folder / each.name / f"x{each.scale}-{work.protocol}")

    def save(benchmark: Benchmark, pair: Pair, images: Mapping[str, Image8]) -> None:
        place = folder / benchmark.name / f"x{benchmark.scale}-{work.protocol}"
        for method, image in images.items():
            write_output(place / f"{pair.name}_{method}.png", png(image))

    return save


def _show_results(results: Sequence[Result]) -> None:
    from fdiwn.lab.evaluation.tables import by_benchmark, result_table

    for methods in by_benchmark(results):
        show(result_table, methods)
    for result in results:
        for picture in result.pictures:
            for note in picture.notes:
                echo(f"note on {picture.name} by {result.method}: {note}", err=True)


def _write_json(file: Path, results: Sequence[Result]) -> None:
    from fdiwn.lab.evaluation.outputs import write_output
    from fdiwn.lab.evaluation.records import to_json

    write_output(file, to_json(results).encode())


def _compare(
    results: Sequence[Result],
    scale: int | None,
    table: bool,
    markdown: Path | None,
    csv: Path | None,
    plots: Path | None,
) -> None:
    from fdiwn.lab.evaluation import tables
    from fdiwn.lab.evaluation.comparison import section
    from fdiwn.lab.evaluation.outputs import write_output

    sections = [section(n, results) for n in ([scale] if scale else SCALES)]
    if table:
        for each in sections:
            show(partial(tables.comparison_table, each), tables.columns(each))
    if markdown is not None:
        write_output(markdown, tables.to_markdown(sections).encode())
    if csv is not None:
        write_output(csv, tables.to_csv(sections).encode("utf-8-sig"))
    if plots is not None:
        _draw(sections, plots)


def _draw(sections: Sequence[Section], folder: Path) -> None:
    from fdiwn.lab.evaluation.networks import with_executed
    from fdiwn.lab.evaluation.outputs import write_output
    from fdiwn.lab.evaluation.plots import KINDS, plot

    for each in map(with_executed, sections):
        for kind in KINDS:
            image = plot(each, kind, each.datasets)
            write_output(folder / f"{kind}_x{each.scale}.png", image)
