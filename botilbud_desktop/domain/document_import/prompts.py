"""The texts that a template holds where something was to be written, and that nobody has written over."""

import re

from botilbud_desktop.domain.document_import.blocks import Block, Document, LeftOut, Paragraph

NOT_WRITTEN = "Det er skabelonens egen tekst. Her er ikke skrevet noget."

_PROMPT = re.compile(
    r"(?:klik|tryk)(?: eller (?:klik|tryk))?(?: her)? for at (?:skrive|angive|indtaste|indsætte|tilføje|vælge)\b.{0,40}"
    r"|vælg (?:et|en) (?:element|dato|mulighed|værdi)"
    r"|indtast (?:her|tekst|kopi til|til|fra|navn|dato|emne|titel|sagsnr|dok)\b[\w ./-]{0,20}"
    r"|click(?: or tap)?(?: here)? to (?:enter|add|insert)\b.{0,40}"
    r"|(?:choose|select) an? (?:item|date)",
    re.IGNORECASE,
)


def is_prompt(text: str) -> bool:
    """Whether a text is one that templates hold for others to write over: »Klik eller tryk her for at skrive tekst.«"""
    return _PROMPT.fullmatch(" ".join(text.split()).strip(" .:[]<>")) is not None


def without_prompts(document: Document) -> Document:
    """Returns the document without such texts; each is left out with the reason."""
    left_out = list(document.left_out)
    blocks: list[Block] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            if is_prompt(block.text):
                left_out.append(LeftOut(block.place, block.text, NOT_WRITTEN))
            else:
                blocks.append(block)
            continue
        rows = []
        for index, row in enumerate(block.rows):
            prompts = [cell for cell in row if is_prompt(cell)]
            left_out += [LeftOut(block.row_place(index), cell, NOT_WRITTEN) for cell in prompts]
            rows.append(tuple("" if cell in prompts else cell for cell in row))
        blocks.append(block._replace(rows=tuple(rows)))
    return Document(tuple(blocks), tuple(left_out))
