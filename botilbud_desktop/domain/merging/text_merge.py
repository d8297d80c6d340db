"""Merges two versions of a long text by paragraph and sentence.

What one side changed is taken. Where both changed the same sentence or paragraph, that piece alone is to be decided.
Without a known base every piece that differs is to be decided.
"""

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from botilbud_desktop.domain.merging.kept_both import kept_both
from botilbud_desktop.domain.merging.parts import Choice
from botilbud_desktop.domain.merging.text_blocks import (
    BASE,
    MINE,
    THEIRS,
    Block,
    Blocks,
    blocks_of_three,
    blocks_of_two,
)
from botilbud_desktop.domain.text.sentences import Split, paragraphs, sentences


class Origin(StrEnum):
    """Where a part of a merged text comes from."""

    COMMON = "common"
    """Both have it."""
    MINE = "mine"
    """Only mine has it, and the other did not touch it."""
    THEIRS = "theirs"
    """Only theirs has it, and I did not touch it."""
    DECIDED = "decided"
    """It was chosen."""
    UNDECIDED = "undecided"
    """It is to be chosen; mine stands there until then."""


class Part(NamedTuple):
    """A run of characters of a merged text, never empty."""

    origin: Origin
    text: str


class TextPiece(NamedTuple):
    """What is to be decided; `""` where a version has nothing there."""

    base: str | None
    """None when it is not known."""
    mine: str
    theirs: str


class Removal(NamedTuple):
    """A passage that one side removed and the other left alone."""

    by: Origin
    text: str


class _Node(NamedTuple):
    """A block with what becomes of it: the first of these that is given."""

    block: Block
    side: int | None = None
    """The version whose text is taken."""
    inner: "TextMerge | None" = None
    piece: TextPiece | None = None
    joiner: str = " "
    """Stands between the two when both are kept."""

    @property
    def pieces(self) -> tuple[TextPiece, ...]:
        if self.inner is not None:
            return self.inner.pieces
        return () if self.piece is None else (self.piece,)


class _Shown(NamedTuple):
    """What stands in the merged text for a block."""

    block: Block
    parts: tuple[Part, ...]
    side: int | None
    """The version that was chosen, if one was."""


class TextMerge(NamedTuple):
    """A text merged from two versions."""

    blocks: Blocks
    nodes: tuple[_Node, ...]
    pieces: tuple[TextPiece, ...]
    """What is to be decided, in reading order."""

    def text(self, choices: Sequence[Choice | None] = ()) -> str:
        """Returns the text with these choices for the pieces; an undecided one holds mine."""
        return "".join(part.text for part in self.parts(choices))

    def parts(self, choices: Sequence[Choice | None] = ()) -> tuple[Part, ...]:
        """Returns the text in runs of one origin each."""
        joined: list[Part] = []
        for part in self._parts(choices):
            if (
                joined
                and joined[-1].origin is part.origin
                and part.origin in (Origin.COMMON, Origin.MINE, Origin.THEIRS)
            ):
                joined[-1] = Part(part.origin, joined[-1].text + part.text)
            elif part.text:
                joined.append(part)
        return tuple(joined)

    def removals(self) -> tuple[Removal, ...]:
        """Returns what one side removed and the other left alone."""
        found: list[Removal] = []
        for node in self.nodes:
            if node.inner is not None:
                found.extend(node.inner.removals())
            elif node.side in (MINE, THEIRS) and not node.block.has(node.side):
                if node.block.starts[BASE] in self.blocks.moved:
                    continue
                by = Origin.MINE if node.side == MINE else Origin.THEIRS
                found.append(Removal(by, self.blocks.text(node.block, BASE)))
        return tuple(found)

    def _parts(self, choices: Sequence[Choice | None]) -> Iterator[Part]:
        before: _Shown | None = None
        for shown in self._shown(choices):
            if before is not None:
                yield _gap(self.blocks, before, shown)
            yield from shown.parts
            before = shown

    def _shown(self, choices: Sequence[Choice | None]) -> Iterator[_Shown]:
        first = 0
        for node in self.nodes:
            count = len(node.pieces)
            chosen = choices[first : first + count]
            first += count
            shown = self._of_node(node, chosen)
            if shown is not None:
                yield shown

    def _of_node(self, node: _Node, chosen: Sequence[Choice | None]) -> _Shown | None:
        block = node.block
        if node.inner is not None:
            parts = node.inner.parts(chosen)
            return _Shown(block, parts, None) if parts else None
        if node.piece is None:
            side = MINE if node.side is None else node.side
            origin = {MINE: Origin.MINE, THEIRS: Origin.THEIRS, BASE: Origin.COMMON}[side]
            at = MINE if side == BASE else side
            text = self.blocks.text(block, at)
            return _Shown(block, (Part(origin, text),) if text else (), None) if block.has(at) else None
        choice = chosen[0] if chosen else None
        origin = Origin.UNDECIDED if choice is None else Origin.DECIDED
        if choice is Choice.BOTH:
            text = kept_both(node.piece.mine, node.piece.theirs, node.joiner)
            return _Shown(block, (Part(origin, text),), None) if text else None
        side = THEIRS if choice is Choice.THEIRS else MINE
        text = self.blocks.text(block, side)
        return _Shown(block, (Part(origin, text),) if text else (), side) if block.has(side) else None


