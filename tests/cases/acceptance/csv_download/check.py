"""A streamed download with a required file name, the response_class of several routes."""

from collections.abc import AsyncIterator

from fastapi import FastAPI
from starlette.testclient import TestClient

from case_csv_download.api import CSVDownload

app = FastAPI()


async def _rows(*rows: str) -> AsyncIterator[str]:
    for row in rows:
        yield f"{row}\r\n"


@app.get("/users.csv", response_class=CSVDownload)
async def _users() -> CSVDownload:
    return CSVDownload(_rows("name,age", "Ann,7"), filename="users.csv")


@app.get("/städte.csv", response_class=CSVDownload)
def _cities() -> CSVDownload:
    return CSVDownload(["Köln\r\n"], filename="Städte.csv")


def is_sent_by_each_route() -> None:
    with TestClient(app) as client:
        users = client.get("/users.csv")
        assert users.text == "name,age\r\nAnn,7\r\n"
        assert users.headers["content-type"] == "text/csv; charset=utf-8"
        assert users.headers["content-disposition"] == 'attachment; filename="users.csv"'
        cities = client.get("/städte.csv")
        assert cities.text == "Köln\r\n"
        assert "St%C3%A4dte.csv" in cities.headers["content-disposition"]


def is_documented_under_its_media_type() -> None:
    for path in app.openapi()["paths"].values():
        assert "text/csv" in path["get"]["responses"]["200"]["content"]
