from starlette.responses import Response


def test_deletion():
    response = Response()
    response.set_cookie("fjord_set_in_tests", "1", path="/tests")
    response.set_cookie("portal_session", "1", path="/portal")
    response.delete_cookie("fjord_set_in_tests")
    assert len(response.headers.getlist("set-cookie")) == 3
