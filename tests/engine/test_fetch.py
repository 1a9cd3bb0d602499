"""Downloading, against a real HTTP server on this computer."""

from __future__ import annotations

import errno
import hashlib
import re
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import torch
from typer.testing import CliRunner

from fdiwn.api import catalog
from fdiwn.api.catalog import MODELS, ModelInfo, Origin
from fdiwn.api.errors import Cancelled, DownloadError
from fdiwn.api.model_care import model_sha256
from fdiwn.cli import models as cli_models
from fdiwn.models import download, http_answer
from fdiwn.models.weights import load_network, save_network
from fdiwn.network.network import FDIWN, FDIWNConfig


@dataclass
class Server:
    """What the server does, set by the tests, and what it was asked."""

    url: str
    content: bytes
    status: int = 200
    ranges: bool = True
    cut_after: int | None = None  # bytes of one answer, then the connection is closed
    announce: int | None = None  # another Content-Length
    location: str = ""
    asked: list[str | None] = field(default_factory=list)  # the Range of each request


def _answer(server: Server, handler: BaseHTTPRequestHandler) -> None:
    wanted = handler.headers.get("Range")
    server.asked.append(wanted)
    match = re.fullmatch(r"bytes=(\d+)-", wanted or "")
    start = int(match[1]) if match and server.ranges and server.status == 200 else 0
    total = len(server.content)
    if start >= total:
        handler.send_response(416)
        handler.send_header("Content-Length", "0")
        handler.end_headers()
        return
    body = server.content[start:] if server.status == 200 else b"sorry"
    handler.send_response(206 if start else server.status)
    if start:
        handler.send_header("Content-Range", f"bytes {start}-{total - 1}/{total}")
    if server.location:
        handler.send_header("Location", server.location)
    handler.send_header("Content-Length", str(server.announce or len(body)))
    handler.end_headers()
    handler.wfile.write(body[: server.cut_after])
    handler.close_connection = True


@pytest.fixture(scope="session")
def model_bytes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    torch.manual_seed(0)
    path = tmp_path_factory.mktemp("model") / "a.safetensors"
    save_network(FDIWN(FDIWNConfig.for_scale(2, "FDIWN-M")), path, {})
    return path.read_bytes()


@pytest.fixture
def server(model_bytes: bytes) -> Iterator[Server]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            _answer(state, self)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    state = Server(f"http://127.0.0.1:{http.server_port}/model.pt", model_bytes)
    thread = threading.Thread(target=http.serve_forever, args=(0.01,))
    thread.start()
    yield state
    http.shutdown()
    http.server_close()  # waits for the handlers' threads
    thread.join()


