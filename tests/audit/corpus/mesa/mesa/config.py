from functools import cache

from pydantic import Field
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    cookie_name: str = "mesa_session"
    cookie_path: str = "/"
    key_length: int = 64
    max_age: int = Field(default=3600, ge=60)


@cache
def get_settings() -> Settings:
    return Settings()
