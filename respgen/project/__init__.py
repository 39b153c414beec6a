"""A project: [tool.respgen] of its pyproject.toml, and the settings of its formatters; a workspace: several of them.

Goes in: a folder. Comes out: a Project, or diagnostics of what is wrong in pyproject.toml.
"""

from respgen.project.discovery import Workspace as Workspace
from respgen.project.discovery import find as find
from respgen.project.discovery import surroundings as surroundings
from respgen.project.discovery import workspace as workspace
from respgen.project.pyproject import NoProject as NoProject
from respgen.project.settings import SUFFIXES as SUFFIXES
from respgen.project.settings import Project as Project
from respgen.project.settings import read as read
