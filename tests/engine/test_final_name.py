"""The last step of every file: nothing is replaced that was not there, or that nobody meant."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from typer.testing import CliRunner

from fdiwn.api import files, final_name
from fdiwn.api.errors import FdiwnError, OutputError
from fdiwn.api.files import write_whole
from fdiwn.api.final_name import give_name
from fdiwn.api.names import DISTRIBUTION
from fdiwn.api.options import UpscaleOptions
from fdiwn.batch.records.report import Summary, write_report
from fdiwn.cli.main import app
from fdiwn.enlarge import pipeline, stages
from fdiwn.models.model_file import write_atomically
from fdiwn.models.weights import save_network
from fdiwn.network.network import FDIWN
from fdiwn.pixels.picture import Metadata, StoredPicture
from fdiwn.service.server.work import save_picture
from tests.engine.batch_child import use_fast_network
from tests.engine.batch_folder import draw
from tests.engine.conftest import smallest

posix = pytest.mark.skipif(os.name == "nt", reason="permissions and links of POSIX")
WAYS = ("_rename_exclusively", "_link")


def refuse(finished: Path, target: Path) -> None:
    raise OSError(errno.EPERM, os.strerror(errno.EPERM))


@pytest.fixture(params=range(len(WAYS) + 1), ids=["rename", "link", "placeholder"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """File systems that do not know the ways before this one."""
    for name in WAYS[: request.param]:
        monkeypatch.setattr(final_name, name, refuse)
    return str(request.param)


@pytest.fixture
def finished(tmp_path: Path) -> Path:
    path = tmp_path / "work" / "finished"
    path.parent.mkdir()
    path.write_bytes(b"new")
    return path


def test_a_free_name_is_given(way: str, finished: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.png"
    give_name(finished, target, replaces=False)
    assert target.read_bytes() == b"new"
    assert not finished.exists()
    assert os.listdir(tmp_path / "work") == []  # noqa: PTH208


@posix
@pytest.mark.parametrize("kind", ["file", "folder", "link", "dangling"])
def test_a_taken_name_is_left(way: str, finished: Path, tmp_path: Path, kind: str) -> None:
    target, other = tmp_path / "a.png", tmp_path / "other"
    other.write_bytes(b"precious")
    if kind == "file":
        target.write_bytes(b"precious")
    elif kind == "folder":
        target.mkdir()
    else:
        target.symlink_to(other if kind == "link" else tmp_path / "nothing")
    before = target.lstat()
    with pytest.raises(FileExistsError):
        give_name(finished, target, replaces=False)
    assert (target.lstat().st_ino, target.lstat().st_mode) == (before.st_ino, before.st_mode)
    assert finished.read_bytes() == b"new"
    assert other.read_bytes() == b"precious"


@pytest.mark.skipif(sys.platform != "linux", reason="renameat2 is a call of Linux")
def test_linux_renames_without_replacing(finished: Path, tmp_path: Path) -> None:
    final_name._rename_exclusively(finished, tmp_path / "a")
    finished.write_bytes(b"newer")
    with pytest.raises(FileExistsError):
        final_name._rename_exclusively(finished, tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == b"new"


@posix
def test_the_permissions_of_a_replaced_file_stay(finished: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.png"
    target.write_bytes(b"old")
    target.chmod(0o604)
    give_name(finished, target, replaces=True)
    assert (target.stat().st_mode & 0o777, target.read_bytes()) == (0o604, b"new")


@posix
def test_a_link_gives_no_permissions(finished: Path, tmp_path: Path) -> None:
    other, target = tmp_path / "other", tmp_path / "a.png"
    other.write_bytes(b"old")
    other.chmod(0o600)
    target.symlink_to(other)
    mode = finished.stat().st_mode
    give_name(finished, target, replaces=True)
    assert (target.lstat().st_mode, other.read_bytes()) == (mode, b"old")


# Everywhere results get their names: a file that appears meanwhile stays.


def stored(folder: Path) -> StoredPicture:
    pixels = np.full((6, 8, 3), 90, np.uint8)
    path = folder / "rows"
    pixels.tofile(path)
    return StoredPicture(path, 8, 6, 3, "uint8", Metadata({}))


@pytest.fixture
def late(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Files that somebody makes just before the last step."""
    paths: list[Path] = []

    def give(finished: Path, target: Path, replaces: bool) -> None:
        for path in paths:
            path.write_bytes(b"precious")
        give_name(finished, target, replaces)

    for module in ("fdiwn.codec.write", "fdiwn.api.files", "fdiwn.batch.run"):
        monkeypatch.setattr(f"{module}.give_name", give)
    monkeypatch.setattr("fdiwn.lab.inspection.sheet.give_name", give)
    use_fast_network(monkeypatch)
    return paths


