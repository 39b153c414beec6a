"""Tests hold an application to what its schemas declare. For development alone.

    response = client.post("/items", json={"name": "tea"})
    assert_declared(response, Created, OutOfCredit)

Goes in: responses of any client, or an ASGI application. Comes out: an error that shows the
difference, or a report of all that was sent.
"""

from respgen.testing.asserting import UndeclaredError as UndeclaredError
from respgen.testing.asserting import assert_declared as assert_declared
from respgen.testing.middleware import ContractMiddleware as ContractMiddleware
from respgen.testing.report import Report as Report
