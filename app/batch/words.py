"""Texts about a batch's options, plan, progress and end."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.look.translation import counted, tr
from app.look.words import about, duration, file_size, megapixels, pictures
from app.settings.order import Order
from fdiwn.api.finishing import Finish
from fdiwn.api.formats import FORMAT_NAMES
from fdiwn.api.options import SaveOptions
from fdiwn.batch.records.count import BatchCount
from fdiwn.batch.records.events import State
from fdiwn.batch.records.items import Unfinished
from fdiwn.batch.records.plan import Action, Entry, Plan


def order_line(order: Order) -> str:
    """A batch's options in one line: size, model, file."""
    upscale, save = order.upscale, order.save
    parts = [_scaled(order), Path(upscale.model).stem if upscale.model else tr("best model")]
    if upscale.quality == "best":
        parts.append(tr("best quality"))
    parts += _finish_parts(upscale.finish)
    parts += _file_parts(save)
    return "  ·  ".join(parts)


def _scaled(order: Order) -> str:
    label = order.wanted.label
    return label if any(letter.isalpha() for letter in label) else f"{label}x"


def _finish_parts(finish: Finish) -> list[str]:
    """Strength and sharpening, where they are not the usual ones."""
    parts = []
    if finish.strength < 100:
        parts.append(tr("strength {0}\N{NO-BREAK SPACE}%").format(finish.strength))
    if finish.sharpens:
        words = {"screen": tr("sharpened for a screen"), "print": tr("sharpened for print")}
        much = "" if finish.amount == 100 else f" ({finish.amount}\N{NO-BREAK SPACE}%)"
        parts.append(words[finish.sharpen] + much)
    return parts


def _file_parts(save: SaveOptions) -> list[str]:
    names = {name.lower(): name for name in FORMAT_NAMES.values()}
    parts = [names[save.format] if save.format else tr("format as the original")]
    if save.lossless:
        parts.append(tr("lossless"))
    elif save.quality is not None:
        parts.append(tr("quality {0}").format(save.quality))
    if save.depth != "auto":
        parts.append(tr("{0} bits").format(save.depth))
    if save.strip != "none":
        words = {"gps": tr("without place"), "all": tr("without metadata")}
        parts.append(words[save.strip])
    return parts


def action_words(action: Action) -> str:
    return {
        Action.ENLARGE: tr("Enlarge"),
        Action.DONE_BEFORE: tr("Done before"),
        Action.SKIP: tr("Skip"),
        Action.REFUSE: tr("Cannot"),
    }[action]


def state_words(state: State) -> str:
    return {
        State.DONE: tr("Done"),
        State.DONE_BEFORE: tr("Done before"),
        State.FAILED: tr("Failed"),
        State.SKIPPED: tr("Skipped"),
        State.PASSED_OVER: tr("Passed over"),
        State.NOT_REACHED: tr("Not reached"),
    }[state]


def plan_line(plan: Plan, to_make: Sequence[Entry]) -> str:
    """Pictures, megapixels, disk and time of a plan, without the excluded pictures."""
    if not to_make:
        return tr("Nothing to enlarge.")
    made = sum(e.result[0] * e.result[1] for e in to_make if e.result)
    parts = [pictures(len(to_make)), tr("{0} to make").format(megapixels(made, 1))]
    size = file_size(sum(entry.result_bytes for entry in to_make))
    if plan.free is not None:
        parts.append(tr("about {0} of {1} free").format(size, file_size(plan.free)))
    else:
        parts.append(tr("about {0}").format(size))
    work = sum(entry.work for entry in to_make)
    parts.append(
        tr("takes about {0}").format(duration(max(1.0, work / plan.speed)))
        if plan.speed
        else tr("time unknown until the first picture is done")
    )
    return "  ·  ".join(parts)


def rest_line(plan: Plan) -> str:
    """What will not be made, and what the user should know."""
    before, skipped = len(plan.of(Action.DONE_BEFORE)), len(plan.of(Action.SKIP))
    refused, ignored = len(plan.of(Action.REFUSE)), len(plan.passed_over)
    line = _joined(
        (counted("%n done before", before), before),
        (counted("%n skipped", skipped), skipped),
        (counted("%n cannot be enlarged", refused), refused),
        (counted("%n passed over", ignored), ignored),
    )
    return " ".join([*plan.notes, f"{line}." if line else ""]).strip()


def passed_over_lines(plan: Plan, most: int = 12) -> str:
    """The same, for a tool tip."""
    lines = [f"{p.path.name}: {p.reason}" for p in plan.passed_over[:most]]
    more = len(plan.passed_over) - most
    return "\n".join([*lines, tr("… and {0} more").format(more)] if more > 0 else lines)


def run_line(count: BatchCount) -> str:
    parts = [tr("{0} of {1}").format(count.ended, count.total)]
    if failed := count.number(State.FAILED):
        parts.append(counted("%n failed", failed))
    seconds = count.seconds_left
    if count.waits is None and seconds is not None:
        parts.append(about(seconds))
    return "  ·  ".join(parts)


def end_line(count: BatchCount, stopped: bool) -> str:
    """stopped: before all was done."""
    done, failed = count.number(State.DONE), len(count.failed)
    skipped, left = count.number(State.SKIPPED), count.number(State.NOT_REACHED)
    line = _joined(
        (counted("%n done", done), done),
        (counted("%n failed", failed), failed),
        (counted("%n skipped", skipped), skipped),
        (counted("%n not reached", left), left),
    )
    if stopped:
        return tr("Stopped: {0}.").format(line) if line else tr("Stopped.")
    return f"{line}." if line else tr("Finished.")


def unfinished_line(found: Unfinished) -> str:
    if found.in_use:
        return tr("Another program is writing a batch into this folder now.")
    line = _joined(
        (counted("%n done", found.done), found.done),
        (counted("%n failed", found.failed), found.failed),
        (counted("%n left", found.left), found.left),
    )
    return tr("A batch in this folder is unfinished ({0}).").format(line)


def _joined(*parts: tuple[str, int]) -> str:
    """The texts of the numbers that are not zero."""
    return ", ".join(text for text, number in parts if number)
