"""ActivityPub's media type, once."""

from case_activity_json.api import ActivityJSON


def is_json_under_its_own_label() -> None:
    response = ActivityJSON({"type": "Note", "content": "Grüße"})
    assert response.body == '{"type":"Note","content":"Grüße"}'.encode()
    assert response.headers["content-type"] == "application/activity+json"
