"""Every rule, by its code: the table behind diagnostics, `select`, `ignore` and `respgen rule`."""

from respgen.diagnostics import Rule
from respgen.rules import r0, r1, r2, r3, r4, r5, r6, r7, r8, r9

FAMILIES = (r0, r1, r2, r3, r4, r5, r6, r7, r8, r9)

RULES: dict[str, Rule] = {
    row.code: row
    for family in FAMILIES
    for row in vars(family).values()
    if isinstance(row, Rule)
}
