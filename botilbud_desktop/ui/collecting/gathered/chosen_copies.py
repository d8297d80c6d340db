"""Keeps which of doubtful copies are counted, from one opening of the window to the next."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from contextlib import suppress
from pathlib import Path

from botilbud_desktop.rules.collection.records import Copies
from botilbud_desktop.storage.collection.copy_choices import (
    Copy,
    digest_of,
    read_choices,
    unticked_again,
    write_choices,
)
from botilbud_desktop.storage.errors import SaveFailedError
from botilbud_desktop.ui.collecting.gathered.held import HeldDraft


def kept_unticked(folder: Path, round_id: str, copies: Iterable[Copies], drafts: Iterable[HeldDraft]) -> frozenset[str]:
    """Returns the files that the user chose not to count when the same copies were in doubt."""
    groups = list(_groups(copies, drafts))
    return unticked_again(read_choices(folder, round_id), groups) if groups else frozenset()


def keep_unticked(
    folder: Path, round_id: str, copies: Iterable[Copies], drafts: Iterable[HeldDraft], counting: AbstractSet[str]
) -> None:
    """Keep which copies are not counted; a failure to write is ignored."""
    groups = list(_groups(copies, drafts))
    if groups:
        with suppress(SaveFailedError, OSError):
            write_choices(
                folder,
                round_id,
                [(group, frozenset(copy for copy in group if copy.file not in counting)) for group in groups],
            )


def _groups(copies: Iterable[Copies], drafts: Iterable[HeldDraft]) -> Iterator[frozenset[Copy]]:
    by_file = {draft.key.file: draft for draft in drafts}
    for each in copies:
        if each.is_doubtful:
            own = [by_file[file] for file in each.files[: each.counted]]
            yield frozenset(Copy(draft.key.application, draft.key.file, digest_of(draft.content)) for draft in own)
