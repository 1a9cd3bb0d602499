"""What may follow the network: less of its effect, and sharpening for an output. Light and pure."""

from __future__ import annotations

from dataclasses import dataclass

SHARPENINGS = ("none", "screen", "print")
MOST_AMOUNT = 300
"""Per cent."""


@dataclass(frozen=True)
class Finish:
    """The last step of an enlargement, at its final size. Checked when made.

    strength: 0 to 100 per cent, from the bicubic enlargement to the network's. sharpen: of
    SHARPENINGS, the use for which the result is sharpened. amount: 1 to 300 per cent of what is
    usual for that use. See `fdiwn.pixels.finish`.
    """

    strength: int = 100
    sharpen: str = "none"
    amount: int = 100

    def __post_init__(self) -> None:
        if not 0 <= self.strength <= 100:
            raise ValueError(f"strength is 0 to 100, not {self.strength}")
        if self.sharpen not in SHARPENINGS:
            raise ValueError(f"sharpen is one of {SHARPENINGS}, not {self.sharpen!r}")
        if not 1 <= self.amount <= MOST_AMOUNT:
            raise ValueError(f"amount is 1 to {MOST_AMOUNT}, not {self.amount}")

    @property
    def sharpens(self) -> bool:
        return self.sharpen != "none"

    @property
    def changes(self) -> bool:
        """Whether any pixel of the network's enlargement may change."""
        return self.strength < 100 or self.sharpens

    @property
    def notes(self) -> tuple[str, ...]:
        """For the metadata and the report: "strength 60 %", "sharpened for print"."""
        found = [f"strength {self.strength} %"] if self.strength < 100 else []
        if self.sharpens:
            much = "" if self.amount == 100 else f" ({self.amount} %)"
            found.append(f"sharpened for {self.sharpen}{much}")
        return tuple(found)


AS_MADE = Finish()


def parse_sharpening(text: str) -> tuple[str, int]:
    """``none``, ``screen``, ``print``, or with an amount in per cent ``print:150``.

    Returns the use and the amount. Raises ValueError.
    """
    use, colon, much = text.strip().lower().partition(":")
    much = much.removesuffix("%")
    if use not in SHARPENINGS or (colon and use == "none"):
        raise ValueError(f"none, screen or print, such as print:150, not {text!r}")
    if not colon:
        return use, 100
    if not (much.isascii() and much.isdecimal() and 1 <= int(much) <= MOST_AMOUNT):
        raise ValueError(f"an amount of 1 to {MOST_AMOUNT} per cent, such as print:150: {text!r}")
    return use, int(much)
