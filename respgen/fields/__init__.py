"""The fields whose constants have a structure: the table, by their names in lower case."""

from collections.abc import Mapping
from types import MappingProxyType

from respgen.fields.cache_control import CACHE_CONTROL
from respgen.fields.challenge import PROXY_AUTHENTICATE, WWW_AUTHENTICATE
from respgen.fields.clear_site_data import CLEAR_SITE_DATA
from respgen.fields.content_range import CONTENT_RANGE
from respgen.fields.csp import SECURITY_POLICY, SECURITY_POLICY_REPORT_ONLY
from respgen.fields.dates import DEPRECATION, RETRY_AFTER, SUNSET
from respgen.fields.digests import DIGESTS
from respgen.fields.endpoints import REPORTING_ENDPOINTS
from respgen.fields.grammar import Grammar as Grammar
from respgen.fields.grammar import Part as Part
from respgen.fields.grammar import Pattern as Pattern
from respgen.fields.grammar import Remark as Remark
from respgen.fields.grammar import part_name as part_name
from respgen.fields.isolation import ISOLATION_FIELDS
from respgen.fields.link import LINK
from respgen.fields.lists import ACCEPT_RANGES, ALLOW, VARY
from respgen.fields.network_errors import NETWORK_ERRORS
from respgen.fields.permissions_policy import (
    PERMISSIONS_POLICY,
    PERMISSIONS_POLICY_REPORT_ONLY,
)
from respgen.fields.rate_limit import RATE_LIMIT, RATE_LIMIT_POLICY
from respgen.fields.referrer_policy import REFERRER_POLICY
from respgen.fields.server_timing import SERVER_TIMING
from respgen.fields.sharing import SHARING_FIELDS
from respgen.fields.transport_security import TRANSPORT_SECURITY
from respgen.fields.words import WORD_FIELDS

_OF_SECURITY = (
    TRANSPORT_SECURITY,
    SECURITY_POLICY,
    SECURITY_POLICY_REPORT_ONLY,
    PERMISSIONS_POLICY,
    PERMISSIONS_POLICY_REPORT_ONLY,
    REFERRER_POLICY,
    CLEAR_SITE_DATA,
    *WORD_FIELDS,
    *ISOLATION_FIELDS,
    *SHARING_FIELDS,
    REPORTING_ENDPOINTS,
    NETWORK_ERRORS,
)
_OTHERS = (
    CACHE_CONTROL,
    CONTENT_RANGE,
    WWW_AUTHENTICATE,
    PROXY_AUTHENTICATE,
    VARY,
    ALLOW,
    ACCEPT_RANGES,
    RETRY_AFTER,
    DEPRECATION,
    SUNSET,
    LINK,
    SERVER_TIMING,
    RATE_LIMIT_POLICY,
    RATE_LIMIT,
    *DIGESTS,
)

GRAMMARS: Mapping[str, Grammar] = MappingProxyType(
    {row.name.lower(): row for row in (*_OF_SECURITY, *_OTHERS)}
)

# A header type whose rules hold whatever the field is called
_TYPES: Mapping[str, Grammar] = MappingProxyType(
    {
        "cache_control": CACHE_CONTROL,
        "challenge": WWW_AUTHENTICATE,
        "content_range": CONTENT_RANGE,
        "digest": DIGESTS[0],
        "link": LINK,
    }
)


def grammar_of(name: str, word: str) -> Grammar | None:
    """That of the field; else that of the header type, "" where a constant names none."""
    return GRAMMARS.get(name.lower()) or _TYPES.get(word)
