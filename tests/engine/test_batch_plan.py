"""What a batch is going to do, before it does anything."""

from __future__ import annotations

import json
import os
from fractions import Fraction
from pathlib import Path

import pytest

from fdiwn.api.errors import InputError, ModelNotFound, OutputError
from fdiwn.api.files import file_sha256
from fdiwn.api.options import Limits, SaveOptions, UpscaleOptions
from fdiwn.api.sizing import Factor, Frame, Paper
from fdiwn.api.taken_names import ignores_case
from fdiwn.batch.planning.survey import survey
from fdiwn.batch.records.items import Item, Items, Stage
from fdiwn.batch.records.plan import (
    Action,
    BatchOptions,
    Plan,
    options_from_text,
    options_to_text,
    settings_hash,
)
from tests.engine.batch_folder import draw


@pytest.fixture
def upscale(bicubic_models: dict[int, Path]) -> UpscaleOptions:
    return UpscaleOptions(2, str(bicubic_models[2]), "cpu")


@pytest.fixture
def options(tmp_path: Path, upscale: UpscaleOptions) -> BatchOptions:
    (tmp_path / "in").mkdir()
    return BatchOptions((tmp_path / "in",), tmp_path / "out", upscale)


def changed(options: BatchOptions, **values: object) -> BatchOptions:
    return BatchOptions(**{**vars(options), **values})


def targets(plan: Plan) -> dict[str, str]:
    return {e.key: e.target.relative_to(plan.options.output).as_posix() for e in plan.entries}


def journalled(plan: Plan) -> Items:
    """What a run of the plan would leave in the journal; its results are put there."""
    items = {}
    for entry in plan.of(Action.ENLARGE):
        entry.target.parent.mkdir(parents=True, exist_ok=True)
        draw(entry.target, 1)
        target, found = entry.target, entry.target.stat()
        output = plan.options.output
        item = Item(
            target.relative_to(output).as_posix(),
            entry.wished.relative_to(output).as_posix(),
            str(entry.source),
            entry.bytes,
            entry.mtime_ns,
            file_sha256(entry.source),
            entry.settings,
            entry.model,
            Stage.DONE,
            found.st_size,
            found.st_mtime_ns,
            file_sha256(target),
            "",
            sure=True,
        )
        items[item.target] = item
    return items


