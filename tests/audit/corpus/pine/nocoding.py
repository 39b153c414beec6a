"""No declaration: café."""  # R900
from starlette.responses import JSONResponse

BODY = JSONResponse({"a": 1})
