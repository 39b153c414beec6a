def page(content: str, *, locale: str = "en") -> bytes:
    return f"{locale}: {content}".encode()
