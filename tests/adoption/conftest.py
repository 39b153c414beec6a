"""The applications' own tests are run in copies of them, never here."""

from tests.adoption.applications import HERE, applications

collect_ignore = [app.folder.relative_to(HERE).as_posix() for app in applications(HERE)]
