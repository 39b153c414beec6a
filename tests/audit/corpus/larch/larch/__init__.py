from larch.cookies import clear, start

__all__ = ["clear", "start"]
