"""What holds for all tests."""

from hypothesis import settings

settings.register_profile("fast", max_examples=20)
"""For `dev.py test --fast`: enough to see a rule broken outright; the whole set looks further."""
