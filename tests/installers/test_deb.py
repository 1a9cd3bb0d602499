"""The .deb and the portable archive, from a small folder that stands for the frozen one."""

from __future__ import annotations

import os
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest

from fdiwn.api.names import COMMAND, DISTRIBUTION, EDIT_COMMAND, VERSION, WINDOW_COMMAND
from installers.build import CUDA_TARGETS, TARGETS
from installers.errors import PackagingError
from installers.linux import deb, portable, staging
from installers.linux.qt_libraries import LIBRARIES

EPOCH = 1_700_000_000
needs_dpkg = pytest.mark.skipif(
    shutil.which("dpkg-deb") is None or shutil.which("dpkg-shlibdeps") is None,
    reason="dpkg-deb and dpkg-shlibdeps are not installed",
)
needs_zstd = pytest.mark.skipif(shutil.which("zstd") is None, reason="zstd is not installed")


@pytest.fixture
def frozen(tmp_path: Path) -> Path:
    """Runs, has a link, a library of its own and one that Debian has."""
    folder = tmp_path / "frozen"
    (folder / "_internal" / "torch").mkdir(parents=True)
    program = folder / WINDOW_COMMAND
    program.write_text('#!/bin/sh\necho "$0 $*"\n')
    program.chmod(0o700)
    for name in (COMMAND, EDIT_COMMAND):
        (folder / name).symlink_to(WINDOW_COMMAND)
    (folder / "_internal" / "torch" / "libtorch_cpu.so").write_bytes(b"data")
    (folder / "_internal" / "libxcb-cursor.so.0").write_bytes(b"Debian has it")
    (folder / "_internal" / "libpython3.11.so.1.0").write_bytes(b"\x7fELF ours")
    (folder / "_internal" / "LICENCE").write_text("not a program")
    for name in ("libpython3.11.so.1.0", "LICENCE"):
        (folder / "_internal" / name).chmod(0o755)
    shutil.copy(shutil.which("true") or "", folder / "_internal" / "needs-libc")
    return folder


@pytest.fixture(autouse=True)
def no_integration(monkeypatch: pytest.MonkeyPatch) -> None:
    """Menus and icons have tests of their own."""
    for module in (deb, portable):
        monkeypatch.setattr(module, "write_integration", lambda root, **how: None)
    monkeypatch.setattr(deb, "validate", lambda root: None)


def build(frozen: Path, folder: Path, which: str, cuda: bool = False) -> Path:
    folder.mkdir()
    (folder / "out").mkdir()
    packager = (CUDA_TARGETS if cuda else TARGETS)[which]
    return packager(frozen, folder, folder / "out", EPOCH)


@needs_dpkg
def test_the_package_holds_the_programs_and_leaves_debians_libraries_to_debian(
    frozen: Path, tmp_path: Path
) -> None:
    package = build(frozen, tmp_path / "work", "deb")
    assert package.name.startswith(f"{DISTRIBUTION}_{VERSION}_")
    listed = subprocess.run(
        ["dpkg-deb", "--contents", str(package)], capture_output=True, encoding="utf-8", check=True
    ).stdout
    place = f"./opt/{DISTRIBUTION}"
    assert f"{place}/_internal/torch/libtorch_cpu.so" in listed
    assert f"{place}/_internal/libpython3.11.so.1.0" in listed
    assert "libxcb-cursor" not in listed
    for name in (COMMAND, EDIT_COMMAND):
        assert f"./usr/bin/{name} -> /opt/{DISTRIBUTION}/{name}" in listed
    assert f"./usr/share/doc/{DISTRIBUTION}/copyright" in listed
    assert f"-rwxr-xr-x root/root {frozen.joinpath(WINDOW_COMMAND).stat().st_size:>9}" in listed
    subprocess.run(["dpkg-deb", "--extract", str(package), str(tmp_path / "root")], check=True)
    subprocess.run(["dpkg-deb", "--control", str(package), str(tmp_path / "c")], check=True)
    root = tmp_path / "root"
    subprocess.run(
        ["md5sum", "--check", "--quiet", str(tmp_path / "c/md5sums")], cwd=root, check=True
    )
    assert "Installed-Size: " in (tmp_path / "c" / "control").read_text(encoding="utf-8")


