from starlette import responses as r

__all__ = ["Answer", "Tagged"]


class Answer(r.JSONResponse):
    media_type = "application/vnd.cedar+json"


class Tagged(Answer):
    def init_headers(self, headers=None):
        super().init_headers(headers)
        self.headers["X-Cedar"] = "tagged"


class Hidden(r.PlainTextResponse):
    media_type = "text/x-cedar"
