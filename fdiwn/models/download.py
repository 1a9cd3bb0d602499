"""Downloads a file into a ``.part`` file and checks its size and SHA-256.

A part is kept if the connection breaks, the server fails or the user stops, and the next call
resumes it; every other failure deletes it. Only https is allowed, and this computer. A stop takes
effect at once, whatever the server does; a server that is too slow is given up.
"""

from __future__ import annotations

import http.client
import re
from collections.abc import Callable
from contextlib import suppress
from http import HTTPStatus
from pathlib import Path
from typing import IO, Any
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import (
    BaseHandler,
    HTTPRedirectHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    build_opener,
)

from fdiwn.api.catalog import ModelInfo, Origin
from fdiwn.api.errors import DownloadError, WeightsError
from fdiwn.api.files import file_sha256
from fdiwn.api.model_care import verify_model
from fdiwn.api.names import DISTRIBUTION, VERSION
from fdiwn.api.progress import ShouldStop
from fdiwn.models.http_answer import Head, HttpAnswer, TooSlow

OnBytes = Callable[[int, int], None]
"""Called with (done, total) bytes."""

_TIMEOUT = 30.0  # seconds without a byte
_ATTEMPTS = 3  # per call, if the connection breaks midway
_AGAIN = "Check the connection and fetch again; what has arrived is kept."


def _fill(name: str, origin: Origin, part: Path, report: OnBytes, stop: ShouldStop) -> None:
    """Complete ``part``, reconnecting if the connection breaks."""
    for _ in range(_ATTEMPTS):
        have = _size(part)
        if have > origin.bytes:
            part.unlink()
            have = 0
        if have == origin.bytes:
            return
        _one_request(name, origin, part, have, report, stop)
    have = _size(part)
    if have < origin.bytes:
        why = f"the connection ended after {have:,} of {origin.bytes:,} bytes"
        raise _failed(name, why, _AGAIN)


def _size(part: Path) -> int:
    return part.stat().st_size if part.exists() else 0


def _one_request(
    name: str, origin: Origin, part: Path, have: int, report: OnBytes, stop: ShouldStop
) -> None:
    """Append to ``part`` from ``have`` on, or restart it if the server sends the whole file."""
    headers = {"User-Agent": f"{DISTRIBUTION}/{VERSION}"}
    if have:
        headers["Range"] = f"bytes={have}-"
    request = Request(origin.url, headers=headers)  # noqa: S310 - https or loopback, see _opener
    with HttpAnswer(_opener(name, origin.url), request, _TIMEOUT) as answer:
        head = _head(name, answer, part, have, stop)
        if head is None:
            return
        start = have if head.status == HTTPStatus.PARTIAL_CONTENT else 0
        if _announced_size(head, start) not in (None, origin.bytes):
            part.unlink(missing_ok=True)
            raise _failed(name, "the file there has another size than the published one")
        _receive(name, origin, answer, part, start, report, stop)


def _head(name: str, answer: HttpAnswer, part: Path, have: int, stop: ShouldStop) -> Head | None:
    """The server's response; None if it cannot resume from our part."""
    try:
        return answer.head(stop)
    except HTTPError as exc:
        exc.close()
        if exc.code < HTTPStatus.INTERNAL_SERVER_ERROR:  # else the server recovers: resume
            part.unlink(missing_ok=True)
        if exc.code == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE and have:
            return None  # our part does not match the file there: the next attempt restarts
        why = f"the server answered {exc.code} {exc.reason}"
        raise _failed(name, why, "Try again later, or bring the file along.") from exc
    except (http.client.HTTPException, OSError) as exc:
        reason = getattr(exc, "reason", exc)
        raise _failed(name, f"no connection to the server ({reason})", _AGAIN) from exc


