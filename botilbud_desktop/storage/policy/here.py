"""What is decided on this computer, for this user."""

import os
import sys
from pathlib import Path

from botilbud_desktop.storage.paths import has_policies, machine_policy_files
from botilbud_desktop.storage.policy.judging import judged
from botilbud_desktop.storage.user.settings import NOTHING_DECIDED, Decided


def decided_here() -> Decided:
    """Returns what the IT department has decided. Never raises; what is broken is in the answer."""
    if not has_policies():
        return NOTHING_DECIDED
    if sys.platform == "win32":
        from botilbud_desktop.storage.policy.registry import found_in_registry

        return judged(found_in_registry(), os.environ, Path)
    from botilbud_desktop.storage.policy.policy_file import found_in_files

    return judged(found_in_files(machine_policy_files()), os.environ, Path)
