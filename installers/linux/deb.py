"""The .deb: a frozen folder under /opt, its place in the menus, and what it needs of Debian.

What Debian and its relatives ship themselves of the desktop, they shall ship: the bundle's copies
of X11, Wayland, fonts and GLib are left out, and the package depends on theirs. What
dpkg-shlibdeps finds in the rest is held against `DEPENDS`, so that none is forgotten.
"""

from __future__ import annotations

import gzip
import hashlib
import re
import shutil
from email.utils import formatdate
from pathlib import Path

from fdiwn.api.names import APP_NAME, COMMAND, DISTRIBUTION, EDIT_COMMAND, VERSION, WINDOW_COMMAND
from installers.errors import PackagingError
from installers.freeze import ROOT, files, run
from installers.linux.integration import validate, write_integration
from installers.linux.staging import settle, tool

DEPENDS = (
    "libc6 (>= 2.34)",
    "libstdc++6 (>= 11)",
    "libgcc-s1",
    "libgl1",
    "libegl1",
    "libopengl0",
    "libx11-6",
    "libx11-xcb1",
    "libxext6",
    "libxcb1",
    "libxcb-cursor0",
    "libxcb-glx0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-shm0",
    "libxcb-sync1",
    "libxcb-util1",
    "libxcb-xfixes0",
    "libxcb-xkb1",
    "libxkbcommon0",
    "libxkbcommon-x11-0",
    "libwayland-client0",
    "libwayland-cursor0",
    "libwayland-egl1",
    "libdbus-1-3",
    "libfontconfig1",
    "libfreetype6",
    "libglib2.0-0 | libglib2.0-0t64",
    "zlib1g",
)
MAINTAINER = f"{APP_NAME} contributors <noreply@fdiwn.github.io>"
COPYRIGHT = f"""\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: {APP_NAME}

Files: *
Copyright: 2026 {APP_NAME} contributors
License: Apache-2.0
Comment:
 The program and the models fdiwn-x2, fdiwn-x3 and fdiwn-x4. The parts that it is made of have
 licences of their own: see /opt/{DISTRIBUTION}/_internal/*.dist-info, and Help > About in the
 window. Every model is named in /opt/{DISTRIBUTION}/_internal/resources/weights/MODELS.txt.

License: Apache-2.0
 On Debian systems its text is in /usr/share/common-licenses/Apache-2.0.
"""
RECOMMENDS = ("fonts-dejavu-core", "ocl-icd-libopencl1", "xdg-desktop-portal")
LEFT_TO_DEBIAN = re.compile(
    r"lib(X11|X11-xcb|Xau|Xdmcp|Xext|Xrender|xcb|xcb-[\w-]+|xkbcommon|xkbcommon-x11|wayland-[\w-]+"
    r"|fontconfig|freetype|dbus-1|glib-2\.0|gthread-2\.0|gio-2\.0|gobject-2\.0|gmodule-2\.0"
    r"|harfbuzz|graphite2|fribidi|pixman-1|systemd|gcrypt|gpg-error|cap|lz4|mount|blkid|selinux"
    r"|pcre2-8|bsd|md|expat|png16|z|EGL|GL|GLX|OpenGL)\.so"
)
"""Of the system libraries beside the programs, those for which the package depends on Debian's."""
_FOR_DRIVERS = "libopenvino_intel_gpu_plugin.so"
"""Needs libOpenCL, which is there where there is such a device; else it is not loaded."""


def build(frozen: Path, work: Path, out: Path, epoch: int) -> Path:
    """Writes the package into ``out`` and returns it. epoch: the date of everything in it."""
    root = work / "deb"
    shutil.rmtree(root, ignore_errors=True)
    place = root / "opt" / DISTRIBUTION
    shutil.copytree(frozen, place, symlinks=True)
    for path in (place / "_internal").iterdir():
        if LEFT_TO_DEBIAN.match(path.name):
            path.unlink()
    (root / "usr" / "bin").mkdir(parents=True)
    for name in (COMMAND, WINDOW_COMMAND, EDIT_COMMAND):
        (root / "usr" / "bin" / name).symlink_to(f"/opt/{DISTRIBUTION}/{name}")
    write_integration(root, epoch=epoch)
    validate(root)
    _write_documents(root / "usr" / "share" / "doc" / DISTRIBUTION, epoch)
    _check_dependencies(place, work)
    _write_control(root)
    settle(root, epoch)
    target = out / f"{DISTRIBUTION}_{VERSION}_{_architecture()}.deb"
    part = work / f"{target.name}.part"
    command = [tool("dpkg-deb", "dpkg"), "--root-owner-group", "-Zzstd", "-z12"]
    run([*command, "--build", str(root), str(part)], {"SOURCE_DATE_EPOCH": str(epoch)})
    return part.replace(target)


