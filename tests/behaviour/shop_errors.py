"""Exceptions of a project's own, for tests of what answers them."""


class OutOfStock(Exception):  # noqa: N818 # named as people do
    """The last one is gone."""


class SoldOut(OutOfStock):
    """So is every other one."""


class Rejected(Exception):  # noqa: N818 # as above
    """What a rule of the shop refuses; its text is for customers."""


class Mute(Rejected):
    """Its text cannot be made."""

    def __str__(self) -> str:
        raise RuntimeError("no text")
