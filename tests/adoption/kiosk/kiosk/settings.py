"""What the environment decides."""

from starlette.config import Config

config = Config()


class Settings:
    https: bool = config("KIOSK_HTTPS", cast=bool, default=True)
    session_age: int = config("KIOSK_SESSION_AGE", cast=int, default=1800)
    embed_domain: str = config("KIOSK_EMBED_DOMAIN", default="museum.example")


settings = Settings()
