"""Classes that only change the media type of the project's own class."""

from case_media_type_of_our_own.api import GeoJSONResponse, SchemaJSONResponse

from tests.support.acme import OrderedJSON


def renders_as_the_project_does() -> None:
    response = GeoJSONResponse({"type": "Point", "coordinates": [1, 2]})
    assert isinstance(response, OrderedJSON)
    assert response.body == b'{"coordinates": [1, 2], "type": "Point"}'
    assert response.headers["content-type"] == "application/geo+json"


def differs_in_the_media_type_alone() -> None:
    assert SchemaJSONResponse.render is OrderedJSON.render
    assert SchemaJSONResponse({}).headers["content-type"] == "application/schema+json"
