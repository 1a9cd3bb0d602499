"""What makes the program part of a Linux desktop: is it true, whole, and what the tools want?"""

from __future__ import annotations

import configparser
import gzip
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QColor, QImage
from typer.core import TyperGroup
from typer.main import get_command

from app.look.translation import LANGUAGES
from app.main import command_line
from fdiwn.api.formats import READABLE
from fdiwn.api.names import APP_ID, APP_NAME, COMMAND, VERSION, WINDOW_COMMAND
from fdiwn.cli.main import app
from installers.errors import PackagingError
from installers.icons import DESKTOP_SIZES, DRAWING
from installers.linux import integration, releases, texts
from installers.linux.completions import PLACES
from installers.linux.integration import APPLICATION, ICON, MANUAL, METAINFO
from installers.linux.media_types import MEDIA_TYPES, TYPES, WITHOUT_TYPE

ROOT = Path(__file__).parents[2]
EPOCH = 1_790_000_000  # 2026-09-21
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="the integration is that of Linux"
)
checkers = pytest.mark.skipif(
    not (shutil.which("desktop-file-validate") and shutil.which("appstreamcli")),
    reason="desktop-file-validate and appstreamcli are not both here",
)


@pytest.fixture(scope="module")
def share(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A staged /usr."""
    root = tmp_path_factory.mktemp("staged")
    integration.write_integration(root, epoch=EPOCH)
    return root / "usr"


@pytest.fixture
def spoiled(share: Path, tmp_path: Path) -> Path:
    """A copy of the staged tree, to be damaged."""
    return shutil.copytree(share.parent, tmp_path / "spoiled")


@checkers
def test_the_desktops_own_tools_have_nothing_against_it(share: Path) -> None:
    integration.validate(share.parent)


@checkers
def test_all_that_is_remarked_is_meant_so(share: Path) -> None:
    """The id is as it is; "developer" is for AppStream from 1.0 on, "developer_name" for older."""
    command = ["appstreamcli", "validate", "--no-net", "--pedantic", str(share / METAINFO)]
    said = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    remarks = [line.partition(":")[2] for line in said.splitlines() if line[1:2] == ":"]
    meant = ("cid-contains-uppercase-letter", "unknown-tag developer", "developer-name-tag")
    assert remarks
    assert not [remark for remark in remarks if not any(known in remark for known in meant)]


@checkers
@pytest.mark.parametrize(
    ("place", "right", "wrong"),
    [
        (APPLICATION, "Terminal=false", "Terminal=no"),
        (APPLICATION, "Categories=Graphics;", "Categories=Photographs;"),
        (APPLICATION, "Categories=Graphics;2DGraphics;", "Categories=2DGraphics;"),  # a hint only
        (METAINFO, f"<id>{APP_ID}</id>", ""),
        (METAINFO, "</component>", ""),
        (METAINFO, "Apache-2.0", "Apache-7"),  # a warning only
        (METAINFO, 'date="2026-09-21"', ""),
    ],
)
def test_what_the_tools_complain_of_stops_the_build(
    spoiled: Path, place: str, right: str, wrong: str
) -> None:
    path = spoiled / "usr" / place
    text = path.read_text(encoding="utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong), encoding="utf-8")
    with pytest.raises(PackagingError, match=path.name):
        integration.validate(spoiled)


def test_a_missing_checker_is_said(share: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(PackagingError, match="apt install desktop-file-utils"):
        integration.validate(share.parent)


def test_the_entry_opens_what_the_program_reads_and_no_more(share: Path) -> None:
    entry = _entry(share)
    assert entry["MimeType"] == "".join(f"{name};" for name in MEDIA_TYPES)
    assert set(TYPES) | WITHOUT_TYPE == set(READABLE)
    assert not set(TYPES) & WITHOUT_TYPE
    story = ElementTree.parse(share / METAINFO)
    assert tuple(node.text for node in story.iterfind("provides/mediatype")) == MEDIA_TYPES


def test_the_entry_starts_the_window_with_the_files(share: Path) -> None:
    entry = _entry(share)
    assert entry["Exec"] == f"{WINDOW_COMMAND} %F"
    assert entry["TryExec"] == WINDOW_COMMAND
    assert entry["Icon"] == APP_ID
    another = _entry(share, "Desktop Action new-window")["Exec"].split()
    assert another[0] == WINDOW_COMMAND
    assert command_line().parse_args(another[1:]).new_instance


NAMES = """
from PySide6.QtGui import QGuiApplication
from app import application
def stop(arguments):
    print(QGuiApplication.desktopFileName(), *arguments, sep="|")
    raise SystemExit
application.QApplication = stop
application.run([])
"""


def test_the_window_names_itself_as_the_entry_says(share: Path) -> None:
    """On Wayland a window has its entry's name; on X11 Qt makes its class of the first argument."""
    told = subprocess.run(
        [sys.executable, "-c", NAMES], capture_output=True, encoding="utf-8", check=True, cwd=ROOT
    )
    name, argument = told.stdout.strip().split("|")
    assert (share / "share" / "applications" / f"{name}.desktop").is_file()
    assert _entry(share)["StartupWMClass"] == argument


def test_every_text_is_there_in_every_language_of_the_window(share: Path) -> None:
    assert set(texts.TRANSLATIONS) | {"en"} == set(LANGUAGES)
    entry = _entry(share)
    story = ElementTree.parse(share / METAINFO)
    english = texts.ENGLISH
    for code, words in texts.TRANSLATIONS.items():
        assert words.keywords
        assert entry[f"GenericName[{code}]"] == words.kind != english.kind
        assert entry[f"Comment[{code}]"] == words.summary != english.summary
        shown = [node.text for node in story.iter() if node.get(LANGUAGE) == code]
        assert shown == [words.summary, *words.about, *words.can]
        assert all(text and text not in (*english.about, *english.can) for text in shown)


def test_the_icon_is_drawn_in_every_size(share: Path) -> None:
    assert (share / integration.DRAWING).read_bytes() == DRAWING.read_bytes()
    for size in DESKTOP_SIZES:
        image = QImage(str(share / ICON.format(size)))
        assert (image.width(), image.height()) == (size, size)
        assert QColor(image.pixelColor(0, 0)).alpha() == 0
        assert QColor(image.pixelColor(size // 2, size // 2)).alpha() == 255


def test_the_manual_has_every_command_and_every_option(share: Path) -> None:
    page = _page(share, COMMAND)
    commands = _commands(get_command(app), "")
    assert len(commands) > 8
    for name, options in commands.items():
        section = page.split(f".SS {name}\n")[1].split(".S")[0]
        for option in options:
            assert rf"\fB{option.replace('--', chr(92) + '-' + chr(92) + '-')}\fR" in section
    window = _page(share, WINDOW_COMMAND)
    for action in command_line()._actions:
        for option in action.option_strings[-1:]:
            assert option.replace("--", r"\-\-") in window


@pytest.mark.skipif(not shutil.which("groff"), reason="groff is not here")
@pytest.mark.parametrize("name", [COMMAND, WINDOW_COMMAND])
def test_groff_sets_the_manual_without_a_warning(share: Path, name: str) -> None:
    said = subprocess.run(
        ["groff", "-man", "-ww", "-Tascii"],
        input=_page(share, name),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert said.stderr == ""
    assert f"{name} - " in said.stdout


def test_bash_completes(share: Path, tmp_path: Path) -> None:
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("bash is not here")
    (tmp_path / COMMAND).write_text(
        f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m fdiwn "$@"\n'
    )
    (tmp_path / COMMAND).chmod(0o755)
    script = f"""
        source "{share / PLACES["bash"]}"
        ask() {{
            COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=()
            $(complete -p {COMMAND} | sed 's/.*-F \\([^ ]*\\).*/\\1/') {COMMAND}
            echo "${{COMPREPLY[*]}}"
        }}
        ask {COMMAND} up
        ask {COMMAND} models ""
        ask {COMMAND} upscale --ov
    """
    told = subprocess.run(
        [bash, "--norc", "-c", script],
        env=os.environ | {"PATH": f"{tmp_path}:{os.environ['PATH']}"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert told.stdout.splitlines() == [
        "upscale",
        "ablations compare list fetch verify import",
        "--overwrite",
    ]
    assert told.stderr == ""


@pytest.mark.parametrize(
    ("shell", "settings"),
    [
        ("zsh", {"_TYPER_COMPLETE_ARGS": "fdiwn up"}),
        ("fish", {"_TYPER_COMPLETE_ARGS": "fdiwn up", "_TYPER_COMPLETE_FISH_ACTION": "get-args"}),
    ],
)
def test_the_command_answers_the_other_shells(
    share: Path, shell: str, settings: dict[str, str]
) -> None:
    script = (share / PLACES[shell]).read_text(encoding="utf-8")
    question = f"_{COMMAND.upper()}_COMPLETE=complete_{shell}"
    assert question in script
    assert all(name in script for name in settings)
    told = subprocess.run(
        [sys.executable, "-m", "fdiwn"],
        env=os.environ | settings | dict([question.split("=")]),
        capture_output=True,
        encoding="utf-8",
        check=True,
        cwd=ROOT,
    )
    assert "upscale" in told.stdout
    assert "models" not in told.stdout


def test_zsh_completes_the_first_time_too(share: Path) -> None:
    """It runs the file as the completion: the last line has to offer something."""
    lines = (share / PLACES["zsh"]).read_text(encoding="utf-8").splitlines()
    assert lines[0] == f"#compdef {COMMAND}"
    assert lines[-1] == f"_{COMMAND}_completion"
    assert f"{lines[-1]}() {{" in lines


def test_the_same_again_is_the_same_bytes_and_open_to_all(share: Path, tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        integration.write_integration(tmp_path / "again", prefix="", epoch=EPOCH)
    finally:
        os.umask(before)
    assert _content(tmp_path / "again") == _content(share)
    for path in (tmp_path / "again").rglob("*"):
        assert path.stat().st_mode & 0o777 == (0o755 if path.is_dir() else 0o644)


def test_the_day_is_that_of_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(releases, "CHANGELOG", tmp_path / "CHANGELOG.md")
    releases.CHANGELOG.write_text("## [Unreleased]\n\n- *File > New* makes `--it`,\n  twice.\n")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    wanted = releases.Release(
        VERSION, date(1970, 1, 2), stable=False, changes=("File > New makes --it, twice.",)
    )
    assert releases.releases() == [wanted]
    assert releases.releases(0)[0].day == date(1970, 1, 1)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(PackagingError, match="yesterday"):
        releases.releases()


def test_a_release_has_the_day_of_the_changelog(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(releases, "CHANGELOG", tmp_path / "CHANGELOG.md")
    releases.CHANGELOG.write_text(
        f"# Changelog\n\n## [Unreleased]\n\n## [{VERSION}] - 2026-12-24\n\n### Added\n\n- One.\n"
        "\n### Fixed\n\n- Two.\n\n## [0.0.1] - 2026-01-01\n\nNothing.\n"
    )
    found = releases.releases(EPOCH)
    assert found[0] == releases.Release(VERSION, date(2026, 12, 24), True, ("One.", "Two."))
    assert [release.version for release in found] == [VERSION, "0.0.1"]


@pytest.mark.parametrize("prefix", ["/usr", "../usr", "usr/../.."])
def test_nothing_is_written_beside_the_tree(tmp_path: Path, prefix: str) -> None:
    with pytest.raises(PackagingError, match="leads out"):
        integration.write_integration(tmp_path / "root", prefix)
    assert not (tmp_path / "root").exists()


def test_what_cannot_be_written_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("in the way")
    assert integration.main([str(tmp_path / "file")]) == 1
    assert capsys.readouterr().err.startswith("Error: ")


def _entry(share: Path, group: str = "Desktop Entry") -> configparser.SectionProxy:
    parser = configparser.RawConfigParser(delimiters=("=",))
    parser.optionxform = str  # type: ignore[assignment, method-assign]  # keys keep their case
    parser.read(share / APPLICATION, encoding="utf-8")
    assert parser.get("Desktop Entry", "Name") == APP_NAME
    return parser[group]


def _page(share: Path, name: str) -> str:
    return gzip.decompress((share / MANUAL.format(name)).read_bytes()).decode()


def _commands(group: object, before: str) -> dict[str, list[str]]:
    """The options, each by its first name, of all commands by their whole names."""
    assert isinstance(group, TyperGroup)
    found: dict[str, list[str]] = {}
    for name, command in group.commands.items():
        if isinstance(command, TyperGroup):
            found |= _commands(command, f"{before}{name} ")
        elif not command.hidden:
            names = (parameter.opts[0] for parameter in command.params)
            found[f"{before}{name}"] = [option for option in names if option.startswith("--")]
    return found


def _content(root: Path) -> dict[str, bytes]:
    files = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}
