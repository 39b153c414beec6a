"""Every rule, by its code: the table behind diagnostics, `select`, `ignore` and `respgen rule`."""

from respgen.diagnostics import Rule
from respgen.rules import r0, r1, r2, r3, r4, r5, r6

RULES: dict[str, Rule] = {
    rule.code: rule for family in (r0, r1, r2, r3, r4, r5, r6) for rule in family.RULES
}
