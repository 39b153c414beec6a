"""Located tree -> declarations, still in the author's words; the published JSON Schema."""

from respgen.schema.declarations import SchemaModule as SchemaModule
from respgen.schema.declarations import Section as Section
from respgen.schema.declarations import declare as declare
from respgen.schema.declarations import ready_profiles as ready_profiles
from respgen.schema.published import json_schema as json_schema