def test_subfolders_are_mirrored_and_other_files_passed_over(options: BatchOptions) -> None:
    (folder,) = options.folders
    draw(folder / "a.png", 1)
    draw(folder / "Trip" / "day 2" / "b.jpg", 2)
    system = (".DS_Store", "._a.png", "Thumbs.db", "desktop.ini", ".hidden.png", "Trip/DESKTOP.INI")
    for name in (*system, "readme.txt", ".git/x.png", "__MACOSX/a.png"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(b"x")
    plan = survey(options, {})
    assert targets(plan) == {
        "a.png": "a_2x.png",
        "Trip/day 2/b.jpg": "Trip/day 2/b_2x.jpg",
    }
    assert {p.path.relative_to(folder).as_posix() for p in plan.passed_over} == {
        *system,
        "readme.txt",
        ".git",
        "__MACOSX",
    }
    assert plan.entries[0].result == (48, 32)
    assert plan.work == 2 * 24 * 16
    assert not options.output.exists()  # a plan writes nothing
    flat = survey(changed(options, recursive=False), {})
    assert targets(flat) == {"a.png": "a_2x.png"}


def test_patterns_and_sizes(options: BatchOptions) -> None:
    (folder,) = options.folders
    draw(folder / "a.TIF", 1)
    draw(folder / "raw" / "b.tif", 2)
    draw(folder / "c.png", 3, (200, 100))
    draw(folder / "d.png", 4)
    narrow = changed(options, include=("*.tif", "C*"), exclude=("raw/*",))
    assert set(targets(survey(narrow, {}))) == {"a.TIF", "c.png"}
    large = survey(changed(options, min_pixels=1000), {})
    assert set(targets(large)) == {"c.png"}
    assert {p.reason for p in large.passed_over} == {"smaller than 1,000 pixels"}
    small = survey(changed(options, max_pixels=1000), {})
    assert "c.png" not in targets(small)


def test_two_results_never_share_a_name(options: BatchOptions) -> None:
    (folder,) = options.folders
    for name in ("x.jpg", "x.png", "x.tif"):
        draw(folder / name, 1)
    one_format = changed(options, save=SaveOptions(format="png"))
    plan = survey(one_format, {})
    assert targets(plan) == {
        "x.jpg": "x_2x.png",
        "x.png": "x_2x (2).png",
        "x.tif": "x_2x (3).png",
    }
    assert plan.entries[1].notes[-1].startswith("Named x_2x (2).png: the result of x.jpg")
    for policy in ("skip", "overwrite", "rename"):
        assert targets(survey(changed(one_format, on_conflict=policy), {})) == targets(plan)
    refused = survey(changed(one_format, on_conflict="fail"), {})
    assert [e.action for e in refused.entries] == [Action.ENLARGE, Action.REFUSE, Action.REFUSE]


@pytest.mark.parametrize("insensitive", [True, False])
def test_names_that_differ_by_case_alone(
    options: BatchOptions, insensitive: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder,) = options.folders
    draw(folder / "IMG.png", 1)
    draw(folder / "img.png", 2)
    if len(list(folder.iterdir())) < 2:
        pytest.skip("this file system takes them for one name")
    monkeypatch.setattr("fdiwn.batch.planning.survey.ignores_case", lambda folder: insensitive)
    plan = survey(options, {})
    second = "img_2x (2).png" if insensitive else "img_2x.png"
    assert targets(plan) == {"IMG.png": "IMG_2x.png", "img.png": second}
    if insensitive:
        with pytest.raises(OutputError, match="has this name"):
            plan.with_target("img.png", options.output / "img_2X.PNG")


def test_how_case_is_found_out(tmp_path: Path) -> None:
    (tmp_path / "Name").mkdir()
    assert ignores_case(tmp_path / "missing") == (tmp_path / "nAME").exists()


def test_the_folder_of_the_results_is_not_searched(options: BatchOptions) -> None:
    (folder,) = options.folders
    draw(folder / "a.png", 1)
    draw(folder / "big" / "a_2x.png", 1)
    inside = changed(options, output=folder / "big")
    plan = survey(inside, {})
    assert set(targets(plan)) == {"a.png"}
    assert [p.reason for p in plan.passed_over] == ["the folder of the results"]
    same = changed(options, output=folder)
    with pytest.raises(OutputError, match="cannot take the results"):
        survey(same, {})


def test_links(options: BatchOptions, tmp_path: Path) -> None:
    (folder,) = options.folders
    draw(folder / "a" / "x.png", 1)
    draw(tmp_path / "elsewhere" / "y.png", 2)
    try:
        (folder / "a" / "loop").symlink_to(folder)
    except OSError:
        pytest.skip("no links here")
    (folder / "a" / "self").symlink_to(folder / "a" / "self")
    (folder / "up").symlink_to(tmp_path)
    (folder / "twice").symlink_to(folder / "a")
    (folder / "far").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "elsewhere" / "back").symlink_to(tmp_path / "elsewhere")
    (folder / "gone.png").symlink_to(folder / "nowhere.png")
    plan = survey(options, {})
    assert set(targets(plan)) == {"a/x.png", "far/y.png", "gone.png"}
    reasons = {p.path.name: p.reason for p in plan.passed_over}
    assert {"loop", "up", "twice", "back", "self"} == set(reasons)


