"""The macOS bundle: names, types and signing, as far as that can be read without a Mac."""

from __future__ import annotations

import os
import plistlib
import subprocess
from pathlib import Path

import pytest

from fdiwn.api.names import APP_ID, APP_NAME, VERSION
from installers.file_types import FILE_TYPES
from installers.macos import bundle

FOLDER = Path(__file__).parents[2] / "installers" / "macos"
SIGN = FOLDER / "sign_and_notarize.sh"


def test_the_bundle_has_the_programs_names() -> None:
    # What can be written as a property list can be read back.
    info = plistlib.loads(plistlib.dumps(bundle.info_plist()))
    assert info["CFBundleIdentifier"] == APP_ID
    assert info["CFBundleName"] == APP_NAME
    assert info["CFBundleShortVersionString"] == info["CFBundleVersion"] == VERSION
    assert info["NSHighResolutionCapable"] is True


def test_it_is_offered_for_every_type_and_takes_none() -> None:
    types = bundle.info_plist()["CFBundleDocumentTypes"]
    assert len(types) == len(FILE_TYPES)
    for found, kind in zip(types, FILE_TYPES, strict=True):
        assert found["CFBundleTypeRole"] == "Viewer"
        assert found["LSHandlerRank"] == "Alternate"
        if kind.uti:
            assert found["LSItemContentTypes"] == [kind.uti]
        else:
            endings = {f".{ending}" for ending in found["CFBundleTypeExtensions"]}
            assert endings == set(kind.endings)


def test_types_are_named_once() -> None:
    for values in (
        [kind.name for kind in FILE_TYPES],
        [kind.uti for kind in FILE_TYPES if kind.uti],
        [ending for kind in FILE_TYPES for ending in kind.endings],
    ):
        assert len(values) == len(set(values))


def test_the_entitlements_are_few() -> None:
    rights = plistlib.loads((FOLDER / "entitlements.plist").read_bytes())
    assert rights == {
        "com.apple.security.cs.allow-jit": True,
        "com.apple.security.cs.allow-unsigned-executable-memory": True,
    }


def test_the_image_is_of_the_application(tmp_path: Path) -> None:
    given: dict[str, object] = {"defines": {"app": str(tmp_path / f"{APP_NAME}.app")}}
    exec(
        compile(
            (FOLDER / "dmg_settings.py").read_text(encoding="utf-8"), "dmg_settings.py", "exec"
        ),
        given,
    )
    assert given["files"] == [str(tmp_path / f"{APP_NAME}.app")]
    places = given["icon_locations"]
    assert isinstance(places, dict)
    assert set(places) == {f"{APP_NAME}.app", "Applications"}


TOOL = """#!/usr/bin/env bash
echo "$(basename "$0") $*" >> "$LOG"
if [ "$(basename "$0")" = dmgbuild ]; then
    for last; do :; done
    echo image > "$last"
fi
"""


@pytest.fixture
def mac(tmp_path: Path) -> Path:
    """A folder of stand-ins for Apple's tools, which write down how they were called."""
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("codesign", "xcrun", "ditto", "dmgbuild", "spctl", "shasum"):
        (tools / name).write_text(TOOL)
        (tools / name).chmod(0o755)
    contents = tmp_path / "An App.app" / "Contents"
    for path in ("Frameworks/libqt.dylib", "Frameworks/torch/_C.so", "MacOS/An App", "Info.plist"):
        file = contents / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x")
    (contents / "MacOS" / "An App").chmod(0o755)
    return tools


@pytest.mark.skipif(os.name == "nt", reason="a script for bash")
@pytest.mark.parametrize("signed", ["nobody", "identity", "account"])
def test_signing_goes_from_the_inside_out(mac: Path, tmp_path: Path, signed: str) -> None:
    log = tmp_path / "log"
    environment = {**os.environ, "PATH": f"{mac}:{os.environ['PATH']}", "LOG": str(log)}
    if signed != "nobody":
        environment["SIGN_IDENTITY"] = "Developer ID Application: Nobody"
    if signed == "account":
        environment["NOTARY_PROFILE"] = "profile"
    image = tmp_path / "out.dmg"
    subprocess.run(
        ["bash", SIGN, tmp_path / "An App.app", image], env=environment, check=True,
        capture_output=True,
    )  # fmt: skip
    lines = log.read_text(encoding="utf-8").splitlines()
    signings = [line for line in lines if line.startswith("codesign --force")]
    order = [line.rpartition("An App.app")[2] for line in signings if "Contents" in line]
    assert {Path(path).suffix for path in order[:2]} == {".dylib", ".so"}
    assert order[2].endswith("MacOS/An App")
    assert signings[3].endswith("An App.app")
    assert all("--deep" not in line for line in lines)
    assert ["--entitlements" in line for line in signings[:4]] == [False, False, True, True]
    assert all(("--options runtime" in line) == (signed != "nobody") for line in signings[:4])
    assert sum("notarytool submit" in line for line in lines) == 2 * (signed == "account")
    assert sum("stapler staple" in line for line in lines) == 2 * (signed == "account")
    assert len(signings) == 4 + (signed != "nobody"), "the image is signed where there is a name"
    assert image.exists()


@pytest.mark.skipif(os.name == "nt", reason="a script for bash")
def test_an_account_without_a_name_is_refused(mac: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "PATH": f"{mac}:{os.environ['PATH']}", "LOG": str(tmp_path / "l")}
    environment["NOTARY_PROFILE"] = "profile"
    done = subprocess.run(
        ["bash", SIGN, tmp_path / "An App.app", tmp_path / "out.dmg"], env=environment,
        check=False, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 2
    assert "needs SIGN_IDENTITY" in done.stderr
    assert not (tmp_path / "l").exists()