def by_pipeline(source: Path, target: Path) -> None:
    options = UpscaleOptions(2)
    stages.upscale_file(source, target, options, upscaler=pipeline.Upscaler())


def by_command(source: Path, target: Path) -> None:
    words = ["upscale", str(source), "-o", str(target), "--scale", "2"]
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 1
    raise OutputError(result.output)


def by_window(source: Path, target: Path) -> None:
    from types import SimpleNamespace

    from fdiwn.service.client.requests import Save
    from fdiwn.service.server.engine import PipelineEngine
    from fdiwn.service.server.work import _keep_stored

    _keep_stored(stored(target.parent), target.parent)
    desk: Any = SimpleNamespace(engine=PipelineEngine(), send=lambda event: None)
    save_picture(Save(1, target.parent, target, overwrite=False), desk)


def a_report(source: Path, target: Path) -> None:
    write_report(target.with_suffix(".json"), Summary(()), replaces=False)


def a_model(source: Path, target: Path) -> None:
    write_atomically(target, b"weights", replaces=False)


def a_sheet(source: Path, target: Path) -> None:
    model = source.with_name("small.safetensors")
    save_network(FDIWN(smallest(2)), model, {})
    words = ["inspect", str(source), "-o", str(target), "--model", str(model), "--side", "16"]
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 1
    raise OutputError(result.output)


@pytest.mark.parametrize("make", [by_pipeline, by_command, by_window, a_report, a_model, a_sheet])
def test_what_appears_meanwhile_stays(
    make: Callable[[Path, Path], None], late: list[Path], tmp_path: Path
) -> None:
    source = draw(tmp_path / "photo.png", 1)
    folder = tmp_path / "out"
    folder.mkdir()
    target = folder / "late.png"
    late += [target, target.with_suffix(".json")]
    with pytest.raises(FdiwnError, match=r"appeared meanwhile|[Ff]ile exists|exists already"):
        make(source, target)
    assert target.read_bytes() == b"precious"
    assert not [name for name in os.listdir(folder) if name.startswith(".")]  # noqa: PTH208


@pytest.mark.parametrize("conflict", ["skip", "fail"])
def test_a_batch_leaves_what_appears_meanwhile(
    conflict: str, late: list[Path], tmp_path: Path
) -> None:
    draw(tmp_path / "in" / "a.png", 1)
    target = tmp_path / "out" / "a_2x.png"
    late.append(target)
    words = ["batch", str(tmp_path / "in"), str(tmp_path / "out"), "--scale", "2"]
    result = CliRunner().invoke(app, [*words, "--on-conflict", conflict])
    assert result.exit_code == (0 if conflict == "skip" else 1), result.output
    assert "exists by now" in result.output
    assert target.read_bytes() == b"precious"


def test_overwriting_is_still_possible(late: list[Path], tmp_path: Path) -> None:
    source, target = draw(tmp_path / "photo.png", 1), tmp_path / "late.png"
    late.append(target)
    words = ["upscale", str(source), "-o", str(target), "--scale", "2", "--overwrite"]
    assert CliRunner().invoke(app, words).exit_code == 0
    with Image.open(target) as image:
        assert image.size == (48, 32)


def test_a_small_file_leaves_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_whole(tmp_path / "a", b"1")
    write_whole(tmp_path / "a", b"2")
    with pytest.raises(FileExistsError):
        write_whole(tmp_path / "a", b"3", replaces=False)
    monkeypatch.setattr(files, "give_name", refuse_any)
    with pytest.raises(OSError, match="no more"):
        write_whole(tmp_path / "a", b"4")
    assert (tmp_path / "a").read_bytes() == b"2"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "home"]
    assert list((tmp_path / "home" / "state" / DISTRIBUTION / "unfinished").iterdir()) == []


def refuse_any(*given: object) -> None:
    raise OSError("no more")
