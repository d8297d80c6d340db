"""Settings for all tests."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

settings.register_profile("full", deadline=None, derandomize=True)
"""The same examples each time, so that the gate says of one commit what it said before."""
settings.register_profile("fast", max_examples=20, deadline=None, derandomize=True)
"""For `dev.py test --fast`: enough examples to find a rule that is clearly broken; the full run tries more."""
settings.register_profile("explore", max_examples=1_000, deadline=None)
"""Other examples each time, by hand: `pytest --hypothesis-profile=explore tests/domain`."""
settings.load_profile("full")  # no test fails because the machine is busy; `--hypothesis-profile` overrides this


@pytest.fixture(scope="session")
def qapp_cls() -> "Callable[[list[str]], QApplication]":
    """Makes pytest-qt use the program's own Danish `QApplication` instead of a bare one, whichever test comes first."""
    from botilbud_desktop.ui.app import make_application

    return make_application
