"""Tells what is new in a mail from the earlier mails below it, whose figures the new ones replace."""

import re
from collections.abc import Collection, Sequence

from botilbud_desktop.domain.document_import.blocks import Block, LeftOut, Paragraph

_MARKER = re.compile(
    r"-{2,} ?(?:oprindelig meddelelse|original message|videresendt (?:meddelelse|besked|mail)|forwarded message) ?-{2,}"
    r"|(?:den|on) .{5,150}\b(?:skrev|wrote)\b.{0,150}:",
    re.IGNORECASE,
)
_HEAD = re.compile(r"(?P<label>fra|from|sendt|sent|til|to|cc|dato|date|emne|subject): ?\S", re.IGNORECASE)
_FORWARDED = re.compile(r"(?:vs|fwd?|videresendt):", re.IGNORECASE)
_GREETING = re.compile(r"(?:med )?(?:venlig|bedste|mange|de bedste) hilsen|(?:m\.?)?v\.?h\.?\b|hilsen\b", re.IGNORECASE)
_LINE = re.compile(r"linje ([0-9]+)")
_EARLIER = "Det er en tidligere e-mail, som der svares på. Gælder dens tal, så gem den som en fil for sig."
_EARLIER_HEAD = "Det er hovedet af en e-mail, der er sendt videre."


def without_earlier(
    subject: str, blocks: Sequence[Block], quoted_lines: Collection[int]
) -> tuple[tuple[Block, ...], tuple[LeftOut, ...]]:
    """Returns the blocks of a mail without earlier mails, and those as left out.

    `quoted_lines`: the numbers of the lines that `>` stood ahead of. A mail that forwards another, or says nothing in
    figures itself, is read with it.
    """
    begin = next((index for index in range(len(blocks)) if _begins(blocks, index)), len(blocks))
    is_earlier = [index >= begin or _line_of(block) in quoted_lines for index, block in enumerate(blocks)]
    own = [block for block, is_old in zip(blocks, is_earlier, strict=True) if not is_old]
    old = [block for block, is_old in zip(blocks, is_earlier, strict=True) if is_old]
    if not old:
        return tuple(blocks), ()
    if _FORWARDED.match(subject.strip()) or not _has_figures(own):
        heads = [block for block in old if _is_head(block)]
        kept = tuple(block for block in blocks if block not in heads)
        return kept, tuple(LeftOut(block.place, _text(block), _EARLIER_HEAD) for block in heads)
    return tuple(own), (LeftOut(old[0].place, "\n".join(map(_text, old)), _EARLIER),)


def _begins(blocks: Sequence[Block], index: int) -> bool:
    """Whether an earlier mail begins with a block: a line between, or the sender and the next lines of its head."""
    text = _text(blocks[index])
    if _MARKER.fullmatch(text.strip()):
        return True
    lines = "\n".join(map(_text, blocks[index : index + 3])).split("\n")[:3]
    labels = [found["label"].casefold() for line in lines if (found := _HEAD.match(line))]
    return labels[:1] in (["fra"], ["from"]) and bool({"sendt", "sent", "dato", "date"} & set(labels))


def _is_head(block: Block) -> bool:
    return isinstance(block, Paragraph) and (
        _MARKER.fullmatch(block.text.strip()) is not None or _HEAD.match(block.text) is not None
    )


def _has_figures(blocks: Sequence[Block]) -> bool:
    """Whether anything ahead of the signature has a figure."""
    texts = list(map(_text, blocks))
    end = next((index for index, text in enumerate(texts) if _GREETING.match(text)), len(texts))
    return any(re.search("[0-9]", text) for text in texts[:end])


def _line_of(block: Block) -> int | None:
    found = _LINE.search(block.place)
    return None if found is None else int(found[1])


def _text(block: Block) -> str:
    return block.text if isinstance(block, Paragraph) else "\n".join("\t".join(row) for row in block.rows)
