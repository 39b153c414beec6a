"""A code that the project has deselected."""

from starlette.responses import PlainTextResponse


def one():
    return PlainTextResponse("1", headers={"Authorization": "Bearer"})


def two():
    return PlainTextResponse("2", headers={"Authorization": "Bearer"})  # respgen: ignore[R241]
