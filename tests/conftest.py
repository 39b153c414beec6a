"""What all tests share: this folder is importable (`import corpora`); no deadline on a busy machine."""

from hypothesis import settings

settings.register_profile("respgen", deadline=None)
settings.load_profile("respgen")
