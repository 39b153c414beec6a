from starlette.responses import PlainTextResponse


def three():
    return PlainTextResponse("3", headers={"X-Three": None})  # R902
