from fastapi import APIRouter, Response

from orchard import constants as c

router = APIRouter(prefix="/shop/basket")


@router.post("")
def put(response: Response, apples: int = 0):
    response.set_cookie(c.BASKET, f"a{apples}", **c.BASKET_SCOPE)
    return {"apples": apples}


@router.delete("")
def clear(response: Response):
    response.delete_cookie(c.BASKET, **c.BASKET_SCOPE)
    return {"apples": 0}


@router.delete("/all")
def clear_all(response: Response):
    response.delete_cookie(c.BASKET, path="/shop")  # R930
    return {"apples": 0}


@router.get("/theme")
def theme(response: Response, name: str = "light"):
    response.set_cookie("theme", name, path="/")
    return {"theme": name}


@router.delete("/theme")
def no_theme(response: Response):
    response.delete_cookie("theme")
    return {"theme": None}
