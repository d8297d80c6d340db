"""Divides three versions of a text into blocks: units that nobody changed, and what somebody changed.

The blocks follow each other in all three versions. A block holds changes of both sides only where they touch.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from botilbud_desktop.domain.merging.text_changes import Change, moved_units, text_changes
from botilbud_desktop.domain.text.sentences import Split

BASE, MINE, THEIRS = range(3)
_SIDES = (MINE, THEIRS)


class Block(NamedTuple):
    """The ranges of units in the base, in mine and in theirs."""

    starts: tuple[int, int, int]
    ends: tuple[int, int, int]

    def has(self, version: int) -> bool:
        """Whether the block has units in this version."""
        return self.starts[version] < self.ends[version]


class Blocks(NamedTuple):
    """The versions in blocks."""

    versions: tuple[Split, Split, Split]
    """The base, mine and theirs. A unit that one side moved and the other changed is changed in both."""
    blocks: tuple[Block, ...]
    has_base: bool
    asked: tuple[frozenset[int], frozenset[int], frozenset[int]]
    """Units of each version whose place must be asked about: one side moved them, the other moved or removed them."""
    moved: frozenset[int] = frozenset()
    """Units of the base that a side moved."""

    def text(self, block: Block, version: int) -> str:
        """Returns the text of a block in one version."""
        return self.versions[version].text(block.starts[version], block.ends[version])

    def gap(self, before: Block, block: Block, version: int) -> str | None:
        """Returns the white space between two blocks in a version where one follows the other directly, or None."""
        is_direct = before.has(version) and block.has(version) and before.ends[version] == block.starts[version]
        return self.versions[version].gaps[block.starts[version] - 1] if is_direct else None


def blocks_of_three(base: Split, mine: Split, theirs: Split) -> Blocks:
    """Returns the blocks of two versions that are known to come from `base`."""
    my = text_changes(base.units, mine.units, by_position=True)
    their = text_changes(base.units, theirs.units, by_position=True)
    my_moves, their_moves = (
        moved_units(base.units, mine.units, my),
        moved_units(base.units, theirs.units, their),
    )
    twice = my_moves.keys() & their_moves.keys()
    removed = _removed(my) & their_moves.keys(), _removed(their) & my_moves.keys()
    asked_mine = frozenset(my_moves[row] for row in twice | removed[1])
    asked_theirs = frozenset(their_moves[row] for row in twice | removed[0])
    new_mine, new_theirs, their_left = _carried(base, mine, theirs, my_moves, their)
    new_theirs, new_mine, my_left = _carried(base, new_theirs, new_mine, their_moves, my)
    found = list(_blocks(len(base.units), (my_left, their_left)))
    found = _joined_where_removed_around(found)
    found = [part for block in found for part in _divided(block, _rows_at(my_moves), _rows_at(their_moves))]
    found = _joined_where_copies_go(found, (base, new_mine, new_theirs))
    asked = frozenset[int](), asked_mine, asked_theirs
    moved = frozenset(my_moves.keys() | their_moves.keys())
    return _joined(Blocks((base, new_mine, new_theirs), tuple(found), True, asked, moved))


def blocks_of_two(mine: Split, theirs: Split) -> Blocks:
    """Returns the blocks of two versions whose origin is not known: what both have, and what differs."""
    is_swapped = theirs.units < mine.units  # so that the blocks are the same both ways round
    old, new = (theirs, mine) if is_swapped else (mine, theirs)
    changes = text_changes(old.units, new.units, by_position=False)
    nothing = Split((), ())
    found = []
    for block in _blocks(len(old.units), ([], changes)):
        (start, end), (new_start, new_end) = ((block.starts[side], block.ends[side]) for side in _SIDES)
        if is_swapped:
            (start, end), (new_start, new_end) = (new_start, new_end), (start, end)
        found.append(Block((0, start, new_start), (0, end, new_end)))
    return _joined(Blocks((nothing, mine, theirs), tuple(found), False, (frozenset(),) * 3))


def _rows_at(moves: dict[int, int]) -> dict[int, int]:
    return {place: row for row, place in moves.items()}


def _divided(block: Block, my_moved: dict[int, int], their_moved: dict[int, int]) -> tuple[Block, ...]:
    """Divides what both put in the same place where one side only moved it there: then nothing is to be decided.

    What comes first in the base stays first; what is new comes last.
    """
    (_base, mine, theirs), (_base_end, my_end, their_end) = block
    if block.has(BASE) or not block.has(MINE) or not block.has(THEIRS):
        return (block,)
    my_rows = [my_moved.get(unit) for unit in range(mine, my_end)]
    their_rows = [their_moved.get(unit) for unit in range(theirs, their_end)]
    if set(my_rows) & set(their_rows) - {None} or (None in my_rows and None in their_rows):
        return (block,)
    first, other = my_rows[0], their_rows[0]
    if None not in my_rows and (None in their_rows or (first is not None and other is not None and first < other)):
        middle = (block.starts[BASE], my_end, theirs)
    else:
        middle = (block.starts[BASE], mine, their_end)
    return Block(block.starts, middle), Block(middle, block.ends)


def _removed(changes: Sequence[Change]) -> set[int]:
    return {change.start for change in changes if change.is_removal}


def _carried(
    base: Split, mover: Split, changer: Split, moves: dict[int, int], changes: list[Change]
) -> tuple[Split, Split, list[Change]]:
    """Returns both versions, and the changes left, with each unit changed where the other side moved it to."""
    units, changed, left = list(mover.units), list(changer.units), []
    for change in changes:
        is_pair = change.end - change.start == 1 == change.new_end - change.new_start
        if is_pair and change.start in moves:
            units[moves[change.start]] = changed[change.new_start]
            changed[change.new_start] = base.units[change.start]
        else:
            left.append(change)
    return Split(tuple(units), mover.gaps), Split(tuple(changed), changer.gaps), left


def _blocks(count: int, changes: tuple[Sequence[Change], Sequence[Change]]) -> Iterator[Block]:
    """Yields blocks for `count` units of the base; unchanged units are a block each."""
    at = (0, 0, 0)

    def block(size: int, more: tuple[int, int]) -> Block:
        nonlocal at
        start, at = at, (at[0] + size, at[1] + size + more[0], at[2] + size + more[1])
        return Block(start, at)

    for start, end, more in _touching(changes):
        for _unit in range(at[0], start):
            yield block(1, (0, 0))
        yield block(end - start, more)
    for _unit in range(at[0], count):
        yield block(1, (0, 0))


def _touching(changes: tuple[Sequence[Change], Sequence[Change]]) -> Iterator[tuple[int, int, tuple[int, int]]]:
    """Yields ranges of the base in which changes touch, and how many units longer each side is there."""
    ordered = sorted((change.start, change.end, side, change) for side in (0, 1) for change in changes[side])
    start = end = -1
    more = [0, 0]
    for _start, _end, side, change in ordered:
        touches = change.start < end or (change.is_insertion and start == end == change.start)
        if not touches:
            if start >= 0:
                yield start, end, (more[0], more[1])
            start, end, more = change.start, change.end, [0, 0]
        end = max(end, change.end)
        more[side] += (change.new_end - change.new_start) - (change.end - change.start)
    if start >= 0:
        yield start, end, (more[0], more[1])


def _joined_where_removed_around(blocks: list[Block]) -> list[Block]:
    """Joins what one side added with the units around it, where the other side removed both of them."""
    joins = []
    for index in range(1, len(blocks) - 1):
        before, block, after = blocks[index - 1 : index + 2]
        if not block.has(BASE) and before.has(BASE) and after.has(BASE):
            for side, other in ((MINE, THEIRS), (THEIRS, MINE)):
                if block.has(side) and not any(one.has(other) for one in (before, block, after)):
                    joins.append((index - 1, index + 1))
    return _with_joins(blocks, joins)


def _joined_where_copies_go(blocks: list[Block], versions: tuple[Split, Split, Split]) -> list[Block]:
    """Joins the changes of equal units where it cannot be told which of them each side changed.

    When each side changed another one of two equal sentences, both may have meant the same one.
    """
    counts = [Counter(split.units) for split in versions]
    copies = {unit for unit, count in counts[BASE].items() if count > 1 and unit}
    if not copies:
        return blocks
    kept: Counter[str] = Counter()
    touched: dict[str, list[int]] = {}
    for index, block in enumerate(blocks):
        texts = [split.units[start:end] for split, start, end in zip(versions, *block, strict=True)]
        if texts[BASE] == texts[MINE] == texts[THEIRS]:
            kept.update(texts[BASE])
            continue
        for unit in copies.intersection(texts[BASE]):
            touched.setdefault(unit, []).append(index)
    least = {unit: min(count[unit] for count in counts) for unit in touched}
    joins = [(places[0], places[-1]) for unit, places in touched.items() if kept[unit] < least[unit]]
    return _with_joins(blocks, [(first, last) for first, last in joins if first < last])


def _joined(found: Blocks) -> Blocks:
    """Joins blocks where a side changed the white space between them in a way that the other's changes touch."""
    while True:
        joins = [
            *_touched_gaps(found, BASE if found.has_base else MINE, THEIRS),
            *(_touched_gaps(found, BASE, MINE) if found.has_base else ()),
        ]
        if not joins:
            return found
        found = found._replace(blocks=tuple(_with_joins(list(found.blocks), joins)))


