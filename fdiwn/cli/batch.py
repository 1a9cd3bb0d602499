"""``fdiwn batch``: enlarges whole folders, planned first and safe against interruption."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from fdiwn.api import naming
from fdiwn.batch.cluster.start import checked_address
from fdiwn.batch.records.plan import CONFLICTS, BatchOptions
from fdiwn.batch.records.report import ENDINGS
from fdiwn.cli import options as cli_options
from fdiwn.cli import save as cli_save
from fdiwn.cli.batch_run import run_batch


def batch(
    in_dir: Annotated[Path, typer.Argument(metavar="IN_DIR", help="The folder of pictures.")],
    out_dir: Annotated[Path, typer.Argument(metavar="OUT_DIR", help="Where the results go.")],
    recursive: Annotated[
        bool,
        typer.Option("--recursive/--flat", help="With subfolders, as in IN_DIR, or without."),
    ] = True,
    include: Annotated[
        list[str] | None,
        typer.Option(metavar="GLOB", help="Only such files, as '*.tif'; can be repeated."),
    ] = None,
    exclude: Annotated[
        list[str] | None,
        typer.Option(metavar="GLOB", help="No such files; can be repeated."),
    ] = None,
    name: cli_options.Name = naming.DEFAULT,
    on_conflict: Annotated[
        str,
        typer.Option(
            metavar="|".join(CONFLICTS), help="What to do if a file has the result's name already."
        ),
    ] = "skip",
    resume: Annotated[
        bool,
        typer.Option(
            "--resume",
            help="Continue an earlier batch: pictures that the journal in OUT_DIR proves done are "
            "skipped, whatever --on-conflict says.",
        ),
    ] = False,
    retry: Annotated[
        int,
        typer.Option(min=0, help="How often a picture is tried again after a temporary failure."),
    ] = 2,
    report: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE.csv|.json",
            help="Write a report on every file. It replaces an earlier report, but another file "
            "only with --on-conflict overwrite.",
        ),
    ] = None,
    keep_dates: cli_options.KeepDates = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be done; write nothing.")
    ] = False,
    watch: Annotated[
        bool,
        typer.Option("--watch", help="Then wait for new pictures, until Ctrl+C."),
    ] = False,
    min_pixels: Annotated[
        str | None,
        typer.Option(metavar="N", help="Pass over smaller pictures; 2M means megapixels."),
    ] = None,
    max_pixels: Annotated[
        str | None,
        typer.Option(
            metavar="N", help="Pass over larger pictures. Default: beyond 500M they fail."
        ),
    ] = None,
    scale: cli_options.Scale = None,
    size: cli_options.Size = None,
    paper: cli_options.Print = None,
    model: cli_options.Model = None,
    device: cli_options.Device = "auto",
    backend: cli_options.Backend = "auto",
    precision: cli_options.Precision = "auto",
    quality: cli_options.Quality = "normal",
    strength: cli_options.Strength = 100,
    sharpen: cli_options.Sharpen = "none",
    crop: cli_options.CropTo = None,
    statistics: cli_options.Statistics = "sample",
    tile: cli_options.Tile = "auto",
    max_memory: cli_options.MaxMemory = None,
    damaged: cli_options.Damaged = False,
    output_format: cli_save.Format = None,
    output_quality: cli_save.OutputQuality = None,
    lossless: cli_save.Lossless = False,
    progressive: cli_save.Progressive = None,
    depth: cli_save.Depth = "auto",
    strip: cli_save.Strip = "none",
    no_provenance: cli_save.NoProvenance = False,
    background: cli_save.Background = None,
    convert: cli_save.Convert = None,
    cluster: Annotated[
        str | None,
        typer.Option(
            metavar="tcp://HOST:PORT|local:N",
            help="Distribute the pictures to the workers of a Dask scheduler, which see the same "
            "folders, or to N processes of this computer.",
        ),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object per file; of a dry run, the plan.")
    ] = False,
) -> None:
    """Enlarge a folder of pictures into another folder.

    The originals are never changed. --resume continues a batch that was interrupted. Exit code: 0
    all done, 1 failed, 2 wrong usage, 3 some pictures failed, 4 all done, but printing about it
    failed, 130 stopped.
    """
    most = cli_options.amount(max_pixels, "--max-pixels")
    options = BatchOptions(
        folders=(_absolute(in_dir),),
        output=_absolute(out_dir),
        upscale=cli_options.upscale_options(
            cli_options.wanted_size(scale, size, paper),
            model,
            device,
            backend,
            precision,
            quality,
            statistics,
            tile,
            most,
            max_memory,
            damaged,
            cli_options.finish_of(strength, sharpen),
            cli_options.crop_of(crop),
        ),
        save=cli_save.save_options(
            output_format,
            output_quality,
            lossless,
            progressive,
            depth,
            strip,
            no_provenance,
            background,
            convert,
        ),
        recursive=recursive,
        include=tuple(include or ()),
        exclude=tuple(exclude or ()),
        template=cli_options.template(name),
        on_conflict=cli_save.one_of(on_conflict, CONFLICTS, "--on-conflict"),
        resume=resume,
        min_pixels=cli_options.amount(min_pixels, "--min-pixels"),
        max_pixels=most,
        retries=retry,
        keep_dates=keep_dates,
    )
    if report is not None and report.suffix.lower() not in ENDINGS:
        raise typer.BadParameter("must be a name that ends in .csv or .json", param_hint="--report")
    raise typer.Exit(
        run_batch(
            options,
            report,
            dry_run=dry_run,
            watch=watch,
            as_json=as_json,
            cluster=_cluster(cluster),
        )
    )


def _cluster(address: str | None) -> str | None:
    try:
        return None if address is None else checked_address(address)
    except ValueError as exc:
        raise typer.BadParameter(str(exc), param_hint="--cluster") from exc


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path.expanduser()))  # noqa: PTH100 - resolve() would follow links
