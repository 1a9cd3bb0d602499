"""A small web server on this computer: files by path, with ranges and with faults."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote


@dataclass
class Files:
    """What is served. cut: bytes of each answer, then the connection ends; ill: it answers 503.

    asked: the path and Range of each request.
    """

    url: str
    content: dict[str, bytes] = field(default_factory=dict)
    cut: int | None = None
    ill: bool = False
    asked: list[tuple[str, str | None]] = field(default_factory=list)


@contextmanager
def serving() -> Iterator[Files]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            _answer(files, self)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    files = Files(f"http://127.0.0.1:{http.server_port}")
    thread = threading.Thread(target=http.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield files
    finally:
        http.shutdown()
        http.server_close()  # waits for the handlers' threads
        thread.join()


def _answer(files: Files, handler: BaseHTTPRequestHandler) -> None:
    path, wanted = unquote(handler.path.lstrip("/")), handler.headers.get("Range")
    files.asked.append((path, wanted))
    body = files.content.get(path)
    if files.ill or body is None:
        handler.send_response(503 if files.ill else 404)
        handler.send_header("Content-Length", "0")
        handler.end_headers()
        return
    match = re.fullmatch(r"bytes=(\d+)-", wanted or "")
    start = int(match[1]) if match else 0
    handler.send_response(206 if start else 200)
    if start:
        handler.send_header("Content-Range", f"bytes {start}-{len(body) - 1}/{len(body)}")
    handler.send_header("Content-Length", str(len(body) - start))
    handler.end_headers()
    handler.wfile.write(body[start:][: files.cut])
    handler.close_connection = True
