"""Where the engine process begins. Loads nothing heavy until it runs in the child."""

from __future__ import annotations

import importlib
import logging
from multiprocessing.connection import Connection

ENGINE = "fdiwn.service.server.engine"


def run_child(pipe: Connection) -> None:
    """Serve requests from `pipe` until it closes or says `Shutdown`."""
    from fdiwn.gpu_pack.activate import activate
    from fdiwn.service.client.log import send_log

    if reason := activate():
        send_log(pipe)
        logging.getLogger(__name__).warning("the GPU pack is not used: %s", reason)
    run_aside(pipe)


def run_aside(pipe: Connection) -> None:
    """The same without the GPU pack: for a process that shall change it."""
    # By name: the window's process imports this module, and must not be led to torch by it.
    importlib.import_module(ENGINE).run(pipe)