@needs_dpkg
def test_only_programs_and_scripts_can_be_run(frozen: Path, tmp_path: Path) -> None:
    package = build(frozen, tmp_path / "work", "deb")
    subprocess.run(["dpkg-deb", "--extract", str(package), str(tmp_path / "root")], check=True)
    place = tmp_path / "root" / "opt" / DISTRIBUTION
    runs = {path.name for path in place.rglob("*") if path.is_file() and os.access(path, os.X_OK)}
    assert runs == {WINDOW_COMMAND, COMMAND, EDIT_COMMAND, "needs-libc"}


@needs_dpkg
def test_debians_tools_read_its_changelog(tmp_path: Path) -> None:
    file = tmp_path / "changelog"
    file.write_text(deb.changelog(EPOCH))
    read = subprocess.run(
        ["dpkg-parsechangelog", "--file", str(file)],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert read.stderr == ""
    assert f"Version: {VERSION}" in read.stdout
    assert "Date: Tue, 14 Nov 2023" in read.stdout


@needs_dpkg
def test_the_same_checkout_makes_the_same_package(frozen: Path, tmp_path: Path) -> None:
    first, second = (build(frozen, tmp_path / name, "deb") for name in ("one", "two"))
    assert first.read_bytes() == second.read_bytes()


@needs_dpkg
def test_a_library_that_nobody_brings_ends_the_build(frozen: Path, tmp_path: Path) -> None:
    """A real program, which needs a package that is not in the list."""
    shutil.copy(shutil.which("dpkg-deb") or "", frozen / "_internal" / "needs-others")
    with pytest.raises(PackagingError, match="must depend on"):
        build(frozen, tmp_path / "work", "deb")


def test_what_dpkg_says_is_read() -> None:
    answer = "dpkg-shlibdeps: warning: x\nshlibs:Depends=libc6 (>= 2.34), libgl1, a | b (>= 1)\n"
    assert deb.needed(answer) == {"libc6", "libgl1", "a", "b"}
    assert deb.needed("shlibs:Depends=\n") == set()
    assert deb.needed("nothing") == set()


def test_all_that_qt_asks_of_the_system_is_asked_of_debian() -> None:
    names = deb.named(deb.DEPENDS)
    assert {package for _, package in LIBRARIES} <= names
    left = [library for library, _ in LIBRARIES if not deb.LEFT_TO_DEBIAN.match(library)]
    assert left == []
    assert not deb.LEFT_TO_DEBIAN.match("libpython3.11.so.1.0")
    assert not deb.LEFT_TO_DEBIAN.match("libssl.so.3")
    assert not deb.LEFT_TO_DEBIAN.match("libzstd.so.1")
    for line in deb.control(1000, "amd64").splitlines():
        assert line.startswith(" ") or ": " in line


@needs_zstd
def test_the_archive_unpacks_into_one_folder_that_runs(frozen: Path, tmp_path: Path) -> None:
    archive = build(frozen, tmp_path / "work", "portable")
    subprocess.run(["zstd", "-q", "-d", str(archive), "-o", str(tmp_path / "a.tar")], check=True)
    with tarfile.open(tmp_path / "a.tar") as tar:
        assert {entry.mtime for entry in tar} == {EPOCH}
        assert {entry.uid for entry in tar} == {0}
        tar.extractall(tmp_path / "apart", filter="data")
    (folder,) = (tmp_path / "apart").iterdir()
    done = subprocess.run(
        [folder / COMMAND, "x"], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout == f"{folder / COMMAND} x\n"
    assert (folder / "_internal" / "libxcb-cursor.so.0").exists()
    assert WINDOW_COMMAND in (folder / "README.txt").read_text(encoding="utf-8")


@needs_zstd
def test_the_same_checkout_makes_the_same_archive(frozen: Path, tmp_path: Path) -> None:
    first, second = (build(frozen, tmp_path / name, "portable") for name in ("one", "two"))
    assert first.read_bytes() == second.read_bytes()


@needs_zstd
def test_that_with_cuda_is_told_apart_by_its_name(frozen: Path, tmp_path: Path) -> None:
    usual, cuda = (build(frozen, tmp_path / n, "portable", n == "cuda") for n in ("usual", "cuda"))
    assert cuda.name == usual.name.replace(".tar", "-cuda.tar")
    assert cuda.name.startswith(f"{DISTRIBUTION}-{VERSION}-linux-")


def test_a_tool_that_is_missing_is_named() -> None:
    with pytest.raises(PackagingError, match="apt install some-package"):
        staging.tool("no-such-tool-anywhere", "some-package")
