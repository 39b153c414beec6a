"""Constants are judged as in schemas: fields and messages."""

from fastapi import APIRouter, HTTPException, Response, status
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse

router = APIRouter()
POLICY = "default-src self; img-src *"


@router.get("/1")
def one():
    return HTMLResponse("<p/>", headers={"Content-Security-Policy": "default-src self"})  # R606


@router.get("/2")
def two():
    return HTMLResponse("<p/>", headers={"X-Frame-Options": "ALLOW-FROM https://a.example"})  # R619


@router.get("/3")
def three():
    return HTMLResponse("<p/>", headers={"X-XSS-Protection": "1; mode=block"})  # R628


@router.get("/4")
def four():
    return PlainTextResponse("4", headers={"Cache-Control": "public; max-age=60"})  # R401


@router.get("/5")
def five(response: Response):
    response.headers["Cache-Control"] = "no-store, max-age=3600"  # R406
    return {}


@router.get("/6")
def six(response: Response):
    response.headers["ETag"] = "v6"  # R223
    return {}


@router.get("/7")
def seven():
    raise HTTPException(401, "who?", headers={"WWW-Authenticate": "Basic"})  # R233


@router.get("/8")
def eight():
    raise HTTPException(503, "later", headers={"Retry-After": "soon"})  # R224


@router.delete("/9")
def nine():
    return Response(content="gone", status_code=status.HTTP_204_NO_CONTENT)  # R212


@router.delete("/10")
def ten():
    return JSONResponse(None, status_code=204)  # R212


@router.get("/11")
def eleven():
    response = PlainTextResponse("11")
    response.headers["Transfer-Encoding"] = "chunked"  # R207
    return response


@router.get("/12")
def twelve():
    headers = {
        "Access-Control-Allow-Origin": "*",
        "Access-Control-Allow-Credentials": "true",
    }
    headers["X-Twelve"] = "12"
    return JSONResponse({"twelve": 12}, headers={"Feature-Policy": "camera 'none'"})  # R627


@router.get("/13")
def thirteen():
    return Response("{}", media_type="application/json; charset=utf-8")  # R219


@router.get("/14")
def fourteen():
    return Response("{}", media_type="application/jason")  # R221


@router.get("/15")
def fifteen():
    return Response("x", headers={"Strict-Transport-Security": "max-age=3600"})  # R603


@router.get("/16")
def sixteen():
    return Response("x", headers={"Authorization": "Bearer"})  # R241


@router.get("/17")
def seventeen():
    response = Response("x", headers={"Server": "heron"})  # R210
    response.headers["Cache-Control"] = "private, max-age=60"
    return response


@router.get("/18")
def eighteen():
    response = HTMLResponse("<p/>", headers={"Content-Security-Policy": "default-src 'self'"})
    response.headers["X-Frame-Options"] = "DENY"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["Permissions-Policy"] = "camera=(), microphone=()"
    response.headers["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains"
    return response


@router.get("/19")
def nineteen():
    raise HTTPException(401, "who?", headers={"WWW-Authenticate": "Bearer"})


@router.get("/20")
def twenty():
    raise HTTPException(503, "later", headers={"Retry-After": "120"})


@router.delete("/21")
def twenty_one():
    return Response(status_code=204)


@router.get("/22")
def twenty_two():
    raise HTTPException(401, "who?")


@router.get("/23")
def twenty_three():
    return HTMLResponse("<p/>")


@router.get("/24")
def twenty_four():
    headers = {"Cache-Control": "public, max-age=31536000, immutable", "ETag": 'W/"24"'}
    return Response("24", media_type="text/plain; charset=utf-8", headers=headers)
