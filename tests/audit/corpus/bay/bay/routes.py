# sites labelled
from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, StreamingResponse

from bay.responses import Feed, Message, failed, is_ok, ok

router = APIRouter()


@router.get("/1")
def one():
    return JSONResponse({"one": 1})


@router.post("/2")
def two():
    return JSONResponse({"two": 2}, status_code=201)  # R911


@router.post("/3")
def three():
    return JSONResponse({"three": 3}, 202)  # R911


@router.get("/4")
def four():
    return Response("a,b", media_type="text/csv")  # R911


@router.get("/5")
def five():
    return HTMLResponse("<p/>", headers={"X-Five": "5"})  # R911


@router.get("/6")
def six(response: Response):
    response.headers["X-Six"] = "6"  # R912
    return {"six": 6}


@router.post("/7")
def seven(response: Response):
    response.status_code = 203  # R912
    response.headers.setdefault("X-Seven", "7")  # R912
    return {"seven": 7}


@router.get("/8")
def eight():
    response = HTMLResponse("<p/>")
    response.headers.update({"X-Eight": "8"})  # R912
    response.headers.append("Vary", "Cookie")  # R912
    return response


@router.get("/9")
def nine(request: Request):
    if request.headers.get("x-nine") is None:
        raise HTTPException(404)
    if request.headers["x-nine"] == "no":
        raise HTTPException(404, "not nine")
    return {"nine": request.headers["x-nine"]}


@router.get("/10")
def ten():
    raise HTTPException(401, "who?", headers={"WWW-Authenticate": "Bearer"})  # R913


@router.get("/11")
def eleven():
    raise HTTPException(  # R913
        status_code=429, detail="slow down", headers={"Retry-After": "60"}
    )


@router.get("/12")
def twelve(response: Response):
    response.set_cookie("shade", "12")  # R914
    return {"twelve": 12}


@router.get("/13")
def thirteen():
    response = RedirectResponse("/")
    response.delete_cookie("shade")  # R914
    return response


@router.get("/14")
def fourteen():
    return StreamingResponse(iter(["a"]), media_type="text/plain")  # R911


@router.get("/15")
def fifteen():
    answer = ok({"fifteen": 15})
    if not is_ok(answer):
        raise Message("fifteen")
    return answer


@router.get("/16")
def sixteen():
    return Feed("<feed/>")


@router.get("/17")
def seventeen():
    return failed("no", 17)


@router.get("/18")
def eighteen():
    return RedirectResponse("/17", status_code=303)  # R911


@router.get("/19")
def nineteen(request: Request):
    request.state.headers = {"X-Nineteen": "19"}
    request.session["cookie"] = "set_cookie"
    return {"status_code": 201, "headers": request.state.headers}
