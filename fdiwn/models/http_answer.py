"""HTTP answers received on a background thread, so that the caller can stop at any time.

A server may be silent, or send a byte now and then for ever. No library can be stopped while
looking up an address, connecting or reading; so the thread is then abandoned, and ends with the
next byte or the timeout.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from queue import Queue
from typing import Self
from urllib.request import OpenerDirector, Request

from fdiwn.api.errors import Cancelled
from fdiwn.api.progress import ShouldStop

RHYTHM = 0.1
"""Seconds between two checks whether to stop."""
SLOWEST, SPAN = 1000, 60.0
"""Bytes per second on average, over this many seconds; slower servers are given up."""
_CHUNK = 1 << 16
_MOST = 16  # chunks waiting to be read


class TooSlow(OSError):
    """The server is too slow."""


@dataclass(frozen=True)
class Head:
    """The response before the content."""

    status: int
    headers: Message


class HttpAnswer:
    """Sends the request; a context that closes the connection at its end.

    timeout: seconds without a byte.
    """

    def __init__(self, opener: OpenerDirector, request: Request, timeout: float) -> None:
        self._opener, self._request, self._timeout = opener, request, timeout
        self._heard: Queue[Head | bytes | BaseException] = queue.Queue(_MOST)
        self._left = threading.Event()
        threading.Thread(target=self._listen, name="listen to a server", daemon=True).start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._left.set()

    def head(self, should_stop: ShouldStop) -> Head:
        """Raises what the opener raises, TooSlow, or Cancelled."""
        end = time.monotonic() + SPAN
        while (heard := self._next(should_stop)) is None:
            if time.monotonic() > end:
                raise TooSlow(f"timed out: no answer within {SPAN:.0f} seconds")
        assert isinstance(heard, Head)
        return heard

    def chunks(self, should_stop: ShouldStop) -> Iterator[bytes]:
        """Yields the content as it arrives. Raises what reading raises, TooSlow, or Cancelled."""
        since, got = time.monotonic(), 0
        while True:
            heard = self._next(should_stop)
            if isinstance(heard, bytes):
                if not heard:
                    return
                got += len(heard)
                yield heard
            now = time.monotonic()
            if now - since > SPAN:
                if got < SLOWEST * SPAN:
                    raise TooSlow(f"the server sent {got:,} bytes in {SPAN:.0f} seconds")
                since, got = now, 0

    def _next(self, should_stop: ShouldStop) -> Head | bytes | None:
        """The next item; None if nothing arrives for a moment."""
        if should_stop():
            raise Cancelled
        try:
            heard = self._heard.get(timeout=RHYTHM)
        except queue.Empty:
            return None
        if isinstance(heard, BaseException):
            raise heard
        return heard

    def _listen(self) -> None:
        try:
            with self._opener.open(self._request, timeout=self._timeout) as response:
                self._tell(Head(response.status, response.headers))
                while not self._left.is_set():
                    chunk = response.read1(_CHUNK)
                    self._tell(chunk)
                    if not chunk:
                        return
        except BaseException as error:  # passed on to the reader
            self._tell(error)

    def _tell(self, what: Head | bytes | BaseException) -> None:
        while not self._left.is_set():
            try:
                self._heard.put(what, timeout=RHYTHM)
            except queue.Full:
                continue
            return
