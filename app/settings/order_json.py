"""Converts an `Order` to JSON and back. Missing or invalid values keep their defaults."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import Any

from app.settings.order import TEMPLATE, Order
from fdiwn.api import naming
from fdiwn.api.errors import NamingError
from fdiwn.api.json_records import to_plain, with_sense
from fdiwn.api.options import UpscaleOptions

log = logging.getLogger(__name__)


def to_json(order: Order) -> dict[str, Any]:
    """Plain text, numbers, lists and dictionaries."""
    record: dict[str, Any] = to_plain(order)
    del record["upscale"]["limits"]  # not an option of the window
    return record


def from_json(stored: object) -> Order:
    """Reads each value by itself: a bad one is skipped, with a log line."""
    order = with_sense(stored, Order(UpscaleOptions()))
    template = order.destination.template
    try:
        naming.tokens(template)
    except NamingError:
        log.warning("The template %r makes no sense and is left out", template)
        return replace(order, destination=replace(order.destination, template=TEMPLATE))
    return order
