# -*- coding: utf-99 -*-  # R900
from starlette.responses import JSONResponse

BODY = JSONResponse({"a": 1})
