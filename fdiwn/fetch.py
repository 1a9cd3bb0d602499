"""Downloading a model of the table, checked against its size and SHA-256.

The transfer goes to ``<name>.part`` in the models folder. It stays there when the connection
breaks or the user stops, so that the next call goes on from where this one ended; every other
failure removes it. Under the model's own name only a complete, checked file ever appears.
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

from fdiwn.errors import Cancelled, DownloadError, WeightsError
from fdiwn.model_file import file_sha256
from fdiwn.models_table import ModelInfo, Origin
from fdiwn.names import DISTRIBUTION, VERSION
from fdiwn.options import ShouldStop
from fdiwn.weights import import_checkpoint, verify_model

OnBytes = Callable[[int, int], None]
"""Called with (done, total) bytes."""

_TIMEOUT = 30.0  # seconds without a byte
_ATTEMPTS = 3  # of one call, where the connection breaks in the middle
_CHUNK = 1 << 16
_AGAIN = "Check the connection and fetch again; what has arrived is kept."


def fetch(
    info: ModelInfo,
    directory: Path,
    on_progress: OnBytes | None = None,
    should_stop: ShouldStop | None = None,
) -> Path:
    """Download a model into ``directory`` and return its file there.

    A model that is already there and sound is not downloaded again. Raises DownloadError,
    WeightsError if the model cannot be stored, or Cancelled.
    """
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
        _transfer(info, part, report, stop)
        _check(info, info.origin, part)
        stored = import_checkpoint(part, directory)
    except OSError as exc:  # of this computer; those of the network are translated already
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise _failed(
            info, exc.strerror or str(exc), f"Make room in {directory}, or make it writable."
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


def _transfer(info: ModelInfo, part: Path, report: OnBytes, stop: ShouldStop) -> None:
    """Fill ``part`` up to the size in the table, asking again where the connection breaks."""
    assert info.origin is not None
    for _ in range(_ATTEMPTS):
        have = _size(part)
        if have > info.origin.bytes:
            part.unlink()
            have = 0
        if have == info.origin.bytes:
            return
        _one_request(info, info.origin, part, have, report, stop)
    have = _size(part)
    if have < info.origin.bytes:
        why = f"the connection ended after {have:,} of {info.origin.bytes:,} bytes"
        raise _failed(info, why, _AGAIN)


def _size(part: Path) -> int:
    return part.stat().st_size if part.exists() else 0


def _one_request(
    info: ModelInfo, origin: Origin, part: Path, have: int, report: OnBytes, stop: ShouldStop
) -> None:
    """Append to ``part`` from ``have`` on, or start it anew if the server sends the whole."""
    headers = {"User-Agent": f"{DISTRIBUTION}/{VERSION}"}
    if have:
        headers["Range"] = f"bytes={have}-"
    try:
        response = _opener(info, origin.url).open(
            Request(origin.url, headers=headers),  # noqa: S310 - https or loopback, see _opener
            timeout=_TIMEOUT,
        )
    except HTTPError as exc:
        exc.close()
        part.unlink(missing_ok=True)
        if exc.code == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE and have:
            return  # what we have does not belong to the file there: the next attempt starts anew
        why = f"the server answered {exc.code} {exc.reason}"
        raise _failed(info, why, "Try again later, or import the file by hand.") from exc
    except (http.client.HTTPException, OSError) as exc:
        reason = getattr(exc, "reason", exc)
        raise _failed(info, f"no connection to the server ({reason})", _AGAIN) from exc
    with response:
        start = have if response.status == HTTPStatus.PARTIAL_CONTENT else 0
        if _announced_size(response, start) not in (None, origin.bytes):
            part.unlink(missing_ok=True)
            raise _failed(info, "the file there has another size than the published one")
        _receive(info, origin, response, part, start, report, stop)


def _announced_size(response: Any, start: int) -> int | None:
    """Size of the whole file as the server tells it; 0 if it sends another part than asked."""
    if response.status == HTTPStatus.PARTIAL_CONTENT:
        content_range = response.headers.get("Content-Range", "")
        match = re.fullmatch(r"bytes (\d+)-\d+/(\d+)", content_range.strip())
        return int(match[2]) if match and int(match[1]) == start else 0
    length = response.headers.get("Content-Length", "")
    return int(length) if length.isdecimal() else None


def _receive(
    info: ModelInfo,
    origin: Origin,
    response: IO[bytes],
    part: Path,
    start: int,
    report: OnBytes,
    stop: ShouldStop,
) -> None:
    done = start
    with part.open("ab" if start else "wb") as file:
        report(done, origin.bytes)
        while done < origin.bytes:
            if stop():
                raise Cancelled
            try:
                chunk = response.read(min(_CHUNK, origin.bytes - done))
            except (http.client.HTTPException, OSError):
                return  # the caller asks for the rest
            if not chunk:
                return
            file.write(chunk)
            done += len(chunk)
            report(done, origin.bytes)


def _check(info: ModelInfo, origin: Origin, part: Path) -> None:
    digest = file_sha256(part)
    if digest != origin.sha256:
        part.unlink(missing_ok=True)
        raise _failed(
            info,
            f"its SHA-256 is {digest}, not the published {origin.sha256}",
            "Fetch again; if it stays so, the file on the server was changed: do not use it.",
        )


class _SafeRedirects(HTTPRedirectHandler):
    """Follows redirects to allowed addresses only."""

    def __init__(self, info: ModelInfo) -> None:
        self._info = info

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> Request | None:
        _require_safe(self._info, newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _require_safe(info: ModelInfo, url: str) -> None:
    """Only https, except from this very computer."""
    parts = urlsplit(url)
    if parts.scheme != "https" and not (parts.scheme == "http" and _is_loopback(url)):
        raise _failed(info, f"the address {url} is not https")


def _is_loopback(url: str) -> bool:
    return urlsplit(url).hostname in ("127.0.0.1", "::1", "localhost")


def _opener(info: ModelInfo, url: str) -> OpenerDirector:
    _require_safe(info, url)
    handlers: list[BaseHandler] = [_SafeRedirects(info)]
    if _is_loopback(url):
        handlers.append(ProxyHandler({}))
    return build_opener(*handlers)


def _failed(info: ModelInfo, why: str, todo: str = "") -> DownloadError:
    return DownloadError(f"{info.name} could not be downloaded", why, todo)
