# sites labelled
"""Words that look like sites."""

from dataclasses import dataclass

NOTE = "response.set_cookie('a', 'b')"


@dataclass
class Job:
    status_code: int = 0

    def set_cookie(self, name: str) -> None:
        self.status_code = len(name)


def run() -> Job:
    job = Job()
    job.set_cookie("x")
    job.status_code = 201
    return job


def text() -> str:
    # return JSONResponse({"a": 1}, status_code=201)
    return NOTE
