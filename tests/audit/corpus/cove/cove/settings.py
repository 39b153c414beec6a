"""Settings inside settings."""

from pydantic import BaseModel
from pydantic_settings import BaseSettings


class CookieSettings(BaseModel):
    name: str = "cove_pref"
    path: str = "/"
    domain: str | None = None


class Settings(BaseSettings):
    cookie: CookieSettings = CookieSettings()
    debug: bool = False


settings = Settings()
