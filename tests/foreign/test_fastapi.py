"""FastAPI's own tests of whatever makes, documents and sends responses.

Generated classes stand for its own, and CatalogueRoute for the class of routers' routes.
"""

from __future__ import annotations

import pytest

from tests.foreign.suites import Suite, stand_ins, unexpected

FILES = (
    "test_*response*.py",
    "test_*cookie*.py",
    "test_*exception*.py",
    "test_*rout*.py",
    "test_*validat*.py",
    "test_application.py",
    "test_async_dependency_cleanup.py",
    "test_dependency_after_yield_*.py",
    "test_dependency_concurrency.py",
    "test_dump_json_fast_path.py",
    "test_extra_routes.py",
    "test_sse.py",
    "test_stream_*.py",
    "test_sub_callbacks.py",
    "test_webhooks_security.py",
    *(
        f"test_tutorial/test_{name}/*.py"
        for name in (
            "additional_*",
            "advanced_middleware",
            "cookie_param*",
            "custom_*",
            "generate_clients",
            "handling_errors",
            "openapi_callbacks",
            "path_operation_*",
            "response_*",
            "server_sent_events",
            "static_files",
            "stream_*",
            "sub_applications",
            "templates",
            "using_request_directly",
        )
    ),
)
EMAIL = "needs email-validator"
LEFT_OUT = {
    "test_orjson_response_class.py": "needs SQLAlchemy, for a class that is deprecated",
    "test_tutorial/test_custom_response/test_tutorial001.py": "needs ujson, for a class that is deprecated",
    "test_tutorial/test_response_model/test_tutorial002.py": EMAIL,
    "test_tutorial/test_response_model/test_tutorial003.py": EMAIL,
    "test_tutorial/test_response_model/test_tutorial003_01.py": EMAIL,
    "test_stream_cancellation.py": "waits for twelve seconds, for what test_stream_closing.py tells at once",
}
ANNOTATED = "an annotation that names a class documents that class"
UNIONS = "a union of responses and data is an error to APIRoute alone"
LOCATION = "the document says that a redirect has a Location"
ANY_MEDIA = "the document says what is sent without a media type, too"
REDIRECTS = "test_tutorial.test_custom_response"
STREAMS = "test_tutorial.test_stream_data"
MODELS = "test_tutorial.test_response_model"
EXCEPTIONS = {
    "test_dump_json_fast_path::test_explicit_response_class_uses_json_dumps": "our JSON is encoded by an encoder that is made once",
    "test_response_class_no_mediatype::test_openapi_schema": ANY_MEDIA,
    "test_response_model_as_return_annotation::test_invalid_response_model_field": UNIONS,
    "test_response_model_as_return_annotation::test_openapi_schema": ANNOTATED,
    "test_router_include_context::test_router_include_context_matches_flattened_include_metadata": "the route knows the responses of its class, too",
    "test_stream_status_code::test_openapi": ANY_MEDIA,
    f"{REDIRECTS}.test_tutorial006b::test_openapi_schema": LOCATION,
    f"{REDIRECTS}.test_tutorial006c::test_openapi_schema": LOCATION,
    f"{STREAMS}.test_tutorial001::test_openapi_schema[tutorial001]": ANY_MEDIA,
    f"{STREAMS}.test_tutorial002::test_openapi_schema[tutorial002]": ANY_MEDIA,
    f"{MODELS}.test_tutorial003_02::test_openapi_schema": ANNOTATED,
    f"{MODELS}.test_tutorial003_03::test_openapi_schema": ANNOTATED,
    f"{MODELS}.test_tutorial003_04::test_invalid_response_model[tutorial003_04]": UNIONS,
    f"{MODELS}.test_tutorial003_05::test_get_portal[tutorial003_05]": "what `-> Response | dict` returns is sent as that Response",
    f"{MODELS}.test_tutorial003_05::test_openapi_schema[tutorial003_05]": ANNOTATED,
}
SUITE = Suite("fastapi", "0.165.0", FILES, left_out=LEFT_OUT, exceptions=EXCEPTIONS)


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bool]:
    """Whether each of FastAPI's tests passed."""
    folder = tmp_path_factory.mktemp("fastapi")
    stand_ins(folder)
    return SUITE.outcomes("generated_classes", folder)


@pytest.mark.slow
def test_passes(outcomes: dict[str, bool]) -> None:
    """Every test passes but those that fail by design; without our classes these pass."""
    assert not unexpected(SUITE, outcomes)


@pytest.mark.slow
def test_many(outcomes: dict[str, bool]) -> None:
    """The tests were found: their number is no accident of a wrong selection."""
    assert len(outcomes) > 800