def _announced_size(response: Head, start: int) -> int | None:
    """Size of the whole file by the server; 0 if it sends another part than requested."""
    if response.status == HTTPStatus.PARTIAL_CONTENT:
        content_range = response.headers.get("Content-Range", "")
        match = re.fullmatch(r"bytes (\d+)-\d+/(\d+)", content_range.strip())
        return int(match[2]) if match and int(match[1]) == start else 0
    length = response.headers.get("Content-Length", "")
    return int(length) if length.isdecimal() else None


def _receive(
    name: str,
    origin: Origin,
    answer: HttpAnswer,
    part: Path,
    start: int,
    report: OnBytes,
    stop: ShouldStop,
) -> None:
    done = start
    with part.open("ab" if start else "wb") as file:
        report(done, origin.bytes)
        chunks = answer.chunks(stop)
        while done < origin.bytes:
            try:
                chunk = next(chunks, b"")[: origin.bytes - done]
            except TooSlow as exc:
                raise _failed(name, str(exc), _AGAIN) from exc
            except (http.client.HTTPException, OSError):
                return  # the caller requests the rest
            if not chunk:
                return
            file.write(chunk)
            done += len(chunk)
            report(done, origin.bytes)


def _check(name: str, origin: Origin, part: Path) -> None:
    digest = file_sha256(part)
    if digest != origin.sha256:
        part.unlink(missing_ok=True)
        raise _failed(
            name,
            f"its SHA-256 is {digest}, not the published {origin.sha256}",
            "Fetch again; if it stays so, the file on the server was changed: do not use it.",
        )


class _SafeRedirects(HTTPRedirectHandler):
    """Follows redirects to allowed addresses only."""

    def __init__(self, name: str) -> None:
        self._name = name

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> Request | None:
        try:
            _require_safe(self._name, newurl)
        except DownloadError:
            fp.close()
            raise
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _require_safe(name: str, url: str) -> None:
    """Allows https only, except on this computer."""
    parts = urlsplit(url)
    if parts.scheme != "https" and not (parts.scheme == "http" and _is_loopback(url)):
        raise _failed(name, f"the address {url} is not https")


def _is_loopback(url: str) -> bool:
    return urlsplit(url).hostname in ("127.0.0.1", "::1", "localhost")


def _opener(name: str, url: str) -> OpenerDirector:
    _require_safe(name, url)
    handlers: list[BaseHandler] = [_SafeRedirects(name)]
    if _is_loopback(url):
        handlers.append(ProxyHandler({}))
    return build_opener(*handlers)


def _failed(name: str, why: str, todo: str = "") -> DownloadError:
    return DownloadError(f"{name} could not be downloaded", why, todo)


def fetch(
    info: ModelInfo,
    directory: Path,
    on_progress: OnBytes | None = None,
    should_stop: ShouldStop | None = None,
) -> Path:
    """Download a model into ``directory`` and return its file there.

    A valid model that is already there is not downloaded again. Raises DownloadError, WeightsError
    if the model cannot be stored, or Cancelled.
    """
    from fdiwn.models.weights import (  # PyTorch, for a table of files
        import_checkpoint,
    )

    if info.origin is None:
        raise DownloadError(f"{info.name} cannot be downloaded", "it comes with the program")
    target = directory / info.file
    if _is_sound(info, target):
        return target
    part = directory / f"{info.name}.part"
    report = on_progress or (lambda done, total: None)
    stop = should_stop or (lambda: False)
    try:
        directory.mkdir(parents=True, exist_ok=True)
        _fill(info.name, info.origin, part, report, stop)
        _check(info.name, info.origin, part)
        stored = import_checkpoint(part, directory)
    except OSError as exc:  # of this computer; those of the network are already translated
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise DownloadError(
            f"{info.name} could not be downloaded",
            exc.strerror or str(exc),
            f"Make room in {directory}, or make it writable.",
        ) from exc
    except WeightsError:
        part.unlink(missing_ok=True)
        raise
    part.unlink(missing_ok=True)
    return stored


def _is_sound(info: ModelInfo, target: Path) -> bool:
    if not target.is_file():
        return False
    try:
        verify_model(info, target)
    except WeightsError:
        return False
    return True