def control(installed_kilobytes: int, architecture: str) -> str:
    """The package's record."""
    return "\n".join(
        (
            f"Package: {DISTRIBUTION}",
            f"Version: {VERSION}",
            f"Architecture: {architecture}",
            "Section: graphics",
            "Priority: optional",
            f"Maintainer: {MAINTAINER}",
            f"Installed-Size: {installed_kilobytes}",
            f"Depends: {', '.join(DEPENDS)}",
            f"Recommends: {', '.join(RECOMMENDS)}",
            "Description: enlarge photographs faithfully with the FDIWN network",
            " Enlarges photographs two, three and four times and to any size. Nothing is",
            " invented; colour profiles, metadata and 16 bits are kept. With a window to",
            " compare and save, and a command for whole folders. Works offline.",
            "",
        )
    )


def _write_control(root: Path) -> None:
    folder = root / "DEBIAN"
    folder.mkdir()
    content = sorted(path for path in files(root) if folder not in path.parents)
    kilobytes = sum(-(-path.stat().st_size // 1024) for path in content)
    (folder / "control").write_text(control(kilobytes, _architecture()), encoding="utf-8")
    sums = []
    for path in content:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "md5").hexdigest()
        sums.append(f"{digest}  {path.relative_to(root).as_posix()}\n")
    (folder / "md5sums").write_text("".join(sums), encoding="utf-8")


def _write_documents(folder: Path, epoch: int) -> None:
    """Licence and changes, in the forms that Debian's tools read."""
    folder.mkdir(parents=True)
    (folder / "copyright").write_text(COPYRIGHT, encoding="utf-8")
    for name, content in (
        ("changelog.gz", changelog(epoch).encode()),
        ("CHANGELOG.md.gz", (ROOT / "CHANGELOG.md").read_bytes()),
    ):
        (folder / name).write_bytes(gzip.compress(content, 9, mtime=0))


def changelog(epoch: int) -> str:
    """The package's own; the program's is beside it. epoch: in seconds since 1970."""
    return (
        f"{DISTRIBUTION} ({VERSION}) unstable; urgency=medium\n\n"
        f"  * The changes of {APP_NAME} are in CHANGELOG.md.gz.\n\n"
        f" -- {MAINTAINER}  {formatdate(epoch)}\n"
    )


def _architecture() -> str:
    return run([tool("dpkg", "dpkg"), "--print-architecture"]).strip()


def _check_dependencies(place: Path, work: Path) -> None:
    """Raises PackagingError for a package that the bundle needs and `DEPENDS` does not name."""
    programs = [path for path in files(place) if _is_program(path)]
    folders = sorted({str(path.parent) for path in programs})
    scratch = work / "shlibdeps"
    shutil.rmtree(scratch, ignore_errors=True)
    (scratch / "debian").mkdir(parents=True)
    (scratch / "debian" / "control").write_text(
        f"Source: {DISTRIBUTION}\n\nPackage: {DISTRIBUTION}\nArchitecture: any\n"
    )
    command = [tool("dpkg-shlibdeps", "dpkg-dev"), "-O", "--ignore-missing-info", "--warnings=0"]
    found = run(
        [*command, *(f"-l{folder}" for folder in folders), *(f"-e{path}" for path in programs)],
        folder=scratch,
    )
    own = {path.name for path in programs}
    forgotten = {
        package
        for package in needed(found) - named(DEPENDS)
        if not own & _libraries(package)  # which the bundle carries itself
    }
    if forgotten:
        raise PackagingError(
            f"The package must depend on {', '.join(sorted(forgotten))} as well",
            "something in it needs them",
            "Add them to DEPENDS.",
        )


def _libraries(package: str) -> set[str]:
    """The file names that an installed package has."""
    listed = run([tool("dpkg-query", "dpkg"), "--listfiles", package])
    return {Path(line).name for line in listed.splitlines()}


def needed(answer: str) -> set[str]:
    """The names of packages in dpkg-shlibdeps' answer."""
    lines = [line for line in answer.splitlines() if line.startswith("shlibs:Depends=")]
    return named(lines[0].removeprefix("shlibs:Depends=").split(",")) if lines else set()


def named(dependencies: tuple[str, ...] | list[str]) -> set[str]:
    """The names of packages in dependencies, alternatives included."""
    alternatives = (part for each in dependencies for part in each.split("|"))
    return {part.split("(")[0].strip() for part in alternatives if part.strip()}


def _is_program(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF" and path.name != _FOR_DRIVERS
