"""What holds for all tests."""

from hypothesis import settings

settings.register_profile("full", deadline=None)
settings.register_profile("fast", max_examples=20, deadline=None)
"""For `dev.py test --fast`: enough to see a rule broken outright; the whole set looks further."""
settings.load_profile("full")  # no test fails because the machine is busy; `--hypothesis-profile` wins over this
