import os
from typing import Literal, cast

from pydantic_settings import BaseSettings

CROSS_SITE = {"secure": True, "samesite": "none"}

SameSite = Literal["lax", "strict", "none"]


class Options(BaseSettings):
    samesite: SameSite = "lax"
    secure: bool = False
    cookie_path: str = "/"


options = Options()
ENV_SAMESITE = cast(SameSite, os.environ.get("SAMESITE", "lax"))
