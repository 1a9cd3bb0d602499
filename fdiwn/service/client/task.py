"""What the window can ask for: the names of work."""

from __future__ import annotations

from enum import Enum


class Task(Enum):
    """What a request asks for; one job has at most one of each under way."""

    OPEN = "open"
    ENLARGE = "enlarge"
    SAVE = "save"
    FETCH = "fetch"
    IMPORT = "import"
    RENDER = "render"
    RIVAL = "rival"
    PROBE = "probe"
    SELF_TEST = "self-test"
    EXPORT = "export"
    PREVIEW = "preview"
    UNFINISHED = "unfinished"
    PLAN = "plan"
    BATCH = "batch"
    PACK = "gpu-pack"
