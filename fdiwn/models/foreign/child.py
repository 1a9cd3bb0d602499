"""The process that runs a third-party network; it may hang or crash.

It ends when its caller does, even during a computation: a separate thread watches for that.
"""

from __future__ import annotations

import os
import queue
import signal
import threading
from pathlib import Path
from queue import Queue
from typing import BinaryIO

from fdiwn.api.errors import DeviceFault, FdiwnError
from fdiwn.backends.faults import engine_errors
from fdiwn.models.foreign.files import EXPORT, KINDS, ONNX, SPANDREL, TORCHSCRIPT, network_bytes
from fdiwn.models.foreign.frames import (
    BATCH,
    FAILED,
    READY,
    WHOLE,
    packed,
    packed_error,
    receive,
    send,
    unpacked,
)
from fdiwn.models.foreign.traits import Opened, refused


def answer(kind: str, path: Path, device: str) -> None:
    """Opens the network, reports that, and enlarges its input until there is no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the caller decides
    requests, answers = _pipes()
    try:
        network = open_network(kind, path, device)
    except FdiwnError as error:
        send(answers, FAILED, packed_error(error))
        return
    send(answers, READY, b"" if network.tiles else WHOLE)
    while True:
        batch = unpacked(requests.get())
        try:
            with engine_errors(device):
                output = network.run(batch)
            if output.ndim != 4:
                raise _wrong(path, f"it makes {output.ndim} dimensions of 4")
            send(answers, BATCH, packed(output))
        except FdiwnError as error:
            send(answers, FAILED, packed_error(error))


def _pipes() -> tuple[Queue[bytes], BinaryIO]:
    """The pipes for requests and answers. Output of libraries is discarded."""
    asked = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nothing, number)
    requests: Queue[bytes] = queue.Queue()

    def listen() -> None:
        while (frame := receive(asked)) is not None:
            requests.put(frame[1])
        os._exit(0)  # the caller is gone, and the computation may never end

    threading.Thread(target=listen, name="listen", daemon=True).start()
    return requests, answers


def open_network(kind: str, path: Path, device: str) -> Opened:
    """Opens it in this process. Raises WeightsError, EngineError."""
    if kind not in KINDS:
        raise refused(path, f"networks of the kind {kind} are not run")
    content = network_bytes(path)
    with engine_errors(device):
        if kind == ONNX:
            from fdiwn.models.foreign.onnx_file import open_onnx

            return Opened(open_onnx(content, path, device))
        if kind == TORCHSCRIPT:
            from fdiwn.models.foreign.torchscript_file import open_torchscript

            return Opened(open_torchscript(content, path, device))
        if kind == EXPORT:
            from fdiwn.models.foreign.export_file import open_export

            return Opened(open_export(content, path, device))
        assert kind == SPANDREL
        from fdiwn.models.foreign.spandrel_file import open_spandrel

        return open_spandrel(content, path, device)


def _wrong(path: Path, why: str) -> DeviceFault:
    return DeviceFault(f"{path.stem} failed", why, "Choose another model")
