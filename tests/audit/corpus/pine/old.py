# Python 2  # R900
from starlette.responses import JSONResponse


def one():
    print "one"
    return JSONResponse({}, headers={"E-Tag": '"v1"'})
