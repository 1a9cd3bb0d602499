"""An `Order` as JSON and back. What is missing or makes no sense keeps its default."""

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
    """Nothing but text, numbers, lists and dictionaries."""
    record: dict[str, Any] = to_plain(order)
    del record["upscale"]["limits"]  # no choice of the window's
    return record


def from_json(stored: object) -> Order:
    """Each value by itself: a bad one is left out, with a log line."""
    order = with_sense(stored, Order(UpscaleOptions()))
    template = order.destination.template
    try:
        naming.tokens(template)
    except NamingError:
        log.warning("The template %r makes no sense and is left out", template)
        return replace(order, destination=replace(order.destination, template=TEMPLATE))
    return order
