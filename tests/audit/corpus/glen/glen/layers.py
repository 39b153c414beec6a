from fastapi import APIRouter, Depends, HTTPException, Response
from fastapi.responses import FileResponse, JSONResponse, PlainTextResponse

from glen.base import Middleware, Touching

router = APIRouter(prefix="/layers")


class Closing(Middleware):
    async def dispatch(self, request, call_next):
        if request.method == "TRACE":
            raise HTTPException(405, "no trace", headers={"Allow": "GET, POST"})  # R952
        return await call_next(request)


class Opening(Middleware):
    async def dispatch(self, request, call_next):
        try:
            response = await call_next(request)
        except HTTPException as error:
            response = PlainTextResponse(error.detail, error.status_code, error.headers)
        if request.method == "TRACE":
            response = PlainTextResponse("no trace", 405, {"Allow": "GET, POST"})
        return response


@router.get("/1")
def one(response: Response):  # R950
    response.headers.append("Vary", "Cookie")
    return FileResponse("/srv/one")


@router.get("/2")
def two(res: Response, old: str = ""):  # R950
    res.delete_cookie("layer")
    if old:
        raise HTTPException(410)
    return {"two": 2}


@router.get("/3")
def three(touched: str = Depends(Touching("3"))):
    return {"touched": touched}


@router.get("/4")
def four(res: Response, old: str = ""):
    if old:
        answer = JSONResponse({"old": old}, status_code=410)
        answer.set_cookie("layer", old)
        return answer
    res.set_cookie("layer", "new")
    return {"four": 4}


@router.get("/5")
def five():
    answer = PlainTextResponse("5")
    answer.headers = dict(answer.headers)  # R951 error
    return answer


@router.get("/6")
def six(key: str):
    match key:
        case "a":
            raise PlainTextResponse("a", 404)  # R951 error
        case "b":
            return HTTPException(404, "b")  # R951 warning
    return {"key": key}


@router.get("/7")
def seven(key: str):
    problems = [HTTPException(404, key), HTTPException(410, key)]
    if key == "a":
        raise problems[0]
    return {"problems": len(problems)}


@router.get("/8")
def eight():
    with_pop = {"headers": {"a": "b"}}
    with_pop["headers"].pop("a")
    answer = JSONResponse(with_pop)
    answer.background = None
    return answer
