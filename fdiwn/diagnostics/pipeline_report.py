"""Reports the benchmark of the whole way as a table and as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict

from rich.console import Group
from rich.table import Table
from rich.text import Text

from fdiwn.diagnostics.pipeline_records import PipelineReport
from fdiwn.lab.evaluation.records import shown


def pipeline_json(report: PipelineReport) -> str:
    """The whole report, with the seconds of every round."""
    ratios = {
        "whole_to_network": report.whole_to_network,
        "picture_to_picture_to_network": report.small.ratio,
    }
    return json.dumps(asdict(report) | ratios, indent=2) + "\n"


def pipeline_table(report: PipelineReport) -> Group:
    """One row per share; below, the small picture, both ratios, and what is to be known."""
    return Group(Text(_title(report)), _table(report), Text("\n".join(_notes(report))))


def _table(report: PipelineReport) -> Table:
    made = Table()
    made.add_column("share")
    for name in ("seconds", "of the total", "x network"):
        made.add_column(name, justify="right")
    for number, share in enumerate(report.shares, 1):
        made.add_row(
            share.name,
            f"{share.seconds:.3f}",
            f"{share.of_total:.1%}",
            f"{share.to_network:.3f}",
            end_section=number >= len(report.shares) - 1,
        )
    return made


def _title(report: PipelineReport) -> str:
    of = report.windows
    width, height, scale = of.picture_width, of.picture_height, report.scale
    return (
        f"{shown(report.picture or 'sample.png')} -> {shown(report.target)}, {width}x{height} -> "
        f"{width * scale}x{height * scale}, {report.model} "
        f"({report.library}, {report.precision}, {report.device}), "
        f"threads: {report.machine.threads}, rounds: {len(report.rounds)}"
    )


def _notes(report: PipelineReport) -> list[str]:
    of, small = report.windows, report.small
    planes = f", {of.planes} planes" if of.planes > 1 else ""
    alone = [seconds for each in report.rounds for seconds in each.window]
    notes = [
        f"Picture to picture, {small.width}x{small.height}: {small.seconds:.3f} s, the network "
        f"alone {small.network_seconds:.3f} s.",
        f"File to file / network: {report.whole_to_network:.3f}. "
        f"Picture to picture / network: {small.ratio:.3f}.",
        "Network: for the picture's own pixels. Margins: for those that windows repeat "
        f"({of.count} of {of.width}x{of.height}{planes}).",
        f"A window alone took {min(alone):.3f} to {max(alone):.3f} s; the further apart, the less "
        "certain are network, margins and after.",
        "After: the rest of the total, what follows the network and is not hidden beside it.",
    ]
    if of.in_one_piece:
        notes.append("Measured in one piece. Statistics: what that adds to the network alone.")
    if report.precision != "float32":
        notes.append(
            "Pictures in one piece are computed in float32; the network alone in "
            f"{report.precision}."
        )
    return [*notes, *(f"Note: {note}" for note in report.notes)]
