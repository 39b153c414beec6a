from dataclasses import dataclass

LIMIT = 5


@dataclass
class Item:
    name: str


def item_json(content: Item) -> bytes:
    return content.name.encode()


async def item_later(content: Item) -> bytes:
    return content.name.encode()


def nothing() -> bytes:
    return b""


def two(value: object, more: int) -> object:
    return value


def server(region: str) -> str:
    return region
