"""The workflows: every action pinned, every right named, every file that they call there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PINNED = re.compile(r"[\w-]+/[\w./-]+@[0-9a-f]{40}")
LINE = re.compile(r"uses: ([\w-]+/[\w./-]+)@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)$")
WRITING = {"contents: write", "id-token: write", "attestations: write"}


def load(path: Path) -> dict[str, Any]:
    found = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    # YAML 1.1 reads the key "on" as true.
    return {str({True: "on"}.get(key, key)): value for key, value in found.items()}


def steps(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job.get("steps", [])]


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    found: Path = request.param
    return found


def test_the_workflows_are_there() -> None:
    assert [path.stem for path in FILES] == ["installers", "release", "tests"]


def test_every_action_is_pinned_to_a_commit(path: Path) -> None:
    used = [step["uses"] for step in steps(load(path)) if "uses" in step]
    assert used
    for action in used:
        assert PINNED.fullmatch(action), action
    lines = [
        line.strip()
        for line in path.read_text(encoding="utf-8").splitlines()
        if "uses: actions/" in line
    ]
    assert len(lines) == len(used)
    for line in lines:
        assert LINE.search(line), f"no version beside the commit: {line}"


def test_one_version_of_an_action_is_used_everywhere() -> None:
    found: dict[str, set[tuple[str, str]]] = {}
    for path in FILES:
        for line in path.read_text(encoding="utf-8").splitlines():
            if match := LINE.search(line):
                found.setdefault(match[1], set()).add((match[2], match[3]))
    assert {action: len(pins) for action, pins in found.items() if len(pins) != 1} == {}


def test_no_right_is_given_that_is_not_named(path: Path) -> None:
    workflow = load(path)
    assert workflow["permissions"] == {}
    for name, job in workflow["jobs"].items():
        assert "permissions" in job, name
        given = {f"{key}: {value}" for key, value in job["permissions"].items()}
        if (path.stem, name) == ("release", "draft"):
            assert given == WRITING
        else:
            assert given == {"contents: read"}


def test_what_came_from_outside_is_not_put_into_scripts(path: Path) -> None:
    """A branch's name in a script would be run as a command; in a variable it is a text."""
    workflow = load(path)
    assert "pull_request_target" not in workflow["on"]
    for step in steps(workflow):
        assert "${{" not in step.get("run", "")
    secrets = re.search(r"\$\{\{[^}]*secrets", path.read_text(encoding="utf-8"))
    assert not secrets, "everything works without them"


def test_no_checkout_leaves_its_token_behind(path: Path) -> None:
    for step in steps(load(path)):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


def test_every_job_ends(path: Path) -> None:
    for name, job in load(path)["jobs"].items():
        assert "timeout-minutes" in job or "uses" in job, name


def test_the_files_that_are_called_are_there(path: Path) -> None:
    """Those of the freeze and of the packaging belong to another part of the installers."""
    others = {"installers/pyinstaller/app.spec", "installers/build.py"}
    for step in steps(load(path)):
        run = step.get("run", "").replace("\\\n", " ").replace("\\", "/")
        named = set(re.findall(r"installers/[\w/.-]+\.(?:sh|py|ps1|spec)", run))
        named |= {f"{m.replace('.', '/')}.py" for m in re.findall(r"-m (installers[\w.]+)", run)}
        for name in named - others:
            assert (ROOT / name).is_file(), name


def test_a_release_waits_for_what_was_tried() -> None:
    release = load(ROOT / ".github/workflows/release.yml")
    build = load(ROOT / ".github/workflows/installers.yml")
    assert release["jobs"]["draft"]["needs"] == "build"
    assert release["jobs"]["build"]["uses"] == "./.github/workflows/installers.yml"
    assert build["jobs"]["linux-check"]["needs"] == ["previous", "linux"]
    handed_on = {
        step["with"]["name"]
        for step in steps(build)
        if step.get("uses", "").startswith("actions/upload-artifact@")
    }
    assert handed_on == {"previous", "installer-linux", "installer-windows", "installer-macos"}
    draft = "\n".join(step.get("run", "") for step in release["jobs"]["draft"]["steps"])
    assert "--draft" in draft
    assert "sha256sum" in draft
