"""What the program is made of: distributions, the libraries in them, Python, models."""

from __future__ import annotations

import platform
import re
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path

from app.diagnostics.licences import UNSTATED, canonical, distributions, licence_of
from fdiwn.api.catalog import MODELS
from fdiwn.api.files import file_sha256
from fdiwn.api.resources import resource
from installers.sbom import libraries

TEXTS = Path(__file__).parent / "texts"
_LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice|copyright|authors)[^/]*$", re.IGNORECASE)
_NOT_SHIPPED = re.compile(r"(^|/)(test|tests|include|share)/")
_FOLDERS = re.compile(r"(\.libs|\.dylibs|/lib|/libs|/bin|/plugins/[\w-]+)$|^[\w.]+$")
"""Of a distribution, where libraries lie that are not its own modules."""


_OWN = ("Qt", "PyTorch", "OpenVINO")
"""Of the same version as the distribution that they come in. Of the others the file's name tells
the version of the interface, which is another number."""


@dataclass(frozen=True)
class Part:
    """purl: as "pkg:pypi/torch@2.13.0", "" where there is none. sha256: of a single file.

    texts: the licence texts that came with it, by the name of the file. inside: what it contains.
    """

    name: str
    version: str
    licence: str
    kind: str = "library"
    purl: str = ""
    url: str = ""
    sha256: str = ""
    note: str = ""
    texts: tuple[tuple[str, str], ...] = ()
    inside: tuple[Part, ...] = field(default=())


def collect() -> list[Part]:
    """Everything that is shipped, by name; the program itself is left out.

    Raises LookupError, naming libraries of which nothing is known; they go into `libraries`.
    """
    if unknown := unknown_libraries():
        raise LookupError(f"of no known project are {', '.join(unknown)}")
    parts = [_distribution(found) for found in distributions()]
    return sorted([*parts, _python(), *_bootloader(), *_models()], key=lambda p: p.name.lower())


def unknown_libraries() -> list[str]:
    """Files of which `libraries` knows nothing."""
    files = (str(file) for found in distributions() for file in _library_files(found))
    return [name for name in files if libraries.known(name) is None]


def _distribution(found: metadata.Distribution) -> Part:
    name = found.metadata["Name"]
    key = canonical(name)
    return Part(
        name,
        found.version,
        _licence(found, key),
        purl=f"pkg:pypi/{key}@{found.version.replace('+', '%2B')}",
        url=_home_page(found),
        texts=_texts(found),
        inside=_libraries(found),
    )


def _licence(found: metadata.Distribution, key: str) -> str:
    """NVIDIA's packages that only name others do not state theirs; it is that of the others."""
    stated = licence_of(found)
    ours = stated == UNSTATED and key.startswith(("cuda-", "nvidia-"))
    return libraries.NVIDIA.licence if ours else stated


def _home_page(found: metadata.Distribution) -> str:
    about = found.metadata
    links = [str(about["Home-page"])] if about["Home-page"] else []
    for line in about.get_all("Project-URL") or ():
        label, _, link = line.partition(",")
        if label.strip().lower() in ("homepage", "home", "source", "repository", "documentation"):
            links.append(link.strip())
    return next((link for link in links if link.startswith("http")), "")


def _texts(found: metadata.Distribution) -> tuple[tuple[str, str], ...]:
    texts: dict[str, str] = {}
    for file in found.files or ():
        path = str(file)
        in_metadata = ".dist-info/" in path
        wanted = _LICENCE_FILE.search(path) or (in_metadata and "/licenses/" in path)
        if not wanted or path.endswith((".py", ".pyc", ".pyi", ".so")) or _is_nested(path):
            continue
        try:
            text = Path(str(found.locate_file(file))).read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue  # named, but not installed
        texts[path.partition(".dist-info/")[2] or path] = text.strip()
    return tuple(sorted(texts.items()))


def _is_nested(path: str) -> bool:
    """A licence of what a package keeps deep inside belongs to that, not to the package."""
    return ".dist-info/" not in path and path.count("/") > 2


def _library_files(found: metadata.Distribution) -> list[metadata.PackagePath]:
    """Shared libraries that are not the distribution's own extension modules."""
    files = []
    for file in found.files or ():
        path = str(file)
        own = re.search(r"\.(cpython|cp\d+|abi3)[^/]*\.(so|pyd)$", path) or path.endswith(".pyd")
        if own or _NOT_SHIPPED.search(path) or not libraries.stem(path):
            continue
        if _FOLDERS.search(str(file.parent)):
            files.append(file)
    return files


def _libraries(found: metadata.Distribution) -> tuple[Part, ...]:
    parts = []
    for file in _library_files(found):
        library = libraries.known(str(file))
        path = Path(str(found.locate_file(file)))
        if library is None or not path.is_file():
            continue
        digest = file_sha256(path)
        parts.append(
            Part(
                library.name,
                found.version if library.name in _OWN else "",
                library.licence,
                url=library.url,
                sha256=digest,
                note=str(file),
            )
        )
        if library.name == "libvips" and libraries.stem(str(file)) != "vips-cpp":
            parts += [
                Part(inner.name, "", inner.licence, url=inner.url, note=f"linked into {file.name}")
                for inner in libraries.INSIDE_LIBVIPS
            ]
    return tuple(sorted(parts, key=lambda part: (part.name.lower(), part.note)))


def _python() -> Part:
    return Part(
        "Python",
        platform.python_version(),
        "PSF-2.0",
        kind="platform",
        url="https://www.python.org/",
        texts=(("LICENSE", _python_licence()),),
    )


def _python_licence() -> str:
    """The text that comes with the standard library, wherever that is."""
    found = Path(platform.__file__).parent / "LICENSE.txt"
    if found.is_file():
        return found.read_text(encoding="utf-8").strip()
    return "The licence of Python is at https://docs.python.org/3/license.html"


def _bootloader() -> list[Part]:
    """Of the frozen program's executables, where the tool that makes them is installed."""
    try:
        tool = metadata.distribution("pyinstaller")
    except metadata.PackageNotFoundError:
        return []
    licence = "GPL-2.0-or-later WITH Bootloader-exception"
    note = "the part of it that starts the frozen program"
    return [
        Part("PyInstaller bootloader", tool.version, licence, texts=_texts(tool), note=note)
    ]  # fmt: skip


def _models() -> list[Part]:
    return [
        Part(
            model.name,
            "",
            model.licence,
            kind="machine-learning-model",
            sha256=model.sha256,
            note=model.source,
        )
        for model in MODELS
        if (resource("weights") / model.file).is_file()
    ]


def stated(part: Part) -> str:
    """The licence for a person."""
    return part.licence if part.licence != UNSTATED else "not stated; see the texts below"
