"""What the pages name is there: files, modules, commands, options, `make` targets, links.

And the forms and checks that contributors meet first are of a shape that is understood.
"""

from __future__ import annotations

import importlib.util
import re
import shlex
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.main import get_command

from app.main import command_line
from fdiwn.cli.main import app

ROOT = Path(__file__).resolve().parents[2]
PAGES = (
    ROOT / "README.md",
    ROOT / "ARCHITECTURE.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "MODELS.md",
    *sorted((ROOT / "docs").glob("*.md")),
    *sorted((ROOT / "installers").rglob("*.md")),
)
MADE_LATER = {"runs/", "fdiwn/bundled"}  # by training, and in a wheel
OWN = ("fdiwn", "app", "installers", "resources", "tests")

BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
SPAN = re.compile(r"`([^`]+)`")
LINK = re.compile(r"\]\(([^)\s#]*)(?:#([^)\s]*))?\)")
OPTION = re.compile(r"--?[a-zA-Z][\w-]*")
FILE = re.compile(r"[\w.-]+(/[\w.*-]+)+(/|\.(py|sh|json|spec|yml|toml|txt))|[\w-]+\.(md|toml)")
DOTTED = re.compile(rf"({'|'.join(OWN)})((?:\.\w+)+)(\(.*\))?")


def options_of(command: Any) -> set[str]:
    return {name for each in command.params for name in (*each.opts, *each.secondary_opts)}


def window_options() -> set[str]:
    return set(command_line()._option_string_actions)


def every_option() -> set[str]:
    """Of all commands."""
    found, left = window_options(), [get_command(app)]
    while left:
        command: Any = left.pop()
        found |= options_of(command) | {"--help"}
        left += getattr(command, "commands", {}).values()
    return found


def used(words: list[str]) -> set[str]:
    return {word.partition("=")[0] for word in words if OPTION.fullmatch(word.partition("=")[0])}


def wrong_in_fdiwn(words: list[str]) -> list[str]:
    """What of the words after ``fdiwn`` does not exist."""
    command: Any = get_command(app)
    while words and hasattr(command, "commands") and not words[0].startswith("-"):
        name, *words = words
        if name not in command.commands:
            return [name]
        command = command.commands[name]
    return sorted(used(words) - options_of(command) - {"--help"})


def wrong_in_make(words: list[str]) -> list[str]:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    rules = set(re.findall(r"^([\w-]+):", makefile, re.MULTILINE))
    known = set(re.findall(r"^(\w+) [?:]?=", makefile, re.MULTILINE)) | {"ARGS"}
    return [
        word
        for word in words
        if (word.partition("=")[0] not in known if "=" in word else word not in rules)
    ]


def wrong_in_file(path: Path, words: list[str]) -> list[str]:
    """Options that a script or module does not mention."""
    if not path.is_file():
        return [str(path.relative_to(ROOT))]
    text = path.read_text(encoding="utf-8")
    return sorted(option for option in used(words) if option not in text)


def of_scripts_beside(page: Path, option: str) -> bool:
    """Whether a program in the folder of the page has the option."""
    scripts = [*page.parent.glob("*.py"), *page.parent.glob("*.sh")]
    return any(option in script.read_text(encoding="utf-8") for script in scripts)


def wrong_in_line(line: str, page: Path) -> list[str]:
    """What a line for a shell names of this project and does not exist."""
    try:
        words = shlex.split(line, comments=True)
    except ValueError:  # no line for a shell
        return []
    if not words:
        return []
    program = re.split(r"[/\\]", words[0])[-1]
    if program == "python" and words[1:2] == ["-m"]:
        program, words = words[2], words[2:]
    if program == "fdiwn":
        return wrong_in_fdiwn(words[1:])
    if program in ("fdiwn-upscaler", "app"):
        return sorted(used(words[1:]) - window_options())
    if program == "make":
        return wrong_in_make(words[1:])
    if program.startswith(tuple(f"{own}." for own in OWN)):
        return wrong_in_file(ROOT / f"{program.replace('.', '/')}.py", words[1:])
    if words[0].endswith(".sh"):
        place = page.parent if (page.parent / words[0]).exists() else ROOT
        return wrong_in_file(place / words[0], words[1:])
    return []


def is_there(dotted: str) -> bool:
    """Whether a name such as `fdiwn.api.errors.FdiwnError` can be imported."""
    *parts, last = dotted.split(".")
    try:
        if importlib.util.find_spec(dotted) is not None:
            return True
    except ModuleNotFoundError:
        pass
    if not parts:
        return False
    try:
        owner: object = importlib.import_module(".".join(parts))
    except ModuleNotFoundError:
        if len(parts) < 2:
            return False
        owner = getattr(importlib.import_module(".".join(parts[:-1])), parts[-1], None)
    return hasattr(owner, last)


def wrong_in_span(span: str, page: Path) -> list[str]:
    """What a piece of code within a sentence names and does not exist."""
    if span.startswith("-"):
        unknown = sorted(used(span.split()) - every_option())
        return [option for option in unknown if not of_scripts_beside(page, option)]
    if (dotted := DOTTED.fullmatch(span)) and not (ROOT / span).exists():
        return [] if is_there(dotted[1] + dotted[2]) else [span]
    if span in MADE_LATER or not (FILE.fullmatch(span) or span.startswith(f"{OWN[0]}/")):
        return wrong_in_line(span, page) if " " in span else []
    places = (ROOT, ROOT / "fdiwn", ROOT / "app", page.parent)
    return [] if any(list(place.glob(span.rstrip("/"))) for place in places) else [span]


