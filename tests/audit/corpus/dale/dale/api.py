"""Fields as people misspell them, in all three places."""

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import FileResponse, HTMLResponse, JSONResponse, StreamingResponse

router = APIRouter()
NO_CACHE = {"Cache-Control": "no-cache, no-store, must-revalidate", "Pragma": "no-cache", "Expires": "0"}
STREAM = {"Cache-Control": "no-store", "Connection": "keep-alive"}  # R207 =stream


@router.get("/1")
def one():
    return JSONResponse({"one": 1}, headers=NO_CACHE)


@router.get("/2")
def two(chunks: int = 1):
    return StreamingResponse(iter(["2"]), media_type="text/event-stream", headers=STREAM)  # R207 =stream


@router.get("/3")
def three(response: Response):
    response.headers["Acess-Control-Allow-Origin"] = "https://dale.example"  # R202
    return {}


@router.get("/4")
def four():
    raise HTTPException(429, "slow", headers={"Retry-Afer": "60"})  # R202


@router.get("/5")
def five():
    return FileResponse("/srv/dale", headers={"Content-Dispositon": "inline"})  # R202


@router.get("/6")
def six():
    response = HTMLResponse("<p/>")
    response.headers["X-Frame-Option"] = "DENY"  # R202
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


@router.get("/7")
def seven():
    return JSONResponse({}, headers={"Keep-Alive": "timeout=5"})  # R207


@router.get("/8")
def eight():
    return JSONResponse({}, headers={"Vary": "Accept, *"})  # R225


@router.get("/9")
def nine():
    return JSONResponse({}, headers={"Expires": "-1", "X-Nine": "9"})  # R222


@router.get("/10")
def ten():
    return HTMLResponse("<p/>", headers={"Clear-Site-Data": "cookies"})  # R618


@router.get("/11")
def eleven():
    return JSONResponse({}, headers={"Access-Control-Allow-Origin": "*"})


@router.get("/12")
def twelve():
    return JSONResponse(  # R622
        {},
        headers={
            "Access-Control-Allow-Origin": "*",
            "Access-Control-Allow-Credentials": "true",
        },
    )


@router.get("/13")
def thirteen(request: Request):
    accept_range = request.headers.get("Accept-Range")
    return JSONResponse({"Accept-Range": accept_range, "E-Tag": "13"})


@router.get("/14")
def fourteen():
    headers = {
        "X-Request-ID": "14",
        "X-Total-Count": "1",
        "X-RateLimit-Limit": "60",
        "HX-Trigger": "saved",
        "Link": '</14?page=2>; rel="next"',
        "Cache-Control": "private, max-age=60",
    }
    return JSONResponse({}, headers=headers)


@router.delete("/15")
def fifteen():
    return Response(b"gone", 204)  # R212


@router.delete("/16")
def sixteen():
    return Response(None, 204, headers={"X-Sixteen": "16"})


@router.get("/17")
def seventeen():
    return Response(status_code=304, headers={"ETag": '"17"', "Cache-Control": "no-cache"})


@router.get("/18")
def eighteen(tag: str):
    return Response(b"18", media_type="image/png", headers={"ETag": f'"{tag}"'})


@router.get("/19")
def nineteen():
    return HTMLResponse("<p/>", headers={"Expect-CT": "max-age=86400, enforce"})  # R627


@router.get("/20")
def twenty():
    return HTMLResponse("<p/>", headers={"Referrer-Policy": "strict-origin-when-cross-origin"})
