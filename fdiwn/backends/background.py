"""Runs a function on a background thread: for loading and decoding, which free the interpreter."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

T = TypeVar("T")


def run_in_background(work: Callable[[], T], name: str) -> Future[T]:
    """Starts ``work`` in a thread of its own, which ends with it. Its result, or what it raised, is
    in the future; if nobody asks for it, nobody is told."""
    future: Future[T] = Future()

    def run() -> None:
        try:
            future.set_result(work())
        except BaseException as error:  # whoever waits for the result gets it
            future.set_exception(error)

    threading.Thread(target=run, name=name).start()
    return future
