"""Lists on the wire (RFC 9110 5.6.1): their members, and what a caller adds to them.

Goes in: field values. Comes out: members, or the value of both.
"""

from respgen.core.grammar import compiled

# RFC 9110 11.6.1: commas stand between challenges, and between their parameters
CHALLENGE_FIELDS = (b"www-authenticate", b"proxy-authenticate")
# What separates members, or opens a part whose commas do not: a quoted-string (RFC 9110
# 5.6.4), the target of a link (RFC 8288 3), a comment (RFC 9110 5.6.5), JSON. A part that is
# not closed reaches to the end.
SEPARATOR = r'[,"<(\[{]'
QUOTED_PART = r'"(?:[^"\\]|\\[\s\S])*(?:"|\\?\Z)'
TARGET_PART = r"<[^>]*(?:>|\Z)"
BRACKET = r'["(\[{)\]}]'


def joined_list(name: bytes, declared: bytes, given: bytes) -> bytes:
    """The declared members, then the caller's new ones; without declared ones, `given`.

    Field names and methods compare without case (Vary, Access-Control-*), all else
    exactly. Challenges have commas of their own: they stay as they are.
    """
    if name in CHALLENGE_FIELDS or not (declared and given):
        return b", ".join(filter(None, (declared, given)))
    fold = name == b"vary" or name.startswith(b"access-control-")
    members: dict[bytes, bytes] = {}
    for member in (*list_members(declared), *list_members(given)):
        members.setdefault(member.lower() if fold else member, member)
    return b", ".join(members.values())


def list_members(value: bytes) -> list[bytes]:
    """The members of a list, no empty ones (RFC 9110 5.6.1)."""
    text = value.decode("latin-1")
    members: list[str] = []
    start = place = 0
    while match := compiled(SEPARATOR).search(text, place):
        if match[0] == ",":
            members.append(text[start : match.start()])
            start = place = match.end()
        else:
            place = part_end(text, match.start())
    members.append(text[start:])
    stripped = (member.strip(" \t").encode("latin-1") for member in members)
    return [member for member in stripped if member]


def part_end(text: str, start: int) -> int:
    """Where the part ends that opens at `start`, with the parts inside it."""
    if text[start] == "<":
        return end_of(TARGET_PART, text, start)
    depth, place = 0, start
    while match := compiled(BRACKET).search(text, place):
        if match[0] == '"':
            place = end_of(QUOTED_PART, text, match.start())
        else:
            place = match.end()
            depth += 1 if match[0] in "([{" else -1
        if depth == 0:
            return place
    return len(text)


def end_of(pattern: str, text: str, start: int) -> int:
    """The end of what stands at `start`."""
    match = compiled(pattern).match(text, start)
    return match.end() if match else len(text)
