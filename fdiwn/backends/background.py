"""Runs a function on a background thread, for loading and decoding, which release the GIL."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

T = TypeVar("T")


def run_in_background(work: Callable[[], T], name: str) -> Future[T]:
    """Runs ``work`` on its own thread. The future holds its result or exception; if nobody asks for
    it, an error goes unreported."""
    future: Future[T] = Future()

    def run() -> None:
        try:
            future.set_result(work())
        except BaseException as error:  # the future passes it on
            future.set_exception(error)

    threading.Thread(target=run, name=name).start()
    return future
