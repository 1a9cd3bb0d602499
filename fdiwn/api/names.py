"""Every name, id and version of the product, in one place. Imports nothing."""

APP_NAME = "FDIWN Upscaler"
APP_ID = "io.github.fdiwn.Upscaler"
DISTRIBUTION = "fdiwn-upscaler"
COMMAND = "fdiwn"
WINDOW_COMMAND = "fdiwn-upscaler"
EDIT_COMMAND = "fdiwn-upscaler-edit"
"""The window's program under another name: as with --edit, for callers that pass just a file."""
VERSION = "0.1.0"
PAPER = (
    "Guangwei Gao, Wenjie Li, Juncheng Li, Fei Wu, Huimin Lu, Yi Yu: Feature Distillation "
    "Interaction Weighting Network for Lightweight Image Super-Resolution. "
    "AAAI 2022, arXiv 2112.08655."
)
