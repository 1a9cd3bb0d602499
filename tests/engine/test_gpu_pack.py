"""The pack for NVIDIA GPUs: installed from a real web server, with every way to go wrong."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from fdiwn.api.errors import Cancelled, DownloadError, GpuPackError
from fdiwn.gpu_pack import install as install_module
from fdiwn.gpu_pack import store
from fdiwn.gpu_pack.install import install
from fdiwn.gpu_pack.lock import Pack
from tests.engine import fake_pack
from tests.engine.fake_pack import tree, wheel
from tests.loopback import Files, serving

ROOT = Path(__file__).parents[2]
FIRST, SECOND = fake_pack.wheels()
COMPLETE = [
    "extra.py",
    "nvidia/__init__.py",
    "nvidia/some/lib/libno.so.1",
    "pack.json",
    "torch-9.9.0.dist-info/METADATA",
    "torch/__init__.py",
    "torch/large.bin",
]


@pytest.fixture
def server() -> Iterator[Files]:
    with serving() as files:
        files.content = fake_pack.wheels()
        yield files


@pytest.fixture
def pack(server: Files) -> Pack:
    return fake_pack.pack(server.content, server.url)


def left() -> list[str]:
    """What lies in the folder of packs, but for the lock that everybody takes."""
    return sorted(path.name for path in store.home().iterdir() if path.name != "in-use.lock")


def test_a_pack_arrives_whole(pack: Pack, server: Files) -> None:
    seen: list[tuple[int, int]] = []
    folder = install(pack, on_progress=lambda done, total: seen.append((done, total)))
    assert left() == [pack.id]
    assert tree(folder) == COMPLETE
    assert seen[-1] == (pack.download + pack.unpacked,) * 2
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    (found,) = store.installed()
    assert (found.id, found.torch, found.cuda) == (pack.id, "9.9.0", "12.6")
    assert found.bytes == sum((folder / n).stat().st_size for n in COMPLETE if n != "pack.json")
    server.asked.clear()
    assert install(pack) == folder
    assert server.asked == []


def test_a_cut_connection_is_taken_up_again(pack: Pack, server: Files) -> None:
    server.cut = 1000
    with pytest.raises(DownloadError, match="after 3,000 of"):
        install(pack)
    assert left() == [f"{pack.id}.download"]
    assert store.installed() == []
    server.cut = None
    server.asked.clear()
    install(pack)
    assert server.asked == [(FIRST, "bytes=3000-"), (SECOND, None)]
    assert left() == [pack.id]


def test_an_ill_server_costs_nothing_that_has_arrived(pack: Pack, server: Files) -> None:
    server.cut = 5000
    with pytest.raises(DownloadError, match="connection ended"):
        install(pack)
    server.cut, server.ill = None, True
    with pytest.raises(DownloadError, match="503"):
        install(pack)
    server.ill = False
    install(pack)
    assert (FIRST, "bytes=15000-") in server.asked


def test_a_wrong_hash_installs_nothing(pack: Pack, server: Files) -> None:
    server.content[SECOND] = server.content[SECOND][:-1] + b"?"
    with pytest.raises(DownloadError, match="SHA-256"):
        install(pack)
    assert store.installed() == []
    folder = store.home() / f"{pack.id}.download"
    assert tree(folder) == [FIRST], "the sound one is kept, the other is not"


def test_stopping_keeps_what_has_arrived(pack: Pack, server: Files) -> None:
    answers = iter([False, True])
    with pytest.raises(Cancelled):
        install(pack, should_stop=lambda: next(answers))
    assert left() == [f"{pack.id}.download"]


def link() -> bytes:
    info = zipfile.ZipInfo("torch/link")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    path = Path("link.zip")
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(info, "/etc/passwd")
    return path.read_bytes()


@pytest.mark.parametrize(
    "name",
    [
        "../evil",
        "torch/../../evil",
        "/evil",
        "C:/evil",
        "a\\..\\..\\evil",
        "x.data/purelib/../../../evil",
    ],
)
def test_nothing_is_written_outside(name: str, server: Files, tmp_path: Path) -> None:
    before = {path for path in tmp_path.rglob("*") if path.is_file()}
    server.content = {"bad.whl": wheel({"torch/a.py": "", name: "evil"})}
    bad = fake_pack.pack(server.content, server.url)
    with pytest.raises(GpuPackError, match="elsewhere"):
        install(bad)
    assert store.installed() == []
    assert not (store.home() / f"{bad.id}.partial").exists()
    after = {path for path in tmp_path.rglob("*") if path.is_file()}
    assert {path.name for path in after - before} == {"bad.whl", "in-use.lock"}


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (wheel({"torch/a.py": "1", "torch/b/c": ""}), ""),
        (b"no zip file at all", "damaged"),
        (wheel({"torch/large": b"x" * 2_000_000}), "larger"),
    ],
)
def test_what_is_no_wheel_is_refused(content: bytes, why: str, server: Files) -> None:
    server.content = {"bad.whl": content}
    bad = fake_pack.pack(server.content, server.url)
    if not why:
        install(bad)  # so that the others fail for what they are
        return
    with pytest.raises(GpuPackError, match=why):
        install(bad)
    assert store.installed() == []


def test_links_are_refused(server: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    server.content = {"bad.whl": link()}
    with pytest.raises(GpuPackError, match="is a link"):
        install(fake_pack.pack(server.content, server.url))


def test_no_wheel_replaces_the_file_of_another(server: Files) -> None:
    server.content = {"a.whl": wheel({"torch/a.py": "1"}), "b.whl": wheel({"torch/a.py": "2"})}
    with pytest.raises(GpuPackError, match="would replace"):
        install(fake_pack.pack(server.content, server.url))
    assert store.installed() == []


def test_too_little_room_is_said_before_anything_is_fetched(
    pack: Pack, server: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    needed = pack.download + pack.unpacked
    monkeypatch.setattr(install_module, "free_space", lambda folder: needed - 1)
    with pytest.raises(GpuPackError, match="does not fit"):
        install(pack)
    assert server.asked == []
    monkeypatch.setattr(install_module, "free_space", lambda folder: needed)
    install(pack)


def test_a_disk_that_fills_up_leaves_no_half(
    pack: Pack, server: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(GpuPackError, match="No space left") as caught:
            install(pack)
    assert "kept" in caught.value.todo
    assert left() == [f"{pack.id}.download"]
    server.asked.clear()
    install(pack)
    assert server.asked == [], "what was downloaded was still there"


KILLED = """
import os, signal
from pathlib import Path
from fdiwn.gpu_pack.install import install
from tests.engine import fake_pack
import sys
files = {path.name: path.read_bytes() for path in sorted(Path(sys.argv[1]).iterdir(), reverse=True)}
pack = fake_pack.pack(files, "http://127.0.0.1:9")
def die(done, total):
    if done > pack.download + 1000:
        os.kill(os.getpid(), signal.SIGKILL)
