"""From a checkout to a folder that runs without Python: environment, PyInstaller, checks."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
import venv
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from fdiwn.api.names import COMMAND, EDIT_COMMAND, WINDOW_COMMAND
from installers.errors import PackagingError
from installers.pyinstaller.prune import reason_to_leave_out

ROOT = Path(__file__).resolve().parents[1]
SPEC = ROOT / "installers" / "pyinstaller" / "app.spec"
REQUIREMENTS = ROOT / "installers" / "requirements"
PYTHON = (3, 11)
"""That the bundles are made with: every file of it is pinned by its hash, see `installers.pin`."""
LIMIT = 1_250_000_000
"""Bytes that the folder may take."""
_TORCH = re.compile(r"^torch==(?P<version>[\d.]+)\S* \\\n +--hash=\S+\n", re.MULTILINE)
_HAS_CUDA = "import torch; assert torch.version.cuda, 'this PyTorch is made without CUDA'"
_NAMES = {"linux": "linux", "win32": "windows", "darwin": "macos"}
# Of other systems, or of drivers that a computer has or has not.
_MAY_BE_MISSING = ("libOpenCL", "libgtk-3", "libgdk-3", "shell32", "ole32", "ntdll", "hip")


@dataclass(frozen=True)
class Frozen:
    """A folder that runs. size: in bytes."""

    folder: Path
    size: int


def environment(work: Path, cuda: bool = False) -> Path:
    """Its Python. Made anew when the requirements or the project's own have changed.

    cuda: the same versions, but torch's build for CUDA, which is not pinned by its hash, nor is
    what it brings along. Raises PackagingError where a file is not the one that is pinned.
    """
    if sys.version_info[:2] != PYTHON:
        raise PackagingError(
            "Packages are made with another Python",
            f"this is {sys.version_info[0]}.{sys.version_info[1]}",
            f"Use Python {PYTHON[0]}.{PYTHON[1]}: make PYTHON=python3.11 installers",
        )
    text = (REQUIREMENTS / f"{_NAMES[sys.platform]}.txt").read_text(encoding="utf-8")
    text, torch = without_torch(text) if cuda else (text, "")
    folder, stamp, requirements = work / "env", work / "env.sha256", work / "requirements.txt"
    inputs = text + (ROOT / "pyproject.toml").read_text(encoding="utf-8") + sys.version
    digest = hashlib.sha256(inputs.encode()).hexdigest()
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "--quiet", "install"]
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != digest:
        work.mkdir(parents=True, exist_ok=True)
        stamp.unlink(missing_ok=True)
        requirements.write_text(text, encoding="utf-8")
        venv.create(folder, clear=True, with_pip=True)
        run([*pip, "--prefer-binary", "--require-hashes", "--requirement", str(requirements)])
        if cuda:  # by ===, which is never 2.13.0+cpu
            run([*pip, "--prefer-binary", f"torch==={torch}"])
            run([str(python), "-c", _HAS_CUDA])
        stamp.write_text(digest)
    # For its metadata: the modules themselves are taken from the checkout.
    run([*pip, "--no-deps", "--force-reinstall", str(ROOT)])
    return python


def without_torch(requirements: str) -> tuple[str, str]:
    """The requirements without torch, and its version."""
    found = _TORCH.search(requirements)
    if found is None:
        raise PackagingError("The requirements do not pin torch")
    return requirements.replace(found[0], ""), found["version"]


def freeze(python: Path, models: Path, work: Path, cuda: bool = False) -> Frozen:
    """Runs PyInstaller and checks what came of it. Raises PackagingError.

    cuda: of the environment; then what is not found is said and left out, as NVIDIA's libraries ask
    for drivers and networks that few computers have, and the size has no limit.
    """
    bill = work / "sbom"
    print(run([str(python), "-m", "installers.sbom.make_sbom", "--output", str(bill)]).strip())
    settings = {"FDIWN_BUNDLED_MODELS": str(models), "FDIWN_BUNDLED_LICENCES": str(bill)}
    log = run(
        [
            str(python),
            *("-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"),
            *("--distpath", str(work / "frozen"), "--workpath", str(work / "pyinstaller")),
            str(SPEC),
        ],
        settings | {"PYTHONHASHSEED": "0"},
    )
    folder = work / "frozen" / WINDOW_COMMAND
    missing = missing_libraries(log)
    if missing and cuda:
        print(f"Not found, and left out: {', '.join(missing)}")
    elif missing:
        raise PackagingError(
            "Libraries are missing on this computer",
            ", ".join(missing),
            "Install them first: installers/linux/build-packages.txt has the packages.",
        )
    if sys.platform != "win32":
        for name in (COMMAND, EDIT_COMMAND):
            (folder / name).symlink_to(WINDOW_COMMAND)
    return check(folder, limited=not cuda)


def missing_libraries(log: str) -> list[str]:
    """What PyInstaller could not find and left out."""
    found = []
    for line in log.splitlines():
        if "Library not found" in line and "'" in line:
            name = line.split("'")[1]
            if not name.startswith(_MAY_BE_MISSING):
                found.append(name)
    return sorted(set(found))


def check(folder: Path, limited: bool = True) -> Frozen:
    """Raises PackagingError where something is in it that should not be, or it is too large."""
    inside = folder / "_internal"
    names = [path.relative_to(inside).as_posix() for path in files(inside)]
    wrong = [name for name in names if reason_to_leave_out(name)]
    if wrong:
        raise PackagingError("These should have stayed out", ", ".join(wrong[:5]))
    size = sum(path.stat().st_size for path in files(folder))
    if not limited:
        print(f"The folder takes {size:,} bytes: with PyTorch for CUDA there is no limit")
    elif size > LIMIT:
        raise PackagingError(f"The folder takes {size:,} bytes", f"{LIMIT:,} are allowed")
    return Frozen(folder, size)


def files(folder: Path) -> list[Path]:
    """All of them, links left aside."""
    return [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]


def table(folder: Path, most: int = 16) -> str:
    """What takes the room, largest first, in Markdown."""
    sizes: Counter[str] = Counter()
    for path in files(folder):
        parts = path.relative_to(folder).parts
        owner = parts[1] if len(parts) > 2 else "programs and system libraries"
        owner = "metadata and licences" if owner.endswith(".dist-info") else owner
        sizes[owner.removesuffix(".libs")] += path.stat().st_size
    rows = [(name, size) for name, size in sizes.most_common(most)]
    rest = sizes.total() - sum(size for _, size in rows)
    rows += [("the rest", rest), ("**all**", sizes.total())]
    lines = ["| what | MB |", "| --- | ---: |"]
    return "\n".join([*lines, *(f"| {name} | {size / 1e6:.0f} |" for name, size in rows)])


def self_test(folder: Path, report: Path) -> None:
    """The frozen program checks itself. Raises PackagingError with what failed."""
    program = folder / (f"{WINDOW_COMMAND}.exe" if sys.platform == "win32" else WINDOW_COMMAND)
    settings = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [str(program), "--self-test", "--json", str(report)]
    done = subprocess.run(command, env=settings, capture_output=True, encoding="utf-8", check=False)
    if done.returncode != 0:
        failed = [line for line in done.stdout.splitlines() if line.startswith("FAILED")]
        said = "; ".join(failed) or done.stderr.strip() or f"exit code {done.returncode}"
        raise PackagingError("The frozen program's self-test failed", said)
    checks = json.loads(report.read_text(encoding="utf-8"))["checks"]
    print(f"Self-test: {sum(bool(check['passed']) for check in checks)} checks passed")


def run(command: list[str], settings: Mapping[str, str] | None = None, folder: Path = ROOT) -> str:
    """Runs it; returns what it printed to both. Raises PackagingError with the end of that."""
    done = subprocess.run(
        command,
        cwd=folder,
        env=os.environ | (settings or {}),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    if done.returncode != 0:
        end = "\n".join(done.stdout.splitlines()[-20:])
        name = " ".join([Path(command[0]).name, *command[1:3]])
        raise PackagingError(f"{name} failed", f"it ended with {done.returncode}:\n{end}")
    return done.stdout
