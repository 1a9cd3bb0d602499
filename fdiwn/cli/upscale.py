"""``fdiwn upscale``: files one after the other, with progress, results and an exit code."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
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

from fdiwn import naming
from fdiwn.errors import Cancelled, FdiwnError, OutputError
from fdiwn.models_table import find_model
from fdiwn.options import AS_IT_IS, SaveOptions, UpscaleOptions
from fdiwn.sizing import plan
from fdiwn.stop import StopSwitch

if TYPE_CHECKING:
    from fdiwn.pipeline import Upscaler
    from fdiwn.results import UpscaleResult

# torch takes seconds to load, so the pipeline is imported when the first picture is due.

DONE, FAILED, SOME_FAILED, STOPPED = 0, 1, 3, 130

OnProgress = Callable[[int, int], None]


@dataclass(frozen=True)
class Target:
    """Where the results go: one file, or a folder for names made from the pictures' own; and how
    they are written. template: of those names, see `fdiwn.naming`."""

    output: Path | None
    several: bool
    save: SaveOptions = AS_IT_IS
    template: str = naming.DEFAULT

    def path(self, source: Path, options: UpscaleOptions) -> Path:
        """The result's path for one picture; the folder is made if it is not there."""
        from fdiwn.targets import default_target

        size, model = options.size or options.scale, ""
        if "model" in naming.tokens(self.template):
            model = _models(source, options)
        if self.output is None:
            return default_target(source, size, None, self.save, self.template, model)
        if self.several or self.output.is_dir() or not self.output.suffix:
            try:
                self.output.mkdir(parents=True, exist_ok=True)
            except OSError as exc:
                raise OutputError(
                    f"{self.output} cannot be used as a folder",
                    exc.strerror or str(exc),
                    "Give another --output.",
                ) from exc
            return default_target(source, size, self.output, self.save, self.template, model)
        return self.output


def _models(source: Path, options: UpscaleOptions) -> str:
    """The names of the models that will enlarge a picture, as its result would state them."""
    from fdiwn.codec.target import upright_size

    if options.model is not None:
        return Path(options.model).stem if "." in options.model else options.model
    steps: tuple[int, ...] = (options.scale,)
    if options.size is not None:
        size = upright_size(source)
        steps = plan(*size, options.size).steps if size else ()
    return " + ".join(dict.fromkeys(find_model(None, step).stem for step in steps))


def run_upscale(
    inputs: list[Path],
    target: Target,
    options: UpscaleOptions,
    *,
    overwrite: bool,
    as_json: bool,
) -> int:
    """Enlarges every input; a bad one is reported and the rest go on. Returns the exit code."""
    from fdiwn.pipeline import Upscaler

    upscaler, stop, failed = Upscaler(), StopSwitch(), 0
    with stop.armed():
        for number, source in enumerate(inputs, 1):
            label = f"[{number}/{len(inputs)}] {source.name}" if len(inputs) > 1 else source.name
            try:
                result = _one(source, target, options, overwrite, upscaler, stop, label, as_json)
            except Cancelled:
                typer.echo("Stopped. Nothing unfinished was left behind.", err=True)
                return STOPPED
            except FdiwnError as error:
                failed += 1
                _report_error(source, error, as_json)
            else:
                _report_result(result, as_json)
    if failed == 0:
        return DONE
    return FAILED if failed == len(inputs) else SOME_FAILED


def _one(
    source: Path,
    target: Target,
    options: UpscaleOptions,
    overwrite: bool,
    upscaler: Upscaler,
    stop: StopSwitch,
    label: str,
    as_json: bool,
) -> UpscaleResult:
    from fdiwn.pipeline import upscale_file

    with _progress(label, quiet=as_json) as on_progress:
        return upscale_file(
            source,
            target.path(source, options),
            options,
            upscaler=upscaler,
            save=target.save,
            overwrite=overwrite,
            on_progress=on_progress,
            should_stop=stop,
        )


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
        echo_json(asdict(result))
    else:
        (w, h), (out_w, out_h) = result.input_size, result.output_size
        echo(
            f"{result.input} -> {result.output}  {w}x{h} -> {out_w}x{out_h}  {result.model} on "
            f"{result.device} ({result.backend}, {result.precision}), {result.seconds:.1f} s "
            f"({result.megapixels_per_second:.2f} MP/s), "
            f"faithful to the original: {result.fidelity_psnr:.0f} dB"
        )
        for note in result.notes:
            echo(f"  note: {note}")
    sys.stdout.flush()


def _report_error(source: Path, error: FdiwnError, as_json: bool) -> None:
    if as_json:
        record = {"input": str(source), "error": str(error), "kind": type(error).__name__}
        echo_json(record)
    else:
        echo(f"Error: {error}", err=True)


def echo(line: str, err: bool = False) -> None:
    """One line. A file's name may hold line ends, commands for terminals and broken letters."""
    typer.echo(printable(line), err=err)


def printable(text: str) -> str:
    """The text with all that cannot be shown written out."""
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in text)


def echo_json(record: Mapping[str, object]) -> None:
    line = json.dumps(record, ensure_ascii=False)
    try:
        line.encode()
    except UnicodeEncodeError:  # a name that is no Unicode: escaped, it comes back whole
        line = json.dumps(record)
    typer.echo(line)
