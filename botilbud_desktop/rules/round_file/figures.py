"""Figures that a form says twice, once for people and once for the program: do they agree?"""

import re
from collections.abc import Iterator, Sequence

from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_parts import ProjectSheet
from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.domain.values.dates import format_long_date
from botilbud_desktop.rules.round_file.gap import Gap
from botilbud_desktop.rules.round_file.read_texts import days_in, times_in

_CHARACTERS = re.compile(r"(?<![0-9.,])([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,6}) tegn")


def figure_gaps(round_: Round) -> Iterator[Gap]:
    """Yields limits and days that no text names, or that a text names otherwise."""
    yield from _limits(round_)
    deadline = format_long_date(round_.window.closes)
    if round_.window.closes not in days_in(round_.deadline):
        yield Gap("deadline", f"teksten nævner ikke den sidste dag, {deadline}, som står i »window.closes«")
    yield from _clock(round_)


def _clock(round_: Round) -> Iterator[Gap]:
    """Yields a time of the last day that the text tells otherwise than the program, or not at all."""
    told = times_in(round_.deadline)
    at = round_.window.closes_at
    if told and at is None:
        yield Gap("window", f"teksten i »deadline« nævner kl. {told[-1]}. Skriv det i »closes_at«")
    elif at is not None and at not in told:
        yield Gap("deadline", f"teksten nævner ikke kl. {at}, som står i »window.closes_at«")


def _limits(round_: Round) -> Iterator[Gap]:
    for index, field in enumerate(round_.fields):
        texts = (("label", field.label), ("wording", field.wording), ("help", field.help))
        yield from _limit(f"fields[{index}]", field.limit, texts)
        if field.limit is not None and not _COUNTED.fullmatch(field.path):
            yield Gap(f"fields[{index}].limit", "programmet tæller ikke tegn i det felt, så grænsen bliver ikke holdt")
    description = round_.field("description")
    limit = None if description is None else description.limit
    if limit is not None:
        named = _named(round_.description_introduction)
        if named and named != {limit}:
            yield Gap("description_introduction", _other_limit(limit))
    if round_.project_sheet is not None:
        yield from _limit_of_sheet(round_, round_.project_sheet)


_COUNTED = re.compile(r"description|projects\[\]\.[a-z_]+|contacts\.(?:names|phones)")
"""The fields whose characters are counted."""


def _limit_of_sheet(round_: Round, sheet: ProjectSheet) -> Iterator[Gap]:
    yield from _limit("projektskemaet", sheet.description_limit, (("description_wording", sheet.description_wording),))
    for index, field in enumerate(round_.fields):
        if field.path == "projects[].description" and field.limit != sheet.description_limit:
            most = format_number(sheet.description_limit)
            yield Gap(f"fields[{index}].limit", f"projektskemaet tillader {most} tegn, men feltet har en anden grænse")


def _limit(place: str, limit: int | None, texts: Sequence[tuple[str, str]]) -> Iterator[Gap]:
    """Yields texts that name another limit, and a limit that no text names."""
    if limit is not None and not any(limit in _named(text) for _key, text in texts):
        yield Gap(f"{place}.limit", f"ingen tekst siger, at grænsen er {format_number(limit)} tegn")
    for key, text in texts:
        named = _named(text)
        if limit is None and named:
            yield Gap(f"{place}.limit", f"»{key}« nævner en grænse, men feltet har ingen »limit«")
        elif limit is not None and named - {limit}:
            yield Gap(f"{place}.{key}", _other_limit(limit))


def _other_limit(limit: int) -> str:
    return f"teksten nævner en anden grænse end {format_number(limit)} tegn, som står i »limit«"


def _named(text: str) -> set[int]:
    return {int(number.replace(".", "")) for number in _CHARACTERS.findall(text)}
