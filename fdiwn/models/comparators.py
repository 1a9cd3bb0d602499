"""Networks that FDIWN is compared with: the one place below the lab that reaches into it.

They belong to the lab, which is above this room, and most users never need them. So the lab's
registry is loaded by name, and only once a file of weights says that it is of such a network.
"""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import TYPE_CHECKING

from fdiwn.api.catalog import read_metadata

if TYPE_CHECKING:
    from fdiwn.network.other import OtherNetwork

FORMAT = "fdiwn"
"""The header's entry ``format`` of weights that this project has saved."""
NETWORK = "network"
"""The header's entry with the network's name in the registry; FDIWN's files have none."""
_REGISTRY = "fdiwn.lab.comparators.registry"


def stated_network(path: Path) -> str:
    """The name of the network that a file is of; empty for FDIWN, and for files of others."""
    metadata = read_metadata(path) or {}
    return metadata.get(NETWORK, "") if metadata.get("format") == FORMAT else ""


def other_network(name: str, scale: int) -> OtherNetwork:
    """A new network of the lab's registry. Raises ValueError for a name that it does not have."""
    from fdiwn.network.other import OtherNetwork

    registry = importlib.import_module(_REGISTRY)
    return OtherNetwork(name, scale, registry.comparator(name).build(scale))
