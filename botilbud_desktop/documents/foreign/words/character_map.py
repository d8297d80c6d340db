"""Which characters the codes of a font stand for, as the file itself says it (*ToUnicode*)."""

import re

from botilbud_desktop.documents.foreign.meter import Meter

_SECTION = re.compile(rb"begin(?P<kind>bfchar|bfrange|codespacerange)(?P<body>.*?)end(?P=kind)", re.DOTALL)
_HEX = rb"<\s{0,9}([0-9A-Fa-f\s]{1,200}?)\s{0,9}>"
_PAIR = re.compile(_HEX + rb"\s{0,9}" + _HEX)
_RANGE = re.compile(_HEX + rb"\s{0,9}" + _HEX + rb"\s{0,9}(?:" + _HEX + rb"|\[([^\]]*+)\])")
_ONE = re.compile(_HEX)
_MOST = 100_000
_STEPS_OF_AN_ENTRY = 2


class CharacterMap:
    """The characters by code."""

    def __init__(self, data: bytes, meter: Meter) -> None:
        self.characters: dict[int, str] = {}
        self.is_of_one_byte = False
        """Whether the codes are said to have one byte each."""
        self._meter = meter
        for section in _SECTION.finditer(data):
            meter.work(1 + len(section["body"]) // 16)
            match section["kind"]:
                case b"bfchar":
                    for code, text in _PAIR.findall(section["body"]):
                        self._add(_number(code), _text(text))
                case b"bfrange":
                    self._add_ranges(section["body"])
                case _:
                    ranges = _PAIR.findall(section["body"])
                    self.is_of_one_byte = bool(ranges) and all(len(_digits(end)) <= 2 for _start, end in ranges)

    def _add_ranges(self, body: bytes) -> None:
        for first, last, text, texts in _RANGE.findall(body):
            start, end = _number(first), _number(last)
            if texts:
                for offset, each in enumerate(_ONE.findall(texts)):
                    self._add(start + offset, _text(each))
                continue
            begun = _text(text)
            if not begun:
                continue
            for offset in range(min(end - start + 1, _MOST)):
                if not self._add(start + offset, begun[:-1] + chr(min(ord(begun[-1]) + offset, 0x10FFFF))):
                    break

    def _add(self, code: int, text: str) -> bool:
        self._meter.work(_STEPS_OF_AN_ENTRY)
        if len(self.characters) >= _MOST:
            return False
        self.characters[code] = text
        return True


def _digits(text: bytes) -> bytes:
    return b"".join(text.split())


def _number(text: bytes) -> int:
    return int(_digits(text)[:8] or b"0", 16)


def _text(text: bytes) -> str:
    digits = _digits(text)
    data = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    return data.decode("latin-1") if len(data) == 1 else data.decode("utf-16-be", "replace")
