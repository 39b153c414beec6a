import re
from dataclasses import dataclass


@dataclass
class Stone:
    title: str

    def csv(self) -> str:
        return f"title\n{self.title}\n"


def load(key) -> Stone:
    return Stone(str(key))


def slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower())
