"""Settings for all tests."""

from hypothesis import settings

settings.register_profile("full", deadline=None)
settings.register_profile("fast", max_examples=20, deadline=None)
"""For `dev.py test --fast`: enough examples to find a rule that is clearly broken; the full run tries more."""
settings.load_profile("full")  # no test fails because the machine is busy; `--hypothesis-profile` overrides this
