"""Any pydantic model, dumped without None."""

from case_without_none.api import ModelResponse

from tests.support.acme import Profile


def leaves_none_out() -> None:
    assert ModelResponse(Profile(name="guest")).body == b'{"name":"guest"}'
