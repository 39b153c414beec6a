"""Settings of a deployment."""

import os

from pydantic import BaseModel


class CookieSettings(BaseModel):
    name: str = "ledger"
    domain: str | None = None
    secure: bool = True
    days: int = 7


class Settings(BaseModel):
    key: bytes = b"a key for development and for tests"
    issuer: str = "ledger"
    cookie: CookieSettings = CookieSettings()

    @property
    def lifetime(self) -> int:
        return self.cookie.days * 24 * 3600


settings = Settings(cookie=CookieSettings(domain=os.environ.get("LEDGER_DOMAIN")))
