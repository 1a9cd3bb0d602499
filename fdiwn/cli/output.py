"""Keeps working when standard output or error is closed, full or broken."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

OUTPUT_LOST = 4
"""The exit code if all went well but standard output was lost."""


class _Lasting(io.FileIO):
    """A stream that ignores writes after an error. lost: whether that has happened."""

    lost = False

    def write(self, data: object) -> int:
        size = memoryview(data).nbytes  # type: ignore[arg-type]  # whatever a buffer hands over
        if self.lost:
            return size
        try:
            written = super().write(data)  # type: ignore[arg-type]
            if written is None:  # somebody has made it non-blocking
                os.set_blocking(self.fileno(), True)
                written = super().write(data)  # type: ignore[arg-type]
        except OSError:
            self.lost = True
            return size
        return written


@contextmanager
def lasting_output() -> Iterator[None]:
    """Hides errors of the standard streams from the work. Exits with `OUTPUT_LOST` if standard
    output broke on the way, but not if it was closed from the start."""
    _open_closed()
    before, streams = (sys.stdout, sys.stderr), list[_Lasting]()
    try:
        sys.stdout, sys.stderr = (_lasting(each, streams) for each in before)
        try:
            yield
        except SystemExit as ending:
            _flush()
            if not ending.code and _lost(streams, 1):
                raise SystemExit(OUTPUT_LOST) from ending
            raise
        _flush()
        if _lost(streams, 1):
            raise SystemExit(OUTPUT_LOST)
    finally:
        _flush()
        sys.stdout, sys.stderr = before


def _open_closed() -> None:
    """The next opened file would get a closed stream's number, and libraries would print into
    it."""
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # gets the lowest free number
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123


def _lasting(stream: TextIO, made: list[_Lasting]) -> TextIO:
    """The same stream, ignoring errors; unchanged if it is not a file of the system, such as the
    console of Windows."""
    buffer = getattr(stream, "buffer", None)
    raw = getattr(buffer, "raw", buffer)  # there is no buffer if Python runs unbuffered
    if not isinstance(raw, io.FileIO):
        return stream
    stream.flush()
    lasting = _Lasting(raw.fileno(), "w", closefd=False)
    made.append(lasting)
    unbuffered = bool(getattr(stream, "write_through", False))
    return io.TextIOWrapper(
        lasting if unbuffered else io.BufferedWriter(lasting),  # as with python -u
        encoding=stream.encoding,
        errors="backslashreplace" if stream.errors == "strict" else stream.errors,  # odd names
        line_buffering=bool(getattr(stream, "line_buffering", False)),  # always set for stderr
        write_through=unbuffered,
    )


def _flush() -> None:
    sys.stdout.flush()
    sys.stderr.flush()


def _lost(streams: list[_Lasting], number: int) -> bool:
    return any(each.lost and each.fileno() == number for each in streams)