@pytest.fixture
def info(server: Server) -> ModelInfo:
    """A model that is not in the table."""
    digest = hashlib.sha256(server.content).hexdigest()
    origin = Origin(server.url, len(server.content), digest)
    return ModelInfo(
        "test", 2, "FDIWN-M", "test.safetensors", 0, "", "a test", "CC0", origin=origin
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "models"


def left_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_model_arrives_and_loads(info: ModelInfo, folder: Path, server: Server) -> None:
    seen: list[tuple[int, int]] = []
    path = download.fetch(info, folder, lambda done, total: seen.append((done, total)))
    assert left_in(folder) == ["test.safetensors"]
    assert load_network(path).scale == 2
    assert seen[0] == (0, len(server.content))
    assert seen[-1] == (len(server.content), len(server.content))
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert server.asked == [None]
    download.fetch(info, folder)
    assert server.asked == [None], "a sound model is not fetched again"


def test_it_goes_on_where_it_was_interrupted(info: ModelInfo, folder: Path, server: Server) -> None:
    folder.mkdir()
    (folder / "test.part").write_bytes(server.content[:1000])
    download.fetch(info, folder)
    assert server.asked == ["bytes=1000-"]
    assert left_in(folder) == ["test.safetensors"]


def test_a_complete_part_is_not_asked_for(info: ModelInfo, folder: Path, server: Server) -> None:
    folder.mkdir()
    (folder / "test.part").write_bytes(server.content)
    download.fetch(info, folder)
    assert server.asked == []


def test_a_server_without_ranges_sends_all_again(
    info: ModelInfo, folder: Path, server: Server
) -> None:
    server.ranges = False
    folder.mkdir()
    (folder / "test.part").write_bytes(b"x" * 1000)
    download.fetch(info, folder)
    assert left_in(folder) == ["test.safetensors"]


@pytest.mark.parametrize("extra", [-1, 1])
def test_a_part_of_another_file_is_thrown_away(
    info: ModelInfo, folder: Path, server: Server, extra: int
) -> None:
    folder.mkdir()
    (folder / "test.part").write_bytes(b"x" * (len(server.content) + extra))
    if extra < 0:  # it looks like ours until the hash is known
        with pytest.raises(DownloadError, match="SHA-256"):
            download.fetch(info, folder)
        assert left_in(folder) == []
    download.fetch(info, folder)
    assert left_in(folder) == ["test.safetensors"]


def test_a_broken_connection_is_taken_up_again(
    info: ModelInfo, folder: Path, server: Server
) -> None:
    server.cut_after = len(server.content) // 2 + 1
    download.fetch(info, folder)
    assert server.asked == [None, f"bytes={server.cut_after}-"]
    assert left_in(folder) == ["test.safetensors"]


def test_after_several_breaks_the_part_is_kept_for_the_next_time(
    info: ModelInfo, folder: Path, server: Server
) -> None:
    server.cut_after = 1000
    with pytest.raises(DownloadError, match="after 3,000 of") as caught:
        download.fetch(info, folder)
    assert "kept" in caught.value.todo
    assert left_in(folder) == ["test.part"]
    server.cut_after = None
    download.fetch(info, folder)
    assert server.asked[-1] == "bytes=3000-"
    assert left_in(folder) == ["test.safetensors"]


def test_a_file_that_is_shorter_for_good_leaves_nothing(
    info: ModelInfo, folder: Path, server: Server
) -> None:
    server.content = server.content[:5000]
    with pytest.raises(DownloadError, match="another size"):
        download.fetch(info, folder)
    assert left_in(folder) == []
    (folder / "test.part").write_bytes(server.content)  # as after a break: now answered by 416
    with pytest.raises(DownloadError, match="another size"):
        download.fetch(info, folder)
    assert server.asked[-2:] == ["bytes=5000-", None]
    assert left_in(folder) == []


def test_a_wrong_hash_leaves_nothing(info: ModelInfo, folder: Path, server: Server) -> None:
    server.content = server.content[:-1] + b"?"
    with pytest.raises(DownloadError, match="SHA-256") as caught:
        download.fetch(info, folder)
    assert "do not use" in caught.value.todo
    assert left_in(folder) == []


@pytest.mark.parametrize("status", [404, 403, 500, 503])
def test_an_http_error_leaves_nothing(
    info: ModelInfo, folder: Path, server: Server, status: int
) -> None:
    server.status = status
    with pytest.raises(DownloadError, match=f"answered {status}"):
        download.fetch(info, folder)
    assert left_in(folder) == []


def test_no_server_is_said(info: ModelInfo, folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    assert info.origin is not None
    lost = replace(info, origin=replace(info.origin, url=f"http://127.0.0.1:{port}/model.pt"))
    with pytest.raises(DownloadError, match="no connection"):
        download.fetch(lost, folder)
    assert left_in(folder) == []


def test_a_silent_server_is_given_up(
    info: ModelInfo, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(download, "_TIMEOUT", 0.05)
    assert info.origin is not None
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/model.pt"
        with pytest.raises(DownloadError, match="timed out"):
            download.fetch(replace(info, origin=replace(info.origin, url=url)), folder)
    assert left_in(folder) == []


def test_a_full_disk_leaves_nothing(
    info: ModelInfo, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Path.open

    class Full:
        def __init__(self, file: Any) -> None:
            self.file = file

        def __enter__(self) -> Full:
            return self

        def __exit__(self, *error: object) -> None:
            self.file.close()

        def write(self, data: bytes) -> int:
            self.file.write(data[:10])
            raise OSError(errno.ENOSPC, "No space left on device")

    def open_full(self: Path, mode: str = "r", *args: Any, **kwargs: Any) -> Any:
        file = opened(self, mode, *args, **kwargs)
        return Full(file) if self.suffix == ".part" and mode != "rb" else file

    monkeypatch.setattr(Path, "open", open_full)
    with pytest.raises(DownloadError, match="No space left") as caught:
        download.fetch(info, folder)
    assert "room" in caught.value.todo
    assert left_in(folder) == []


def test_a_models_folder_that_cannot_be_made_is_said(info: ModelInfo, folder: Path) -> None:
    folder.write_text("a file is in the way")
    with pytest.raises(DownloadError, match="could not be downloaded"):
        download.fetch(info, folder)


def test_stopping_keeps_the_part(info: ModelInfo, folder: Path, server: Server) -> None:
    arrived: list[int] = []
    with pytest.raises(Cancelled):
        download.fetch(
            info,
            folder,
            lambda done, total: arrived.append(done),
            should_stop=lambda: len(arrived) > 1,
        )
    assert left_in(folder) == ["test.part"]
    download.fetch(info, folder)
    assert str(server.asked[-1]).startswith("bytes=")


@pytest.mark.parametrize(
    "url", ["http://example.org/a.pt", "file:///etc/passwd", "ftp://127.0.0.1/a"]
)
def test_only_https_is_trusted(info: ModelInfo, folder: Path, server: Server, url: str) -> None:
    assert info.origin is not None
    with pytest.raises(DownloadError, match="not https"):
        download.fetch(replace(info, origin=replace(info.origin, url=url)), folder)
    server.status, server.location = 302, url
    with pytest.raises(DownloadError, match=r"not https|not allowed"):
        download.fetch(info, folder)
    assert left_in(folder) == []


def test_what_cannot_be_downloaded_says_so(info: ModelInfo, folder: Path) -> None:
    with pytest.raises(DownloadError, match="comes with the program"):
        download.fetch(replace(info, origin=None), folder)


@pytest.mark.parametrize("sound", [True, False])
def test_the_command_line_fetches_the_authors_model(
    shared: Path, folder: Path, server: Server, monkeypatch: pytest.MonkeyPatch, sound: bool
) -> None:
    real = next(info for info in MODELS if info.name == "fdiwn-x2-paper")
    assert real.origin is not None
    here = replace(real, origin=replace(real.origin, url=server.url))
    monkeypatch.setattr(catalog, "MODELS", (here,))
    monkeypatch.setattr(cli_models, "MODELS", (here,))
    monkeypatch.setenv("FDIWN_MODELS_DIR", str(folder))
    server.content = (shared / "weights" / "fdiwn_x2_authors.pt").read_bytes()
    if not sound:
        server.status = 404
    result = CliRunner().invoke(cli_models.models_app, ["fetch", "fdiwn-x2-paper"])
    assert result.output.startswith("Licence: none.")
    if sound:
        assert result.exit_code == 0
        assert model_sha256(folder / real.file) == real.sha256
        (folder / real.file).write_bytes(b"damaged")
        again = CliRunner().invoke(cli_models.models_app, ["fetch", "fdiwn-x2-paper"])
        assert again.exit_code == 0
        assert model_sha256(folder / real.file) == real.sha256
    else:
        assert result.exit_code == 1
        assert "answered 404" in result.stderr
        assert left_in(folder) == []


@pytest.fixture
def dripping(info: ModelInfo) -> Iterator[tuple[ModelInfo, threading.Event]]:
    """A server that sends a byte now and then, until it is let go. Its headers come the same way
    where the address says so."""
    let_go = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            head = f"HTTP/1.0 200 OK\r\nContent-Length: {info.origin and info.origin.bytes}\r\n\r\n"
            body = b"x" * 5000
            if "head" not in self.path:
                self.wfile.write(head.encode())
            else:
                body = head.encode() + body
            for byte in body:
                if let_go.wait(0.02):
                    return
                try:
                    self.wfile.write(bytes([byte]))
                except OSError:
                    return

        def log_message(self, format: str, *args: Any) -> None:
            pass

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=http.serve_forever, args=(0.01,))
    thread.start()
    assert info.origin is not None
    url = f"http://127.0.0.1:{http.server_port}/"
    yield replace(info, origin=replace(info.origin, url=url)), let_go
    let_go.set()
    http.shutdown()
    http.server_close()
    thread.join()


@pytest.mark.parametrize("where", ["head", "body"])
def test_a_dripping_server_hears_a_stop(
    where: str, dripping: tuple[ModelInfo, threading.Event], folder: Path
) -> None:
    slow, _ = dripping
    assert slow.origin is not None
    slow = replace(slow, origin=replace(slow.origin, url=slow.origin.url + where))
    asked: list[int] = []

    def stop() -> bool:
        asked.append(1)
        return len(asked) > 3

    with pytest.raises(Cancelled):
        download.fetch(slow, folder, should_stop=stop)
    assert len(asked) == 4


@pytest.mark.parametrize("where", ["head", "body"])
def test_a_dripping_server_is_given_up(
    where: str,
    dripping: tuple[ModelInfo, threading.Event],
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(http_answer, "SPAN", 0.2)
    slow, _ = dripping
    assert slow.origin is not None
    slow = replace(slow, origin=replace(slow.origin, url=slow.origin.url + where))
    with pytest.raises(DownloadError, match=r"timed out|the server sent"):
        download.fetch(slow, folder)
