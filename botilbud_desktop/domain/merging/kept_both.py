"""Keeps both versions of a piece of text, without repeating what both have."""

from botilbud_desktop.domain.merging.text_changes import text_changes
from botilbud_desktop.domain.text.sentences import sentences


def kept_both(mine: str, theirs: str, joiner: str) -> str:
    """Returns both: what both have once, and where they differ mine before theirs, with `joiner` between them."""
    if mine in theirs or theirs in mine:
        return max(mine, theirs, key=len)
    my, their = sentences(mine), sentences(theirs)
    kept = ""
    position = 0

    def add(text: str, gap: str) -> None:
        nonlocal kept
        kept = f"{kept}{(gap or joiner) if kept else ''}{text}" if text else kept

    for change in text_changes(my.units, their.units, by_position=False):
        for index in range(position, change.start):
            add(my.units[index], my.gaps[index - 1] if index else "")
        own = my.text(change.start, change.end)
        other = their.text(change.new_start, change.new_end)
        gap = my.gaps[change.start - 1]
        if own in other:
            add(other, their.gaps[change.new_start - 1])
        else:
            add(own, gap)
            if other not in own:
                add(other, joiner)
        position = change.end
    for index in range(position, len(my.units)):
        add(my.units[index], my.gaps[index - 1] if index else "")
    return kept
