"""Which files are the program's own, by the names that `OwnFile` lists."""

import re

from botilbud_desktop.storage.paths import OwnFile

_ID = r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_RANDOM = r"([0-9]{20}-)?[0-9a-f]{16}"
_OF_SQLITE = "-journal"


def own_names() -> tuple[str, ...]:
    """Returns the names and endings of the program's own files."""
    return tuple(value for name, value in vars(OwnFile).items() if name.isupper())


def is_own(name: str) -> bool:
    """Whether the program keeps a file of this name in the user's folders."""
    name = name.removesuffix(_OF_SQLITE) if name.endswith(OwnFile.HISTORY + _OF_SQLITE) else name
    endings = "|".join(re.escape(own) for own in own_names() if own.startswith("."))
    return name in own_names() or re.fullmatch(rf"({_ID}|{_RANDOM})({endings})", name) is not None
