"""An audit, from the memory of the last one where nothing has changed.

Goes in: Sources. Comes out: an Analysis; the order of its findings is free.
"""

from __future__ import annotations

from respgen.audit.findings import Analysis
from respgen.audit.looking import Progress, look, silent
from respgen.audit.memory import Memory
from respgen.source.files import Sources


def analyse(sources: Sources, jobs: int = 1, progress: Progress = silent) -> Analysis:
    """Read every file, and judge those that are to be judged. Raises nothing for any text.

    `jobs` are the processes that parse what only has to be known as Python; what is found does not
    depend on them, nor on what is remembered of the last run.
    """
    memory = Memory.of(sources.project)
    seen = look(sources, memory)
    known = memory.recall()
    if known is not None:
        return known
    # takes longer to load than a thousand files to be looked at
    from respgen.audit.judging import analysed

    return analysed(sources, seen, memory, jobs, progress)