def wrong_in(text: str, page: Path) -> list[str]:
    """Everything that a page names of this project and that does not exist."""
    found = []
    for language, block in BLOCK.findall(text):
        if not language:
            found += [wrong for line in block.splitlines() for wrong in wrong_in_line(line, page)]
    for span in SPAN.findall(BLOCK.sub("", text)):
        found += wrong_in_span(" ".join(span.split()), page)
    return found


def headings(page: Path) -> set[str]:
    """The anchors of a page, as they are made on the web."""
    lines = re.findall(r"^#+ (.+)$", BLOCK.sub("", page.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", line.lower()).replace(" ", "-") for line in lines}


@pytest.fixture(params=PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def page(request: pytest.FixtureRequest) -> Path:
    found: Path = request.param
    return found


def test_what_a_page_names_is_there(page: Path) -> None:
    assert wrong_in(page.read_text(encoding="utf-8"), page) == []


def test_links_lead_somewhere(page: Path) -> None:
    for name, anchor in LINK.findall(page.read_text(encoding="utf-8")):
        if "://" in name:
            continue
        target = page.parent / name if name else page
        assert target.exists(), name
        assert not anchor or anchor in headings(target), anchor


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("`fdiwn/enlarge/stages.py` and `fdiwn/enlarge/`", []),
        ("`fdiwn/enlarge/steps.py`", ["fdiwn/enlarge/steps.py"]),
        ("`enlarge/fallback.py`, `enlarge/ladder.py`", ["enlarge/ladder.py"]),
        ("`fdiwn.api.errors.FdiwnError`, `fdiwn.upscale(image)`", []),
        ("`fdiwn.errors`", ["fdiwn.errors"]),
        ("`fdiwn.api.errors.NoSuchError`", ["fdiwn.api.errors.NoSuchError"]),
        ("`--scale`, `--strip gps`", []),
        ("`--no-such-option`", ["--no-such-option"]),
        ("`fdiwn upscale a.jpg -o b.png --scale 2`", []),
        ("`fdiwn upscale --watch`", ["--watch"]),
        ("`fdiwn models remove`", ["remove"]),
        ("```\n.venv/bin/fdiwn batch a/ b/ --resum  # goes on\n```\n", ["--resum"]),
        ("```\nmake test\nmake tests\n```\n", ["tests"]),
        ("`make train DATA=x`, `make train DATE=x`", ["DATE=x"]),
        ("`python -m installers.pin`, `python -m installers.pins`", ["installers/pins.py"]),
        ("`python -m app --self-test`, `fdiwn-upscaler --self`", ["--self"]),
        ("`ruff format --check .`, `a.xmp`, `LR_bicubic/X4`, `utils.py`", []),
    ],
)
def test_what_is_not_there_is_found(text: str, wrong: list[str]) -> None:
    assert wrong_in(text, ROOT / "README.md") == wrong


def rooms(package: str) -> list[tuple[set[str], str]]:
    """The rows of a package's table in ARCHITECTURE.md: names in the first column, the second."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    table = text.partition(f"| room of `{package}/`")[2].partition("\n\n")[0]
    rows = re.findall(r"^\| (`.*?) \| (.*) \|$", table, re.MULTILINE)
    return [({name.rstrip("/") for name in SPAN.findall(first)}, rest) for first, rest in rows]


@pytest.mark.parametrize("package", ["fdiwn", "app"])
def test_the_page_on_architecture_has_every_room(package: str) -> None:
    named = [name for names, _ in rooms(package) for name in names]
    there = {
        path.stem
        for path in (ROOT / package).iterdir()
        if (path.suffix == ".py" or (path / "__init__.py").exists())
        and not path.stem.startswith("__")
    }
    assert sorted(named) == sorted(there)


@pytest.mark.parametrize("package", ["fdiwn", "app"])
def test_its_rows_name_modules_of_their_rooms(package: str) -> None:
    for names, about in rooms(package):
        for module in set(re.findall(r"`([a-z_]+)/?`", about)) - set(OWN):
            found = [ROOT / package / room / module for room in names]
            assert any(p.is_dir() or p.with_suffix(".py").is_file() for p in found), module


def test_checks_of_commits_need_no_network() -> None:
    """They run tools of the development environment, and mypy on request only."""
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    tools = {re.split(r"[><=\[]", each)[0] for each in project["optional-dependencies"]["dev"]}
    hooks = {hook["id"]: hook for repo in config["repos"] for hook in repo["hooks"]}
    assert [repo["repo"] for repo in config["repos"]] == ["local"]
    assert set(hooks) == {"ruff", "ruff-format", "mypy"}
    for hook in hooks.values():
        program = hook["entry"].split()[0]
        assert hook["language"] == "system"
        assert program.startswith(".venv/bin/")
        assert Path(program).name in tools
    assert hooks["mypy"]["stages"] == ["manual"]


@pytest.mark.parametrize("form", sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml")))
def test_forms_for_issues_have_what_is_asked_of_them(form: Path) -> None:
    found = yaml.safe_load(form.read_text(encoding="utf-8"))
    assert found["name"]
    assert found["description"]
    for field in found["body"]:
        assert field["type"] == "textarea"
        assert field["attributes"]["label"]
    assert len({field["id"] for field in found["body"]}) == len(found["body"])
