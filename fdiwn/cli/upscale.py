"""``fdiwn upscale``: enlarges files one by one, with progress, results and an exit code."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    TaskProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)

from fdiwn.api.errors import Cancelled, FdiwnError
from fdiwn.api.final_name import date_of, set_date
from fdiwn.api.options import UpscaleOptions
from fdiwn.api.progress import ShouldStop
from fdiwn.cli.signals import StopSwitch
from fdiwn.cli.target import Planned, Target, plan_targets

if TYPE_CHECKING:
    from fdiwn.api.results import UpscaleResult
    from fdiwn.enlarge.pipeline import Upscaler

# torch takes seconds to load, so the pipeline is imported for the first picture.

DONE, FAILED, SOME_FAILED, STOPPED = 0, 1, 3, 130

OnProgress = Callable[[int, int], None]


def run_upscale(
    inputs: list[Path],
    target: Target,
    options: UpscaleOptions,
    *,
    overwrite: bool,
    as_json: bool,
    keep_dates: bool = False,
) -> int:
    """Enlarges every input; a failed one is reported and the rest continue. Returns the exit
    code."""
    from fdiwn.enlarge.pipeline import Upscaler

    stop, failed = StopSwitch(), 0
    upscaler = Upscaler(should_stop=stop)
    with stop.armed():
        try:
            planned = plan_targets(inputs, target, options)
        except FdiwnError as error:
            echo(f"Error: {error}", err=True)
            return FAILED
        for number, each in enumerate(planned, 1):
            name = each.source.name
            label = f"[{number}/{len(planned)}] {name}" if len(planned) > 1 else name
            try:
                with _progress(label, quiet=as_json) as on_progress:
                    job = _Job(each, target, options, overwrite, keep_dates)
                    result = _one(job, upscaler, on_progress, stop)
            except Cancelled:
                echo("Stopped. Nothing unfinished was left behind.", err=True)
                return STOPPED
            except FdiwnError as error:
                failed += 1
                _report_error(each.source, error, as_json)
            else:
                _report_result(result, as_json)
    if failed == 0:
        return DONE
    return FAILED if failed == len(planned) else SOME_FAILED


@dataclass(frozen=True)
class _Job:
    """One picture to enlarge."""

    planned: Planned
    target: Target
    options: UpscaleOptions
    overwrite: bool
    keep_dates: bool


def _one(
    job: _Job, upscaler: Upscaler, on_progress: OnProgress, should_stop: ShouldStop
) -> UpscaleResult:
    from fdiwn.enlarge.stages import upscale_file

    if should_stop():
        raise Cancelled
    if job.planned.error is not None:
        raise job.planned.error
    date = date_of(job.planned.source) if job.keep_dates else None
    result = upscale_file(
        job.planned.source,
        job.planned.target,
        job.options,
        upscaler=upscaler,
        save=job.target.save,
        overwrite=job.overwrite,
        on_progress=on_progress,
        should_stop=should_stop,
    )
    named = (job.planned.note,) if job.planned.note else ()
    dated = set_date(job.planned.target, date) if date is not None else ()
    return replace(result, notes=(*named, *result.notes, *dated))


@contextmanager
def _progress(label: str, quiet: bool) -> Iterator[OnProgress]:
    """A bar with the time left on a terminal; nothing elsewhere."""
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TaskProgressColumn(),
        TimeRemainingColumn(),
    )
    shown = console.is_terminal and not quiet
    with Progress(*columns, console=console, transient=True, disable=not shown) as bar:
        task = bar.add_task(label, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _report_result(result: UpscaleResult, as_json: bool) -> None:
    if as_json:
        speed = round(result.megapixels_per_second, 4)
        rounded = {"seconds": round(result.seconds, 3), "megapixels_per_second": speed}
        echo_json(asdict(result) | rounded)
    else:
        (w, h), (out_w, out_h) = result.input_size, result.output_size
        finish = f"; then {', '.join(result.finish)}" if result.finish else ""
        echo(
            f"{result.input} -> {result.output}  {w}x{h} -> {out_w}x{out_h}  {result.model} on "
            f"{result.device} ({result.backend}, {result.precision}), {result.seconds:.1f} s "
            f"({result.megapixels_per_second:.2f} MP/s), "
            f"faithful to the original: {result.fidelity_psnr:.0f} dB{finish}"
        )
        for note in result.notes:
            echo(f"  note: {note}")


def _report_error(source: Path, error: FdiwnError, as_json: bool) -> None:
    if as_json:
        record = {"input": str(source), "error": str(error), "kind": type(error).__name__}
        echo_json(record)
    else:
        echo(f"Error: {error}", err=True)


def echo(line: str, err: bool = False) -> None:
    """One line. A file name may contain newlines, terminal commands and invalid Unicode."""
    typer.echo(printable(line), err=err)


def printable(text: str) -> str:
    """The text with all unprintable characters escaped."""
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in text)


def echo_json(record: Mapping[str, object]) -> None:
    """One line of JSON, in characters that standard output can encode."""
    line = json.dumps(record, ensure_ascii=False)
    try:
        line.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except UnicodeEncodeError:  # invalid Unicode in a name: escaped, it can be restored
        line = json.dumps(record)
    typer.echo(line)
