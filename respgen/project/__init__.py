"""A project: [tool.respgen] and [tool.black] of its pyproject.toml.

Goes in: a folder. Comes out: a Project, or diagnostics of what is wrong in pyproject.toml.
"""

from respgen.project.settings import SUFFIXES as SUFFIXES
from respgen.project.settings import NoProject as NoProject
from respgen.project.settings import Project as Project
from respgen.project.settings import find as find
from respgen.project.settings import root_of as root_of
