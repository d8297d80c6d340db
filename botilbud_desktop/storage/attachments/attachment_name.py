"""The names of attachments and of their folder. Only plain names of PDF files are used, whatever a list says."""

from collections.abc import Collection
from itertools import chain, count
from pathlib import Path

from botilbud_desktop.storage.files.file_names import LONGEST_NAME, is_reserved, safe_file_name
from botilbud_desktop.storage.files.path_calls import real_or_absolute

ENDING = ".pdf"
_FOLDER_PART = " bilag"
_LONGEST = 255
_FORBIDDEN = frozenset('<>:"/\\|?*')
_ROOM_FOR_NUMBER = 6


def attachments_folder(draft: Path) -> Path:
    """Returns the folder of the attachments of the draft at `draft`; links are followed. It need not exist."""
    place = real_or_absolute(draft)
    return place.with_name(folder_name(place))


def folder_name(draft: Path) -> str:
    """Returns the name of that folder: `Aalborg bilag` for `Aalborg.botilbud`."""
    return f"{draft.stem}{_FOLDER_PART}"


def is_attachment_name(name: str) -> bool:
    """Whether `name` is the plain name of a PDF on every system: without a folder, a device or invisible characters."""
    return (
        name.lower().endswith(ENDING)
        and len(name.encode("utf-8", "replace")) <= _LONGEST
        and name.isprintable()
        and _FORBIDDEN.isdisjoint(name)
        and name == name.strip()
        and not name.startswith(".")
        and not is_reserved(name)
    )


def free_attachment_name(original: str, taken: Collection[str]) -> str:
    """Returns a good name for an attached file that is called `original`, unlike all names that are taken."""
    stem = original[: -len(ENDING)] if original.lower().endswith(ENDING) else original
    safe = safe_file_name(stem, ENDING).removesuffix(ENDING).lstrip(".") or "_"
    short = safe[: LONGEST_NAME - _ROOM_FOR_NUMBER].rstrip()
    folded = {name.casefold() for name in taken}
    numbered = (f"{short} ({number}){ENDING}" for number in count(2))
    return next(name for name in chain((f"{safe}{ENDING}",), numbered) if name.casefold() not in folded)