def test_results_that_would_replace_a_picture(options: BatchOptions, tmp_path: Path) -> None:
    (folder,) = options.folders
    draw(folder / "x.png", 1)
    options.output.mkdir()
    below = draw(folder / "sub" / "y.png", 2)
    try:
        (options.output / "sub").symlink_to(folder / "sub")
    except OSError:
        pytest.skip("no links here")
    own_names = changed(options, template="{name}", on_conflict="overwrite")
    plan = survey(own_names, {})
    assert targets(plan) == {"x.png": "x.png", "sub/y.png": "sub/y (2).png"}
    with pytest.raises(OutputError, match="cannot be the name"):
        plan.with_target("x.png", below)


def test_what_is_there_already(options: BatchOptions) -> None:
    (folder,) = options.folders
    draw(folder / "a.png", 1)
    taken = draw(options.output / "a_2x.png", 9)
    actions = {}
    for policy in ("skip", "rename", "overwrite", "fail"):
        (entry,) = survey(changed(options, on_conflict=policy), {}).entries
        actions[policy] = entry.action, entry.target.name, entry.replaces
    assert actions == {
        "skip": (Action.SKIP, "a_2x.png", False),
        "rename": (Action.ENLARGE, "a_2x (2).png", False),
        "overwrite": (Action.ENLARGE, "a_2x.png", True),
        "fail": (Action.REFUSE, "a_2x.png", False),
    }
    assert taken.exists()


def test_done_is_decided_by_content_and_settings(options: BatchOptions) -> None:
    (folder,) = options.folders
    source = draw(folder / "a.png", 1)
    items = journalled(survey(options, {}))

    def action(options: BatchOptions) -> tuple[Action, str]:
        (entry,) = survey(options, items).entries
        return entry.action, entry.reason.partition(": ")[2]

    assert action(options) == (Action.DONE_BEFORE, "")
    os.utime(source, (1, 1))  # touched, not changed
    assert action(options) == (Action.DONE_BEFORE, "")
    overwrite = changed(options, on_conflict="overwrite")
    assert action(overwrite)[0] is Action.ENLARGE
    assert action(changed(overwrite, resume=True))[0] is Action.DONE_BEFORE

    best = changed(options, upscale=UpscaleOptions(2, options.upscale.model, quality="best"))
    assert action(best) == (
        Action.SKIP,
        "its result there was made with other settings or another model",
    )
    draw(source, 2)
    assert action(options) == (
        Action.SKIP,
        "its result there is of an earlier version of the picture",
    )


def test_results_are_verified(options: BatchOptions) -> None:
    (folder,) = options.folders
    draw(folder / "a.png", 1)
    items = journalled(survey(options, {}))
    target = options.output / "a_2x.png"
    whole = target.read_bytes()
    target.write_bytes(whole[:-40])
    (entry,) = survey(options, items).entries
    assert (entry.action, entry.replaces) == (Action.ENLARGE, True)  # damaged: made again
    draw(target, 5, (30, 30))
    (entry,) = survey(options, items).entries
    assert entry.reason == "a_2x.png: its result was changed by somebody"  # and is kept
    target.unlink()
    (entry,) = survey(options, items).entries
    assert entry.action is Action.ENLARGE

    target.write_bytes(whole)
    stat = target.stat()
    broken = bytearray(whole)
    broken[60] ^= 255
    target.write_bytes(broken)
    os.utime(target, ns=(stat.st_atime_ns, items["a_2x.png"].result_mtime_ns))
    unsure = {name: Item(**{**vars(item), "sure": False}) for name, item in items.items()}
    (entry,) = survey(options, unsure).entries
    assert entry.action is Action.ENLARGE  # read again, because that run was cut off


def test_names_stay_as_they_were_when_pictures_come(options: BatchOptions) -> None:
    (folder,) = options.folders
    draw(folder / "x.png", 1)
    one_format = changed(options, save=SaveOptions(format="png"))
    items = journalled(survey(one_format, {}))
    draw(folder / "x.jpg", 2)  # comes first in the order
    plan = survey(one_format, items)
    assert targets(plan) == {"x.jpg": "x_2x (2).png", "x.png": "x_2x.png"}
    assert [e.action for e in plan.entries] == [Action.ENLARGE, Action.DONE_BEFORE]


