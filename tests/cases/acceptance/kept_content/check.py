"""The unrendered content stays readable on the instance."""

from case_kept_content import api
from starlette.responses import JSONResponse


def middleware_reads_it() -> None:
    listing = api.Page({"items": [], "total": 0})
    assert listing.content["total"] == 0
    assert listing.body == JSONResponse({"items": [], "total": 0}).body
