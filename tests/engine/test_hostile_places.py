"""Names, links, special files, full disks, sudden ends: the source stays, nothing half is left."""

from __future__ import annotations

import json
import os
import platform
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from PIL import Image
from typer.testing import CliRunner

from fdiwn.api import files
from fdiwn.api.errors import FdiwnError, InputError, OutputError
from fdiwn.api.files import LOCK, work_folder
from fdiwn.api.options import Limits, UpscaleOptions
from fdiwn.cli.main import app
from fdiwn.codec import read_picture, write_picture
from fdiwn.enlarge.pipeline import Upscaler
from fdiwn.enlarge.stages import upscale_file
from fdiwn.pixels.picture import StoredPicture
from tests.engine.batch_child import use_fast_network

ROOT = Path(__file__).resolve().parents[2]
WINDOWS = sys.platform == "win32"
LONG = "n" * 251 + ".png"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with nothing but what a test puts there."""
    path = tmp_path / "place"
    path.mkdir()
    return path


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    pixels = np.random.default_rng(5).integers(0, 256, (20, 24, 3), np.uint8)
    path = tmp_path / "photo.png"
    Image.fromarray(pixels).save(path)
    return path


@pytest.fixture(scope="module")
def upscaler() -> Upscaler:
    return Upscaler()


@pytest.fixture
def options(bicubic_models: dict[int, Path]) -> UpscaleOptions:
    return UpscaleOptions(2, str(bicubic_models[2]), "cpu", backend="torch")


@pytest.fixture
def stored(tmp_path: Path) -> StoredPicture:
    rows = tmp_path / "rows.raw"
    rows.write_bytes(np.random.default_rng(6).bytes(200 * 300 * 3))
    return StoredPicture(rows, 300, 200, 3, "uint8")


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


NAMES = [
    "with spaces  and more .png",
    "日本語 🏔️ Ελληνικά.png",
    "e\u0301 decomposed.png",
    "-o.png",
    "--help.png",
    "a[page=1,dpi=99].png",
    "%s%n{0}$HOME`x`'\".png",
    "new\nline\ttab.png",
    "\x1b[31mred.png",
    ".hidden.png",
    LONG,
    os.fsdecode(b"broken \xff\xfe.png"),
]


@pytest.mark.skipif(WINDOWS, reason="this system takes fewer names")
@pytest.mark.parametrize("name", NAMES, ids=ascii)
@pytest.mark.parametrize("suffix", [".png", ".jpg", ".tif", ".webp", ".avif"])
def test_any_name_is_read_and_written(
    place: Path, stored: StoredPicture, name: str, suffix: str
) -> None:
    target = place / f"{name[:-4]}{suffix}"
    if len(os.fsencode(target.name)) > 255:
        target = place / f"{name[:-5]}{suffix}"
    try:
        target.touch()
    except OSError:
        pytest.skip("this file system takes Unicode names only")
    write_picture(replace(stored, width=30, height=20), target)
    assert names(place) == {target.name}
    assert read_picture(target).width == 30


@pytest.mark.skipif(WINDOWS, reason="this system takes fewer names")
@pytest.mark.parametrize("name", NAMES, ids=ascii)
@pytest.mark.parametrize("as_json", [True, False])
def test_the_command_takes_any_name(
    place: Path,
    photo: Path,
    bicubic_models: dict[int, Path],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    as_json: bool,
) -> None:
    use_fast_network(monkeypatch)
    monkeypatch.chdir(place)
    content = photo.read_bytes()
    try:
        Path(name).write_bytes(content)
    except OSError:
        pytest.skip("this file system takes Unicode names only")
    words = ["--scale", "2", "--model", str(bicubic_models[2]), "--device", "cpu"]
    words += ["--backend", "torch", "-o", "big.png", *(["--json"] if as_json else []), "--", name]
    result = CliRunner().invoke(app, ["upscale", *words])
    assert result.exit_code == 0, result.output
    assert len(result.stdout.splitlines()) == 1
    assert "\x1b" not in result.stdout
    if as_json:
        assert json.loads(result.stdout)["input"] == name
    assert Path(name).read_bytes() == content
    assert names(place) == {name, "big.png"}
    again = CliRunner().invoke(app, ["upscale", *words])
    assert again.exit_code == 1
    assert "exists already" in again.output


def test_a_name_that_would_become_too_long_is_said(
    place: Path, photo: Path, options: UpscaleOptions, upscaler: Upscaler
) -> None:
    with pytest.raises(OutputError, match="too long") as caught:
        upscale_file(photo, place / ("n" * 260 + ".png"), options, upscaler=upscaler)
    assert "--output" in caught.value.todo
    assert names(place) == set()


@pytest.mark.parametrize("kind", ["symlink", "hardlink", "same", "dotted"])
def test_the_picture_itself_is_no_target(
    place: Path, photo: Path, options: UpscaleOptions, upscaler: Upscaler, kind: str
) -> None:
    target = place / "link.png"
    if kind == "symlink":
        target.symlink_to(photo)
    elif kind == "hardlink":
        target.hardlink_to(photo)
    else:
        target = photo if kind == "same" else place / ".." / photo.name
    before, there = photo.read_bytes(), names(place)
    with pytest.raises(OutputError, match="is the picture itself") as caught:
        upscale_file(photo, target, options, upscaler=upscaler)
    assert "another name" in caught.value.todo
    assert photo.read_bytes() == before
    assert names(place) == there


@pytest.mark.parametrize("kind", ["symlink", "hardlink"])
def test_overwriting_replaces_a_link_and_not_what_it_leads_to(
    place: Path, photo: Path, options: UpscaleOptions, upscaler: Upscaler, kind: str
) -> None:
    target = place / "link.png"
    target.symlink_to(photo) if kind == "symlink" else target.hardlink_to(photo)
    before = photo.read_bytes()
    upscale_file(photo, target, options, upscaler=upscaler, overwrite=True)
    assert photo.read_bytes() == before
    assert not target.is_symlink()
    assert read_picture(target).width == 48
    assert names(place) == {"link.png"}


@pytest.mark.parametrize("overwrite", [False, True])
@pytest.mark.parametrize("kind", ["same", "dotted", "linked folder", "behind a link"])
def test_the_picture_itself_is_never_replaced(
    place: Path,
    photo: Path,
    options: UpscaleOptions,
    upscaler: Upscaler,
    kind: str,
    overwrite: bool,
) -> None:
    source, before = photo, photo.read_bytes()
    target = {"same": photo, "dotted": place / ".." / photo.name}.get(kind, photo)
    if kind == "linked folder":
        (place / "elsewhere").symlink_to(photo.parent)
        target = place / "elsewhere" / photo.name
    elif kind == "behind a link":
        source = place / "link.png"
        source.symlink_to(photo)
    there = names(place)
    with pytest.raises(OutputError, match="is the picture itself"):
        upscale_file(source, target, options, upscaler=upscaler, overwrite=overwrite)
    assert photo.read_bytes() == before
    assert names(place) == there


def test_a_link_that_leads_nowhere_is_not_replaced_unasked(
    place: Path, photo: Path, options: UpscaleOptions, upscaler: Upscaler
) -> None:
    target = place / "link.png"
    target.symlink_to(place / "away" / "gone.png")
    with pytest.raises(OutputError, match="exists already"):
        upscale_file(photo, target, options, upscaler=upscaler)
    assert target.is_symlink()
    upscale_file(photo, target, options, upscaler=upscaler, overwrite=True)
    assert read_picture(target).width == 48


def test_a_linked_picture_is_read(place: Path, photo: Path) -> None:
    (place / "link.png").symlink_to(photo)
    assert read_picture(place / "link.png").width == 24
    (place / "loop.png").symlink_to(place / "loop.png")
    (place / "gone.png").symlink_to(place / "nothing")
    for name in ("loop.png", "gone.png"):
        with pytest.raises(InputError):
            read_picture(place / name)


@pytest.fixture
def special(place: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, Path]]:
    if WINDOWS:
        pytest.skip("this system has no such files in folders")
    found = {name: place / f"{name}.png" for name in ("fifo", "socket", "folder", "zero", "full")}
    os.mkfifo(found["fifo"])
    found["folder"].mkdir()
    found["zero"].symlink_to("/dev/zero")
    found["full"].symlink_to("/dev/full")
    with socket.socket(socket.AF_UNIX) as listener:
        monkeypatch.chdir(place)  # such addresses are short
        listener.bind("socket.png")
        yield found


def test_special_files_are_not_read(special: dict[str, Path]) -> None:
    for path in (*special.values(), Path("/dev/zero"), Path("/dev/stdin")):
        with pytest.raises(InputError) as caught:
            read_picture(path)
        assert caught.value.why


def test_special_files_are_not_replaced(
    special: dict[str, Path],
    photo: Path,
    place: Path,
    options: UpscaleOptions,
    upscaler: Upscaler,
) -> None:
    before = {name: path.lstat().st_mode for name, path in special.items()}
    for name in ("fifo", "socket", "folder"):
        for overwrite in (False, True):
            with pytest.raises(OutputError):
                upscale_file(photo, special[name], options, upscaler=upscaler, overwrite=overwrite)
    for path in (Path("/dev/null"), Path("/dev/null/a.png"), Path("/proc/a.png")):
        with pytest.raises(OutputError):
            upscale_file(photo, path, options, upscaler=upscaler, overwrite=True)
    assert {name: path.lstat().st_mode for name, path in special.items()} == before
    assert len(names(place)) == len(special)


def test_a_write_protected_file_is_not_replaced(
    place: Path, photo: Path, options: UpscaleOptions, upscaler: Upscaler
) -> None:
    target = place / "kept.png"
    target.write_bytes(b"precious")
    target.chmod(0o444)
    with pytest.raises(OutputError, match="write-protected"):
        upscale_file(photo, target, options, upscaler=upscaler, overwrite=True)
    assert target.read_bytes() == b"precious"
    assert names(place) == {"kept.png"}
    target.chmod(0o644)  # so that Windows can remove it


def test_a_read_only_folder_is_said(
    place: Path,
    photo: Path,
    options: UpscaleOptions,
    upscaler: Upscaler,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if WINDOWS:
        pytest.skip("folders are not protected by a mode here")
    if os.geteuid() == 0:  # who may do everything: as the system would answer others
        real = os.access
        monkeypatch.setattr(os, "access", lambda path, mode: path != place and real(path, mode))
    place.chmod(0o555)
    try:
        with pytest.raises(OutputError, match="is read-only"):
            upscale_file(photo, place / "a.png", options, upscaler=upscaler)
    finally:
        place.chmod(0o755)
    assert names(place) == set()


def test_a_source_that_vanishes_is_said(
    place: Path, photo: Path, options: UpscaleOptions, upscaler: Upscaler
) -> None:
    photo.unlink()
    with pytest.raises(InputError, match="no such file"):
        upscale_file(photo, place / "a.png", options, upscaler=upscaler)
    assert names(place) == set()


@pytest.mark.parametrize("size", ["1M", "300k"])
def test_a_disk_that_is_really_full(photo: Path, place: Path, tmp_path: Path, size: str) -> None:
    """On a file system of this size, with a result that does not fit."""
    mounted = not WINDOWS and hasattr(os, "geteuid") and os.geteuid() == 0
    mounted = (
        mounted
        and not subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={size}", "none", str(place)],
            check=False,
            capture_output=True,
        ).returncode
    )
    if not mounted:
        pytest.skip("making a small file system takes the rights of root")
    try:
        rows = tmp_path / "rows.raw"
        rows.write_bytes(np.random.default_rng(1).bytes(1000 * 600 * 3))
        stored = StoredPicture(rows, 1000, 600, 3, "uint8")
        (place / "a.tif").write_bytes(b"precious")
        for suffix in (".png", ".jpg", ".tif", ".webp", ".avif"):
            target = place / f"a{suffix}"
            if size == "1M" and suffix in (".jpg", ".webp", ".avif"):
                continue  # these fit
            with pytest.raises(OutputError, match="cannot be written"):
                write_picture(stored, target)
            assert names(place) == {"a.tif"}
        assert (place / "a.tif").read_bytes() == b"precious"
    finally:
        subprocess.run(["umount", str(place)], check=True)


def test_no_room_for_the_rows_is_said_before_computing(
    place: Path,
    photo: Path,
    options: UpscaleOptions,
    upscaler: Upscaler,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    usage = SimpleNamespace(free=100)
    monkeypatch.setattr("fdiwn.pixels.raw_file.shutil.disk_usage", lambda folder: usage)
    with pytest.raises(OutputError, match="No room"):
        upscale_file(photo, place / "a.png", options, upscaler=upscaler)
    assert names(place) == set()


def test_limits_reach_the_reading(
    place: Path, photo: Path, bicubic_models: dict[int, Path], upscaler: Upscaler
) -> None:
    options = UpscaleOptions(2, str(bicubic_models[2]), "cpu", limits=Limits(pixels=479))
    with pytest.raises(InputError, match="the limit is 479"):
        upscale_file(photo, place / "a.png", options, upscaler=upscaler)
    words = ["upscale", str(photo), "-o", str(place / "a.png"), "--scale", "2", "--device", "cpu"]
    words += ["--model", str(bicubic_models[2])]
    refused = CliRunner().invoke(app, [*words, "--max-pixels", "479"])
    assert refused.exit_code == 1
    assert "--max-pixels" in refused.stderr
    refused = CliRunner().invoke(app, [*words, "--max-memory", "1K"])
    assert refused.exit_code == 1
    assert "--max-memory" in refused.stderr
    for wrong in ("0", "-1", "many", "1.5G", "G", ""):
        assert CliRunner().invoke(app, [*words, f"--max-pixels={wrong}"]).exit_code == 2
    assert names(place) == set()


KILLED = """
import os, signal, sys
from pathlib import Path
from fdiwn.codec import write as codec_write
from fdiwn.pixels.picture import StoredPicture
def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)
setattr(codec_write, sys.argv[3], die)
stored = StoredPicture(Path(sys.argv[1]), 300, 200, 3, "uint8")
codec_write.write_picture(stored, Path(sys.argv[2]))
"""


def killed(stored: StoredPicture, target: Path, at: str) -> None:
    """A process that writes a picture and is killed instead of taking the step named ``at``."""
    command = [sys.executable, "-c", KILLED, str(stored.path), str(target), at]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True)
    assert done.returncode == -signal.SIGKILL, done.stderr


def aged(folder: Path) -> None:
    """As a minute later."""
    then = time.time() - files.YOUNGEST_STALE_SECONDS - 5
    os.utime(folder, (then, then))


@pytest.mark.skipif(WINDOWS, reason="this system knows no such signal")
@pytest.mark.parametrize("at", ["encode", "with_beside", "_flush"])
def test_a_kill_leaves_nothing_under_the_final_name_and_the_next_run_cleans_up(
    place: Path, stored: StoredPicture, at: str
) -> None:
    target = place / "a.tif"
    target.write_bytes(b"older")
    killed(stored, target, at)
    assert target.read_bytes() == b"older"
    assert len(names(place)) == 2
    write_picture(stored, place / "b.png")
    assert names(place) == {"a.tif", "b.png"}
    assert target.read_bytes() == b"older"


@pytest.mark.skipif(WINDOWS, reason="this system knows no such signal")
def test_a_kill_in_the_middle_of_encoding(place: Path, tmp_path: Path) -> None:
    rows = tmp_path / "rows.raw"
    rows.write_bytes(np.random.default_rng(1).bytes(1200 * 1200 * 3))
    code = KILLED.replace("300, 200", "1200, 1200")
    command = [sys.executable, "-c", code, str(rows), str(place / "a.png"), "_flush"]
    with subprocess.Popen(command, cwd=ROOT) as process:
        while process.poll() is None:
            if any(path.stat().st_size for path in place.glob("*/result.png")):
                process.kill()
            time.sleep(0.001)
    assert process.returncode == -signal.SIGKILL
    assert not (place / "a.png").exists()
    (left,) = place.iterdir()
    aged(left)
    with work_folder(place) as own:
        assert names(place) == {own.name}
    assert names(place) == set()


def test_what_is_in_use_or_foreign_stays(place: Path) -> None:
    elsewhere = place / ".fdiwn-elsewhere.part"
    bare = place / ".fdiwn-bare.part"
    linked = place / ".fdiwn-linked.part"
    precious = place / "precious"
    for folder in (elsewhere, bare, precious):
        folder.mkdir()
        (folder / "work").touch()
    (elsewhere / LOCK).write_bytes(b"another computer")
    (precious / LOCK).write_bytes(platform.node().encode())
    linked.symlink_to(precious)
    (place / ".fdiwn-file.part").touch()
    before = names(place)
    with work_folder(place) as first:
        for folder in (first, elsewhere, bare, precious):
            aged(folder)
        with work_folder(place) as second:
            assert names(place) == before | {first.name, second.name}
    assert names(place) == before
    assert (precious / "work").exists()


def test_every_refusal_is_typed(
    place: Path, photo: Path, options: UpscaleOptions, upscaler: Upscaler
) -> None:
    for source, target in (
        (photo, place / "a\0b.png"),
        (Path("a\0b.png"), place / "a.png"),
        (place / ("n" * 300 + ".png"), place / "a.png"),
        (photo, Path()),
        (Path(), place / "a.png"),
        (photo, photo / "a.png"),
        (photo / "a.png", place / "a.png"),
    ):
        for overwrite in (False, True):
            with pytest.raises(FdiwnError):
                upscale_file(source, target, options, upscaler=upscaler, overwrite=overwrite)
    assert names(place) == set()
