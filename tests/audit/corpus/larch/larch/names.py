from enum import StrEnum

ADMIN_PATH = "/admin"


class Names(StrEnum):
    USER = "larch_user"
    ADMIN = "larch_admin"
