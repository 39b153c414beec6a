"""OpenAPI's vendor type: other modules read the constant from the class."""

from case_openapi_vendor.api import OpenAPIResponse

MEDIA_TYPE: str = OpenAPIResponse.media_type


def is_sent_as_written() -> None:
    assert MEDIA_TYPE == "application/vnd.oai.openapi+json;version=3.0"
    response = OpenAPIResponse({"openapi": "3.0.3"})
    assert response.headers["content-type"] == MEDIA_TYPE