install(pack, [Path(sys.argv[1])], die)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_kill_in_the_middle_leaves_nothing_that_counts(
    pack: Pack, server: Files, tmp_path: Path
) -> None:
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    for name, data in server.content.items():
        (wheels / name).write_bytes(data)
    done = subprocess.run([sys.executable, "-c", KILLED, wheels], check=False, cwd=ROOT)
    assert done.returncode == -9
    assert left() == [f"{pack.id}.partial"]
    assert store.installed() == []
    install(pack, [wheels])
    assert left() == [pack.id]
    assert tree(store.home() / pack.id) == COMPLETE
    assert server.asked == [], "files that were brought along need no network"


def test_files_that_were_brought_are_checked(pack: Pack, server: Files, tmp_path: Path) -> None:
    (tmp_path / FIRST).write_bytes(server.content[FIRST])
    with pytest.raises(GpuPackError, match=SECOND):
        install(pack, [tmp_path / FIRST])
    (tmp_path / SECOND).write_bytes(b"something else")
    with pytest.raises(GpuPackError, match="not the file"):
        install(pack, [tmp_path / FIRST, tmp_path / SECOND])
    assert store.installed() == []
    assert server.asked == []


def test_two_do_not_install_at_once(pack: Pack) -> None:
    with store.held(), pytest.raises(GpuPackError, match="another program"):
        install(pack)


def test_a_pack_is_removed_whole(pack: Pack, server: Files) -> None:
    install(pack)
    server.cut = 10
    with pytest.raises(DownloadError):
        install(replace(pack, id="another"))
    store.keep_test(store.installed()[0], store.Outcome(True))
    assert store.remove_all()
    assert left() == []


def test_a_pack_in_use_goes_with_the_next_start(
    pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, where the folder of a loaded library cannot be renamed."""
    install(pack)
    folder = store.home() / pack.id

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(errno.EACCES, "in use")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", refuse)
        assert not store.remove_all()
        assert folder.is_dir()
        assert store.installed() == [], "nobody begins to use it any more"
        with pytest.raises(GpuPackError, match="still in its place"):
            install(pack)
    store.sweep()
    assert left() == []


def test_a_damaged_receipt_is_no_pack(pack: Pack) -> None:
    receipt = install(pack) / store.RECEIPT
    for text in ("", "[]", '{"id": "a"}', receipt.read_text().replace(pack.id, "other")):
        receipt.write_text(text)
        assert store.installed() == []