def _touched_gaps(found: Blocks, old: int, new: int) -> Iterator[tuple[int, int]]:
    """Yields the indices of two blocks with changed white space between them, where the other side changed that too."""
    last = -1
    other = MINE + THEIRS - new
    for index, block in enumerate(found.blocks):
        if not block.has(old) and not block.has(new):
            continue
        if not (block.has(old) and block.has(new)):
            last = -1
            continue
        if last >= 0:
            before = found.blocks[last]
            old_gap, new_gap = found.gap(before, block, old), found.gap(before, block, new)
            if old_gap != new_gap and not (
                found.has_base and index == last + 1 and found.gap(before, block, other) in (old_gap, new_gap)
            ):
                yield last, index
        last = index


def _with_joins(blocks: list[Block], joins: list[tuple[int, int]]) -> list[Block]:
    """Returns the blocks with each of these ranges (first and last index) as one."""
    follows = {index for first, last in joins for index in range(first + 1, last + 1)}
    number = 0
    numbers = []
    for index in range(len(blocks)):
        number += index not in follows
        numbers.append(number)
    together = (list(group) for _number, group in groupby(zip(numbers, blocks, strict=True), key=lambda pair: pair[0]))
    return [Block(group[0][1].starts, group[-1][1].ends) for group in together]
