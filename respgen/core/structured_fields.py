"""Structured fields (RFC 9651) whole: the name, in lower case, and the value on the wire.

Goes in: the name, and a Python value. Comes out: the pair that a header list holds; of a List or a
Dictionary, which may be empty, a list of one pair or of none.
"""

from respgen.core.fields import listed, named
from respgen.core.structured import (
    sf_boolean_value,
    sf_bytes_value,
    sf_date_value,
    sf_decimal_value,
    sf_dict_value,
    sf_integer_value,
    sf_list_value,
    sf_string_value,
    sf_token_value,
)

sf_string_field = named(sf_string_value)
sf_token_field = named(sf_token_value)
sf_integer_field = named(sf_integer_value)
sf_decimal_field = named(sf_decimal_value)
sf_boolean_field = named(sf_boolean_value)
sf_bytes_field = named(sf_bytes_value)
sf_date_field = named(sf_date_value)
sf_list_fields = listed(sf_list_value)
sf_dict_fields = listed(sf_dict_value)
