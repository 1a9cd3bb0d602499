"""``fdiwn batch``: a plan, a run and a report, with an exit code."""

from __future__ import annotations

import json
import os
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import typer

from fdiwn.api.errors import Cancelled, FdiwnError
from fdiwn.batch.cluster.start import open_cluster
from fdiwn.batch.records.plan import Action, BatchOptions
from fdiwn.batch.records.report import refuse_strange, write_report
from fdiwn.cli.batch_view import BatchView, say, say_plan, say_summary
from fdiwn.cli.signals import StopSwitch

# torch takes seconds to load, so modules that need it are imported late.

DONE, FAILED, STOPPED = 0, 1, 130


def run_batch(
    options: BatchOptions,
    report: Path | None,
    *,
    dry_run: bool,
    watch: bool,
    as_json: bool,
    cluster: str | None = None,
) -> int:
    """Plans, and runs unless it is a dry run. Returns the exit code.

    cluster: the address of a cluster, None for this process.
    """
    stop = StopSwitch()
    with stop.armed():
        try:
            if dry_run:
                return _only_plan(options, stop, as_json)
            return _carry_out(options, report, stop, watch, as_json, cluster)
        except Cancelled:
            say("Stopped. Nothing unfinished was left behind.", err=True)
            return STOPPED
        except FdiwnError as error:
            say(f"Error: {error}", err=True)
            return FAILED
        except KeyboardInterrupt:
            say("Left at once. What was done is kept; --resume goes on.", err=True)
            os._exit(STOPPED)  # threads are still making pictures; the journal knows which


def _only_plan(options: BatchOptions, stop: StopSwitch, as_json: bool) -> int:
    from fdiwn.batch.journal import read_items
    from fdiwn.batch.planning.survey import pixels_a_second, survey
    from fdiwn.enlarge.pipeline import Upscaler

    upscaler = Upscaler(should_stop=stop)
    plan = survey(options, read_items(options.output), upscaler=upscaler, should_stop=stop)
    if plan.work:
        plan = replace(plan, speed=pixels_a_second(upscaler, options.upscale))
    if as_json:
        typer.echo(json.dumps(plan.to_json()))
    else:
        say_plan(plan, every=True)
    return FAILED if plan.of(Action.REFUSE) else DONE


def _carry_out(
    options: BatchOptions,
    report: Path | None,
    stop: StopSwitch,
    watch: bool,
    as_json: bool,
    cluster: str | None,
) -> int:
    from fdiwn.batch.session import Listeners, carry_out

    may_replace = options.on_conflict == "overwrite"
    there = report is not None and refuse_strange(report, may_replace)
    others = open_cluster(cluster, options, stop) if cluster else nullcontext()
    with others as executor, BatchView(as_json) as view:
        listeners = Listeners(view.take, view.plan, view.survey, view.waiting, stop)
        summary = carry_out(options, listeners, watch=watch, executor=executor)
    if not as_json:
        say_summary(summary)
    if report is not None:
        write_report(report, summary, replaces=there or may_replace)
    return summary.exit_code
