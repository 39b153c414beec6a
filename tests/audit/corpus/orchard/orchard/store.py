from dataclasses import dataclass


@dataclass
class User:
    name: str


class Store:
    def __init__(self) -> None:
        self.sessions: dict[str, User] = {}

    def check(self, name, password) -> User | None:
        return User(name) if password else None

    def open_session(self, user: User) -> str:
        key = f"k{len(self.sessions)}"
        self.sessions[key] = user
        return key

    def close_session(self, key: str | None) -> None:
        self.sessions.pop(key or "", None)

    def close_all(self, key: str | None) -> None:
        user = self.sessions.get(key or "")
        self.sessions = {k: v for k, v in self.sessions.items() if v != user}

    def delete_cookie(self, name: str) -> None:
        """Of the recipe book, not of a browser."""
        self.sessions.pop(name, None)


def get_store() -> Store:
    return Store()
