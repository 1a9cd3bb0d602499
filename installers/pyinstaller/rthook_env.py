"""Runs in every frozen process, before anything is imported."""

import os

# A frozen program has no compiler, and what would call one starts this program again for help.
os.environ.setdefault("TORCHDYNAMO_DISABLE", "1")
