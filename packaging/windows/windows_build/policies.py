"""The templates with which an IT department decides settings by group policy or Intune: delivered beside the packages.

`policies/BotilbudDesktop.admx` says what can be decided, a file in the folder of each language says it in words. They
describe `storage/policy/policies.py` of the program, which a test compares with them. They are never installed.
"""

from windows_build.places import WINDOWS

FOLDER = WINDOWS / "policies"
INSIDE = "PolicyDefinitions"
"""The folder that Windows keeps such files in, on each machine and in the central store of a domain."""


def policy_files() -> dict[str, bytes]:
    """Returns the templates by their paths in the archive."""
    found = sorted(path for path in FOLDER.rglob("*.adm[lx]") if path.is_file())
    return {f"{INSIDE}/{path.relative_to(FOLDER).as_posix()}": path.read_bytes() for path in found}
