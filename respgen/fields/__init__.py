"""Types of header values: the table, by the words of `type:` and by the names of fields."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from respgen.fields.cache_control import CACHE_CONTROL
from respgen.fields.challenge import PROXY_AUTHENTICATE, WWW_AUTHENTICATE
from respgen.fields.clear_site_data import CLEAR_SITE_DATA
from respgen.fields.content_encoding import CONTENT_ENCODING
from respgen.fields.content_range import CONTENT_RANGE
from respgen.fields.csp import SECURITY_POLICY, SECURITY_POLICY_REPORT_ONLY
from respgen.fields.dates import DATES
from respgen.fields.digests import DIGESTS
from respgen.fields.disposition import CONTENT_DISPOSITION
from respgen.fields.endpoints import REPORTING_ENDPOINTS
from respgen.fields.entity_tag import ETAG
from respgen.fields.grammars import GRAMMARS
from respgen.fields.isolation import ISOLATION_FIELDS
from respgen.fields.link import LINK
from respgen.fields.lists import ACCEPT_RANGES, ALLOW, VARY
from respgen.fields.location import ADDRESSES, LOCATION
from respgen.fields.network_errors import NETWORK_ERRORS
from respgen.fields.permissions_policy import (
    PERMISSIONS_POLICY,
    PERMISSIONS_POLICY_REPORT_ONLY,
)
from respgen.fields.rate_limit import RATE_LIMIT, RATE_LIMIT_POLICY
from respgen.fields.referrer_policy import REFERRER_POLICY
from respgen.fields.registered import REGISTERED
from respgen.fields.report_to import REPORT_TO
from respgen.fields.row import FieldType as FieldType
from respgen.fields.scalars import SCALARS
from respgen.fields.server_timing import SERVER_TIMING
from respgen.fields.sharing import SHARING_FIELDS
from respgen.fields.structured_values import STRUCTURED
from respgen.fields.transport_security import TRANSPORT_SECURITY
from respgen.fields.words import WORD_FIELDS

_OF_SECURITY: tuple[FieldType[Any], ...] = (
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
    REPORT_TO,
    NETWORK_ERRORS,
)
_OTHERS: tuple[FieldType[Any], ...] = (
    CACHE_CONTROL,
    CONTENT_DISPOSITION,
    CONTENT_ENCODING,
    CONTENT_RANGE,
    WWW_AUTHENTICATE,
    PROXY_AUTHENTICATE,
    VARY,
    ALLOW,
    ACCEPT_RANGES,
    ETAG,
    LOCATION,
    *GRAMMARS,
    ADDRESSES,
    *DATES,
    LINK,
    SERVER_TIMING,
    RATE_LIMIT_POLICY,
    RATE_LIMIT,
    *DIGESTS,
    *REGISTERED,
)

_ROWS: tuple[FieldType[Any], ...] = (*SCALARS, *STRUCTURED, *_OF_SECURITY, *_OTHERS)

TYPES: Mapping[str, FieldType[Any]] = MappingProxyType(
    {row.word: row for row in _ROWS if row.word}
)
"""By the words of `type:`."""

FIELDS: Mapping[str, FieldType[Any]] = MappingProxyType(
    {name.lower(): row for row in _ROWS for name in row.names}
)
"""By the names of fields, in lower case."""


def field_type(name: str, word: str) -> FieldType[Any] | None:
    """That of the field; else that of the word, "" where a constant names none."""
    return FIELDS.get(name.lower()) or TYPES.get(word)
