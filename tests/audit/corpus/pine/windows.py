"""CRLF, a BOM and tabs."""

from starlette.responses import JSONResponse


def one():
	return JSONResponse({}, headers={"Connection": "close"})  # R207


def two():
	return JSONResponse({})