def merged_text(base: str | None, mine: str, theirs: str, *, is_line: bool = False) -> TextMerge:
    """Merges two versions of a text.

    Args:
        base: the text that both come from; None when that is not known.
        mine: my version.
        theirs: the other version.
        is_line: whether the field has one line, so that no line break may come between two pieces.
    """
    differ = mine != theirs and base not in (mine, theirs)
    if differ and not (mine.strip() and theirs.strip()):
        return _whole(base, mine, theirs)
    found = _by(paragraphs, base, mine, theirs, " " if is_line else "\n", unknown=None)
    has_both_removed_all = not found.pieces and mine.strip() and theirs.strip() and not found.text().strip()
    return _whole(base, mine, theirs) if has_both_removed_all else found


def _whole(base: str | None, mine: str, theirs: str) -> TextMerge:
    versions = (paragraphs(base or ""), paragraphs(mine), paragraphs(theirs))
    block = Block((0, 0, 0), (len(versions[0].units), len(versions[1].units), len(versions[2].units)))
    piece = TextPiece(base, mine, theirs)
    blocks = Blocks(versions, (block,), base is not None, (frozenset(),) * 3)
    return TextMerge(blocks, (_Node(block, piece=piece, joiner=""),), (piece,))


def _by(
    split: Callable[[str], Split], base: str | None, mine: str, theirs: str, joiner: str, *, unknown: str | None
) -> TextMerge:
    """Merges by paragraph or sentence. `unknown` is the base of a piece where `base` is None."""
    if base is None:
        found = blocks_of_two(split(mine), split(theirs))
    else:
        found = blocks_of_three(split(base), split(mine), split(theirs))
    nodes = tuple(_node(found, block, split, joiner, unknown) for block in found.blocks)
    return TextMerge(found, nodes, tuple(piece for node in nodes for piece in node.pieces))


def _node(found: Blocks, block: Block, split: Callable[[str], Split], joiner: str, unknown: str | None) -> _Node:
    base, mine, theirs = (found.text(block, version) for version in (BASE, MINE, THEIRS))
    if mine == theirs and block.has(MINE) == block.has(THEIRS):
        return _Node(block, BASE)
    is_asked = any(
        block.starts[side] <= unit < block.ends[side] for side in (MINE, THEIRS) for unit in found.asked[side]
    )
    if is_asked:
        base = base or mine or theirs
    elif found.has_base and base in (mine, theirs):
        if base and mine and theirs and split is paragraphs:
            return _Node(block, inner=_by(sentences, base, mine, theirs, joiner, unknown=unknown))
        return _Node(block, MINE if theirs == base else THEIRS)
    if mine and theirs and (inner := _inner(found, block, split, joiner, unknown)) is not None:
        return _Node(block, inner=inner)
    is_whole = all(
        block.ends[side] - block.starts[side] >= len(found.versions[side].units) - 2 for side in (MINE, THEIRS)
    )
    is_paragraph = split is paragraphs or is_whole or "\n" in mine or "\n" in theirs
    piece = TextPiece(base if found.has_base else unknown, mine, theirs)
    return _Node(block, piece=piece, joiner=joiner if is_paragraph else " ")


def _inner(
    found: Blocks, block: Block, split: Callable[[str], Split], joiner: str, unknown: str | None
) -> TextMerge | None:
    """Returns the block merged by smaller units; None where there are none."""
    base, mine, theirs = (found.text(block, version) for version in (BASE, MINE, THEIRS))
    if found.has_base and not block.has(BASE):
        return _by(split, None, mine, theirs, joiner if split is paragraphs else " ", unknown="")
    if split is sentences:
        return None
    return _by(sentences, base if found.has_base else None, mine, theirs, joiner, unknown=unknown)


def _gap(found: Blocks, before: _Shown, shown: _Shown) -> Part:
    """Returns the white space between two blocks that follow each other in the merged text."""
    base, mine, theirs = (found.gap(before.block, shown.block, version) for version in (BASE, MINE, THEIRS))
    if mine is None and theirs is None:
        for at, block in ((0, before.block), (-1, shown.block)):
            if block in (found.blocks[0], found.blocks[-1]):
                base, mine, theirs = (split.gaps[at] if split.gaps else None for split in found.versions)
    if mine is None and theirs is None:
        return Part(Origin.COMMON, _strongest(_gaps_between(found, before.block, shown.block)))
    if mine is None or theirs is None:
        return Part(Origin.COMMON, mine or theirs or "")
    if mine == theirs:
        return Part(Origin.COMMON, mine)
    if base in (mine, theirs):
        return Part(Origin.MINE, mine) if base == theirs else Part(Origin.THEIRS, theirs)
    sides = {side for side in (before.side, shown.side) if side is not None}
    if len(sides) == 1:
        return Part(Origin.COMMON, mine if sides == {MINE} else theirs)
    return Part(Origin.COMMON, _strongest((mine, theirs)))


def _gaps_between(found: Blocks, before: Block, block: Block) -> Iterator[str]:
    """Yields the white space of both sides from the one block to the other, or else what is next to them."""
    for version in (MINE, THEIRS):
        gaps = found.versions[version].gaps
        if before.has(version):
            yield gaps[before.ends[version] - 1]
        if block.has(version):
            yield gaps[block.starts[version] - 1]


def _strongest(gaps: Iterator[str] | tuple[str, ...]) -> str:
    return max(gaps, key=lambda gap: (gap.count("\n"), len(gap), gap), default=" ") or " "
