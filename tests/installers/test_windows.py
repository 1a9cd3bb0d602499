"""The Windows installer: it agrees with the program, and what it must not do is not there.

It cannot be compiled here; these tests read it as text.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from fdiwn.api.catalog import models_home
from fdiwn.api.formats import READABLE
from fdiwn.api.names import APP_ID, APP_NAME, COMMAND, DISTRIBUTION, VERSION, WINDOW_COMMAND
from installers.file_types import endings
from installers.windows import product

FOLDER = Path(__file__).parents[2] / "installers" / "windows"
SCRIPT = (FOLDER / "fdiwn-upscaler.iss").read_text(encoding="utf-8")


def sections() -> dict[str, list[str]]:
    """The lines of each section, without comments."""
    found: dict[str, list[str]] = {}
    name = ""
    for line in SCRIPT.splitlines():
        if match := re.fullmatch(r"\[(\w+)\]", line):
            name = match[1]
        elif line.strip() and not line.startswith(";"):
            found.setdefault(name, []).append(line)
    return found


def settings() -> dict[str, str]:
    lines = (line.partition("=") for line in sections()["Setup"] if not line.startswith("#"))
    return {key: value for key, _, value in lines}


def defined() -> dict[str, str]:
    return dict(re.findall(r'^#define (\w+) "(.*)"$', product.product(), re.MULTILINE))


def test_what_the_script_uses_is_generated() -> None:
    used = set(re.findall(r"\{#(\w+)\}", SCRIPT)) - {"Root"}
    assert used <= set(defined())
    assert set(defined()) - used == set(), "nothing is generated for nobody"


def test_names_and_version_are_the_programs() -> None:
    values = defined()
    assert values["AppName"] == APP_NAME
    assert values["AppId"] == APP_ID
    assert values["AppVersion"] == VERSION
    assert values["Distribution"] == DISTRIBUTION
    assert (values["WindowExe"], values["CommandExe"]) == (
        f"{WINDOW_COMMAND}.exe",
        f"{COMMAND}.exe",
    )
    for text in (VERSION, APP_NAME, APP_ID, DISTRIBUTION):
        body = SCRIPT.replace(f"installers\\windows\\{DISTRIBUTION}.iss", "")
        assert text not in body, f"{text} is written out in the script"


def test_the_number_of_the_product_never_changes() -> None:
    """With another one, a new version would be installed beside the old one."""
    assert product.app_guid() == "{2D25731D-52B6-514B-83A3-CF81D0E62015}"
    assert settings()["AppId"] == "{{#AppGuid}"


def test_it_installs_for_one_user_and_upgrades_in_place() -> None:
    setup = settings()
    assert setup["PrivilegesRequired"] == "lowest"
    assert setup["PrivilegesRequiredOverridesAllowed"] == "dialog commandline"
    assert setup["CloseApplications"] == "yes"
    assert setup["ArchitecturesAllowed"] == "x64compatible"
    assert sections()["InstallDelete"] == [
        r'Type: filesandordirs; Name: "{app}\_internal"',
    ]
    assert any(r"dist\{#Distribution}\*" in line for line in sections()["Files"])


def test_a_silent_run_starts_and_asks_nothing() -> None:
    for line in sections()["Run"]:
        if line.startswith("Filename") and "WindowExe" in line:
            assert "skipifsilent" in line
    assert "or UninstallSilent then\n    exit;" in SCRIPT


def test_every_text_is_in_every_language() -> None:
    languages = set(re.findall(r'^Name: "(\w+)"; MessagesFile', SCRIPT, re.MULTILINE))
    by_name: dict[str, set[str]] = {}
    for language, name in re.findall(r"^(\w+)\.(\w+)=", SCRIPT, re.MULTILINE):
        by_name.setdefault(name, set()).add(language)
    assert by_name
    assert all(found == languages for found in by_name.values())
    used = set(re.findall(r"CustomMessage\('(\w+)'\)", SCRIPT))
    assert used == set(by_name)


def test_the_data_that_it_offers_to_delete_are_the_programs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("FDIWN_MODELS_DIR", raising=False)
    assert models_home().parent.name == DISTRIBUTION
    assert r"{localappdata}\{#Distribution}" in SCRIPT


def test_it_is_offered_for_every_type_and_takes_none() -> None:
    assert set(endings()) == set(READABLE)
    lines = product.associations().splitlines()
    keys = [re.search(r'Subkey: "([^"]+)"', line) for line in lines]
    for line, key in zip(lines, keys, strict=True):
        assert key is not None
        assert line.startswith("Root: HKA; ")
        # The default of an ending's own key is what opens it.
        assert not re.fullmatch(r"Software\\Classes\\\.\w+", key[1])
        if "OpenWithProgids" in key[1]:
            assert line.endswith("Flags: uninsdeletevalue")
            assert f'ValueName: "{product.PROG_ID}"' in line
    offered = {k[1].split("\\")[2] for k in keys if k and k[1].endswith("OpenWithProgids")}
    assert offered == set(endings())
    assert "shell\\open\\command" in product.associations()
    assert f'"""{{app}}\\{WINDOW_COMMAND}.exe"" ""%1"""' in product.associations()


@pytest.mark.parametrize(
    ("version", "four"),
    [("0.1.0", (0, 1, 0, 0)), ("1.2", (1, 2, 0, 0)), ("10.20.30rc1", (10, 20, 30, 0))],
)
def test_versions_as_windows_counts(version: str, four: tuple[int, ...]) -> None:
    assert product.numbers(version) == four


def test_the_version_resource_is_an_expression_with_the_programs_names() -> None:
    text = product.version_info("fdiwn.exe")
    tree = ast.parse(text, mode="eval")
    strings = {
        call.args[0].value: call.args[1].value
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id == "StringStruct"
        and isinstance(call.args[0], ast.Constant)
        and isinstance(call.args[1], ast.Constant)
    }
    assert strings["ProductName"] == APP_NAME
    assert strings["FileVersion"] == strings["ProductVersion"] == VERSION
    assert strings["OriginalFilename"] == "fdiwn.exe"


def test_the_files_are_written(tmp_path: Path) -> None:
    assert product.main([str(tmp_path / "out")]) == 0
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == [
        "associations.iss", "fdiwn-upscaler-edit.version.txt", "fdiwn-upscaler.version.txt",
        "fdiwn.version.txt", "product.iss",
    ]  # fmt: skip
    script = (FOLDER / "build.ps1").read_text(encoding="utf-8")
    for module in ("installers.windows.product", "installers.icons", "installers.sbom.make_sbom"):
        assert module in script