def test_what_cannot_be_made_is_refused_beforehand(options: BatchOptions) -> None:
    (folder,) = options.folders
    draw(folder / "a.png", 1, (9000, 8))
    (entry,) = survey(changed(options, save=SaveOptions(format="webp")), {}).entries
    assert (entry.action, entry.reason) == (Action.REFUSE, "WebP ends at 16,383 pixels a side")
    frame = UpscaleOptions(model=options.upscale.model, size=Frame(10))
    (entry,) = survey(changed(options, upscale=frame), {}).entries
    assert entry.action is Action.REFUSE
    few = UpscaleOptions(2, options.upscale.model, limits=Limits(1000))
    (entry,) = survey(changed(options, upscale=few), {}).entries
    assert entry.reason == "it has 9,000 x 8 pixels, and the limit is 1,000"


def test_what_ends_a_plan(options: BatchOptions, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such folder"):
        survey(changed(options, folders=(tmp_path / "missing",)), {})
    draw(tmp_path / "in" / "a.png", 1)
    with pytest.raises(ModelNotFound):
        survey(changed(options, upscale=UpscaleOptions(2, "nonsense")), {})
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="is a file"):
        survey(changed(options, output=tmp_path / "file" / "out"), {})


def test_several_folders(options: BatchOptions, tmp_path: Path) -> None:
    folders = (tmp_path / "1" / "Trip", tmp_path / "2" / "trip", tmp_path / "3")
    for number, folder in enumerate(folders):
        draw(folder / "a.png", number)
    plan = survey(changed(options, folders=folders), {})
    assert targets(plan) == {
        "Trip/a.png": "Trip/a_2x.png",
        "trip (2)/a.png": "trip (2)/a_2x.png",
        "3/a.png": "3/a_2x.png",
    }


def test_a_plan_can_be_changed(options: BatchOptions, tmp_path: Path) -> None:
    (folder,) = options.folders
    draw(folder / "a.png", 1)
    draw(folder / "b.png", 2)
    plan = survey(options, {})
    moved = plan.with_target("a.png", options.output / "best" / "first.tif")
    assert targets(moved) == {"a.png": "best/first.tif", "b.png": "b_2x.png"}
    draw(options.output / "there.png", 3)
    for wrong, why in {
        tmp_path / "x.png": "not in",
        options.output / "b_2x.png": "the result of b.png",
        options.output / "x.bmp": "needs an extension",
        options.output / "there.png": "exists",
    }.items():
        with pytest.raises(OutputError, match=why):
            plan.with_target("a.png", wrong)
    assert [e.key for e in plan.only(["b.png"]).entries] == ["b.png"]
    assert plan.without(["b.png"]).entries[1].action is Action.SKIP
    told = json.loads(json.dumps(plan.to_json()))
    assert told["counts"]["enlarge"] == 2
    assert told["entries"][0]["target"] == str(options.output / "a_2x.png")


def test_options_as_text(options: BatchOptions) -> None:
    paper = Paper(Fraction(600), Fraction(400), Fraction(300), "60x40cm")
    for size in (
        None,
        Factor(Fraction(5, 2)),
        Frame(None, 900),
        paper,
    ):
        full = changed(
            options,
            upscale=UpscaleOptions(3, "m", size=size, limits=Limits(10, 20)),
            save=SaveOptions("jpeg", 80, background=(1, 2, 3)),
            include=("*.tif",),
            max_pixels=5,
        )
        assert options_from_text(options_to_text(full)) == full
    assert options_from_text("{}") is None
    plain = settings_hash(options.upscale, options.save)
    assert plain != settings_hash(options.upscale, SaveOptions(quality=90))
    assert plain != settings_hash(UpscaleOptions(3), options.save)
