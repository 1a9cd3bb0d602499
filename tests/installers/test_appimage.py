"""The AppImage, made of a small folder that stands for the frozen program."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from fdiwn.api.names import APP_ID, APP_NAME, COMMAND, EDIT_COMMAND, VERSION, WINDOW_COMMAND
from installers.errors import PackagingError
from installers.linux import appimage, appimage_tools
from installers.linux.appimage_tools import Part, Tools

EPOCH = 1_790_000_000
NAME = f"{APP_NAME.replace(' ', '_')}-{VERSION}-{platform.machine()}.AppImage"
RUNTIME = b"\x7fELF\2\1\1\0AI\2\0".ljust(100, b"\0")
# Says its name and its arguments, as the one program does that both names lead to.
PROGRAM = '#!/bin/sh\nprintf "%s|" "${0##*/}" "$@"\necho "${ARGV0-unset}"\n'
# Keeps what it was called with, and makes a file that can be told.
TOOL = """#!/bin/sh
printf '%s\\n' "$@" "$SOURCE_DATE_EPOCH" "$ARCH" "$APPIMAGE_EXTRACT_AND_RUN" > "{log}"
for last; do :; done
echo made > "$last"
"""

pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="AppImages are of Linux"),
    pytest.mark.skipif(
        not (shutil.which("desktop-file-validate") and shutil.which("appstreamcli")),
        reason="the tools that check what goes into it are not here",
    ),
]
squashfs = pytest.mark.skipif(
    not (shutil.which("mksquashfs") and shutil.which("unsquashfs")),
    reason="the squashfs tools are not here",
)


@pytest.fixture
def frozen(tmp_path: Path) -> Path:
    folder = tmp_path / "frozen"
    (folder / "_internal").mkdir(parents=True, mode=0o700)
    (folder / WINDOW_COMMAND).write_text(PROGRAM)
    (folder / WINDOW_COMMAND).chmod(0o700)
    (folder / COMMAND).symlink_to(WINDOW_COMMAND)
    (folder / "_internal" / "library.so.1").write_bytes(b"library")
    (folder / "_internal" / "library.so.1").chmod(0o600)
    (folder / "_internal" / "library.so").symlink_to("library.so.1")
    return folder


@pytest.fixture
def runtime(tmp_path: Path) -> Part:
    path = tmp_path / "runtime"
    path.write_bytes(RUNTIME)
    return Part(path, hashlib.sha256(RUNTIME).hexdigest())


@squashfs
def test_it_is_the_runtime_and_the_tree_behind_it(
    frozen: Path, runtime: Part, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if os.geteuid() == 0:  # in the image everything is root's, whoever made it

        def give_away(tree: Path) -> None:
            os.chown(tree / "usr", 1234, 1234)

        monkeypatch.setattr(appimage, "validate", give_away)
    made = appimage.build(frozen, tmp_path / "out", EPOCH, Tools(runtime))
    assert made == tmp_path / "out" / NAME
    assert [path.name for path in made.parent.iterdir()] == [NAME]
    assert made.stat().st_mode & 0o777 == 0o755
    assert made.read_bytes().startswith(RUNTIME + b"hsqs")
    listed = _unsquash(made, "-lln", "-UTC")
    assert "library.so -> library.so.1" in listed
    rows = [line.split() for line in listed.splitlines() if line[:1] in "-dl" and "root" in line]
    assert len(rows) > 30
    for rights, owner, _, day, minute, name, *_ in rows:
        assert (owner, day, minute) == ("0/0", "2026-09-21", "14:13"), name
        runs = rights[0] == "d" or name.endswith(("AppRun", WINDOW_COMMAND))
        if rights[0] != "l":
            assert rights[1:] == ("rwxr-xr-x" if runs else "rw-r--r--"), name


@squashfs
def test_apprun_starts_the_program_with_its_arguments(
    frozen: Path, runtime: Part, tmp_path: Path
) -> None:
    made = appimage.build(frozen, tmp_path / "out", EPOCH, Tools(runtime))
    tree = tmp_path / "a place with spaces"
    _unsquash(made, "-d", str(tree))
    files = ["one picture.jpg", "--new-instance", "*", ""]
    ran = f"{WINDOW_COMMAND}|one picture.jpg|--new-instance|*||unset\n"
    assert _run(tree / "AppRun", files) == ran
    assert _run(tree / "AppRun", files, ARGV0=f"/home/me/{NAME}") == ran
    assert _run(tree / "AppRun", ["models"], ARGV0=f"/bin/{COMMAND}") == f"{COMMAND}|models|unset\n"
    handed_over = f"{WINDOW_COMMAND}|--edit|a b.tif|unset\n"
    assert _run(tree / "AppRun", ["a b.tif"], ARGV0=f"/bin/{EDIT_COMMAND}") == handed_over
    link = tmp_path / COMMAND
    link.symlink_to(tree / "AppRun")
    assert _run(link, ["models", "list"]) == f"{COMMAND}|models|list|unset\n"


@squashfs
def test_the_same_folder_makes_the_same_bytes(frozen: Path, runtime: Part, tmp_path: Path) -> None:
    first = appimage.build(frozen, tmp_path / "first", EPOCH, Tools(runtime))
    os.utime(frozen / "_internal" / "library.so.1", (1, 1))
    second = appimage.build(frozen, tmp_path / "second", EPOCH, Tools(runtime))
    assert first.read_bytes() == second.read_bytes()
    later = appimage.build(frozen, tmp_path / "later", EPOCH + 1, Tools(runtime))
    assert first.read_bytes() != later.read_bytes()


def test_the_tree_is_as_the_specification_wants(frozen: Path, tmp_path: Path) -> None:
    tree = tmp_path / "AppDir"
    appimage.write_appdir(frozen, tree, EPOCH)
    assert (tree / f"{APP_ID}.desktop").read_text(encoding="utf-8").count(f"\nIcon={APP_ID}\n") == 1
    assert (tree / f"{APP_ID}.png").read_bytes().startswith(b"\x89PNG")
    assert (tree / ".DirIcon").resolve() == tree / f"{APP_ID}.png"
    assert (tree / "usr" / "share" / "metainfo" / f"{APP_ID}.metainfo.xml").is_file()
    for name in (COMMAND, WINDOW_COMMAND):
        assert os.access(tree / "usr" / "bin" / name, os.X_OK)


def test_appimagetool_gets_the_tree_and_the_runtime(
    frozen: Path, runtime: Part, tmp_path: Path
) -> None:
    log = tmp_path / "log"
    tool = _tool(tmp_path, TOOL.format(log=log))
    made = appimage.build(frozen, tmp_path / "out", EPOCH, Tools(runtime, tool))
    assert made.read_text(encoding="utf-8") == "made\n"
    told = log.read_text(encoding="utf-8").splitlines()
    work = Path(told[-4]).parent
    assert told == [
        *("--no-appstream", "--comp", "zstd", "--runtime-file", str(work / "runtime")),
        *(str(work / "AppDir"), str(work / "part"), str(EPOCH), platform.machine(), "1"),
    ]
    assert not work.exists()


@pytest.mark.parametrize(
    ("script", "message"),
    [("#!/bin/sh\necho no room\nexit 3\n", "ended with 3"), ("#!/bin/sh\n", "left no file")],
)
def test_a_tool_that_fails_leaves_the_last_one_as_it_was(
    frozen: Path, runtime: Part, tmp_path: Path, script: str, message: str
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / NAME).write_text("the last one")
    with pytest.raises(PackagingError, match=message):
        appimage.build(frozen, out, EPOCH, Tools(runtime, _tool(tmp_path, script)))
    assert [path.name for path in out.iterdir()] == [NAME]
    assert (out / NAME).read_text(encoding="utf-8") == "the last one"


def test_foreign_parts_are_not_trusted_unseen(
    frozen: Path, runtime: Part, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    lock = json.loads(appimage_tools.LOCK.read_text(encoding="utf-8"))
    monkeypatch.setattr(appimage_tools, "LOCK", tmp_path / "lock.json")
    for name, option in (("runtime", "--runtime-sha256"), ("appimagetool", "--tool-sha256")):
        unknown = {key: value | {"sha256": None} for key, value in lock.items()}
        appimage_tools.LOCK.write_text(json.dumps(unknown))
        path = _tool(tmp_path, "#!/bin/sh\n").path if name == "appimagetool" else runtime.path
        tools = Tools(Part(path)) if name == "runtime" else Tools(runtime, Part(path))
        with pytest.raises(PackagingError, match=f"Give it with {option}"):
            appimage.build(frozen, out, EPOCH, tools)
        unknown[name]["sha256"] = "0" * 64
        appimage_tools.LOCK.write_text(json.dumps(unknown))
        with pytest.raises(PackagingError, match=f"is not {name} .* and should be 0000"):
            appimage.build(frozen, out, EPOCH, tools)
    assert list(out.iterdir()) == []


def test_a_hash_in_the_lock_is_enough(
    runtime: Part, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = {"runtime": {"version": "1", "url": "", "sha256": runtime.sha256}}
    monkeypatch.setattr(appimage_tools, "LOCK", tmp_path / "lock.json")
    appimage_tools.LOCK.write_text(json.dumps(lock))
    (tmp_path / "work").mkdir()
    copy = appimage_tools.checked_copy(Part(runtime.path), "runtime", "", tmp_path / "work")
    assert copy.read_bytes() == RUNTIME
    assert os.access(copy, os.X_OK)


def test_the_lock_names_files_that_do_not_change() -> None:
    lock = json.loads(appimage_tools.LOCK.read_text(encoding="utf-8"))
    assert set(lock) == {"appimagetool", "runtime"}
    for entry in lock.values():
        assert set(entry) == {"version", "url", "sha256"}
        assert f"/releases/download/{entry['version']}/" in entry["url"]
        assert entry["sha256"] is None or len(bytes.fromhex(entry["sha256"])) == 32


def test_what_is_no_runtime_is_refused(frozen: Path, tmp_path: Path) -> None:
    (tmp_path / "page").write_bytes(b"<html>Not found</html>")
    wrong = Part(tmp_path / "page", hashlib.sha256(b"<html>Not found</html>").hexdigest())
    with pytest.raises(PackagingError, match="is no runtime"):
        appimage.build(frozen, tmp_path / "out", EPOCH, Tools(wrong))


@pytest.mark.parametrize("leads_to", ["/etc/passwd", "../outside", "_internal/../../outside"])
def test_a_link_out_of_the_folder_is_refused(frozen: Path, tmp_path: Path, leads_to: str) -> None:
    (frozen / "link").symlink_to(leads_to)
    with pytest.raises(PackagingError, match="leads out of it"):
        appimage.write_appdir(frozen, tmp_path / "AppDir", EPOCH)


def test_a_folder_without_the_programs_is_refused(frozen: Path, tmp_path: Path) -> None:
    (frozen / COMMAND).unlink()
    with pytest.raises(PackagingError, match=f"no program {COMMAND} is in it"):
        appimage.write_appdir(frozen, tmp_path / "AppDir", EPOCH)


def test_it_is_not_made_inside_what_it_is_made_of(frozen: Path, runtime: Part) -> None:
    with pytest.raises(PackagingError, match="that folder goes into it"):
        appimage.build(frozen, frozen / "dist", EPOCH, Tools(runtime))


def test_without_mksquashfs_it_says_so(
    frozen: Path, runtime: Part, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = shutil.which
    monkeypatch.setattr(shutil, "which", lambda name: None if name == "mksquashfs" else found(name))
    with pytest.raises(PackagingError, match="squashfs-tools"):
        appimage.build(frozen, tmp_path / "out", EPOCH, Tools(runtime))


def test_the_command_says_what_is_wrong_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = [str(tmp_path), "--runtime-file", str(tmp_path / "none"), "--runtime-sha256", "00"]
    assert appimage.main([*given, "--out", str(tmp_path / "out")]) == 1
    printed = capsys.readouterr()
    assert printed.err.startswith("Error: ")
    assert "none cannot be read: No such file" in printed.err


def _tool(folder: Path, script: str) -> Part:
    path = folder / "appimagetool.AppImage"
    path.write_text(script)
    return Part(path, hashlib.sha256(script.encode()).hexdigest())


def _unsquash(made: Path, *options: str) -> str:
    command = ["unsquashfs", "-o", str(len(RUNTIME)), *options, str(made)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    return done.stdout


def _run(program: Path, arguments: list[str], **settings: str) -> str:
    environment = {key: value for key, value in os.environ.items() if key != "ARGV0"} | settings
    done = subprocess.run(
        [program, *arguments], env=environment, capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout
