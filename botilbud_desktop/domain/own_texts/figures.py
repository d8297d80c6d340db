"""The round's figures in the program's own texts: `{limit}` in a form file or in the guide becomes `4.000`.

So a text that names a limit, a year or a date cannot disagree with the form. The ministry's own words stay.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from botilbud_desktop.domain.cost_plan import round_half_up
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.own_texts.by_round import help_of_round
from botilbud_desktop.domain.own_texts.copied import (
    content_title_as_own,
    criterion_title_as_own,
    help_as_own,
    help_without_rule,
    label_as_own,
    years_as_own,
)
from botilbud_desktop.domain.own_texts.cost_limit import cost_rule
from botilbud_desktop.domain.round_form import RoundForm
from botilbud_desktop.domain.round_parts import Criterion, FormField, RequiredContent, WeightedTopic, Weighting
from botilbud_desktop.domain.values.amounts import format_millions, format_number, format_percent
from botilbud_desktop.domain.values.dates import format_date, format_long_date

_FIGURE = re.compile(r"\{([a-z][a-z_]*)(?:_of_([0-9]{1,4}))?\}")
_LIMIT_IN_LABEL = re.compile(r"\(højst [0-9][0-9.]* tegn\)")
_YEAR_AT_END = re.compile(r"\.([0-9]{4})\Z")
EACH_YEAR = "{each_year}"
"""Alone in a group of words that recognise a content: there is such a group for each of the round's years."""
ANY_YEAR = "{any_year}"
"""A word that stands for each of the round's years."""
_NUMBERS = ("nul", "ét", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv")

type Figures = Mapping[str, str]


def figures_of(form: RoundForm) -> Figures:
    """Returns the figures by their names; those that the round does not set are empty.

    The figure of a criterion that the round does not have is left out: a text cannot name it.
    """
    limits = form.plausibility
    return {
        **_of_criteria(form),
        "years": _all_of(form.year_keys),
        "years_or": _all_of(form.year_keys, "eller"),
        "first_year": form.year_keys[0],
        "last_year": form.year_keys[-1],
        "opening_year": str(form.window.opens.year),
        "max_projects": number_word(form.max_projects),
        "contents": number_word(len(form.required_contents)),
        "the_contents": _points(len(form.required_contents)),
        "description_limit": _limit_of(form, "description"),
        "project_description_limit": _limit_of(form, "projects[].description"),
        "gross_cost_rule": cost_rule(form.limits),
        "example_date": format_date(form.example_date),
        "least_amount": _number(limits.least_amount),
        "least_letters_of_reason": _number(limits.least_letters_of_reason),
        "eligible_law": form.eligible_law,
        "website": form.website,
        "documentation_email": form.documentation_email,
    }


def _of_criteria(form: RoundForm) -> Figures:
    thresholds, last = form.limits, form.limits.last_completion_date
    figures = {}
    if thresholds.least_share_for_others is not None:
        figures["least_share"] = format_percent(thresholds.least_share)
    for name in ("gross_cost_over", "gross_cost_at_least"):
        amount = getattr(thresholds, name)
        if amount is not None:
            figures |= {name: format_millions(amount), f"{name}_in_thousands": format_number(amount)}
    if last is not None:
        figures |= {"last_completion_date": format_date(last), "by_last_completion_date": _by(last)}
    return figures


def number_word(number: int) -> str:
    """Returns a small number as a word: `seks`; a large one in digits."""
    return _NUMBERS[number] if number < len(_NUMBERS) else format_number(number)


def _points(number: int) -> str:
    """Returns `de seks punkter`, `punktet`, or `det hele` where nothing is asked for."""
    if number < 2:
        return "punktet" if number else "det hele"
    return f"de {number_word(number)} punkter"


def with_figures(text: str, form: RoundForm, figures: Figures, written: Callable[[str], str] = str) -> str:
    """Returns `text` with the round's figures as `written`; what is no name of a figure stays as it is."""

    def figure(match: re.Match[str]) -> str:
        found = _figure(match, form, figures)
        return match[0] if found is None else written(found)

    return text if "{" not in text else _FIGURE.sub(figure, text)


def unknown_figures(filled: "OwnTexts") -> Iterator[tuple[str, str]]:
    """Yields what looks like the name of a figure but is none, such as `{limitt}`, each with its place in the file."""
    texts = [(f"fields[{index}].label", field.label) for index, field in enumerate(filled.fields)]
    texts += [(f"fields[{index}].help", field.help) for index, field in enumerate(filled.fields)]
    texts += [(f"criteria[{index}].title", criterion.title) for index, criterion in enumerate(filled.criteria)]
    texts += [(f"required_contents[{index}].title", one.title) for index, one in enumerate(filled.required_contents)]
    texts += [(f"weighting.topics[{index}].title", one.title) for index, one in enumerate(filled.weighting.topics)]
    for place, text in texts:
        yield from ((place, match[0]) for match in _FIGURE.finditer(text))


class OwnTexts(NamedTuple):
    """The parts of a form that hold the program's own texts, with the figures in them."""

    fields: tuple[FormField, ...]
    criteria: tuple[Criterion, ...]
    required_contents: tuple[RequiredContent, ...]
    weighting: Weighting


def own_texts_filled_in(form: RoundForm) -> OwnTexts:
    """Returns the program's own texts of a form with the round's figures in them."""
    figures = figures_of(form)

    def filled(text: str) -> str:
        return with_figures(text, form, figures)

    return OwnTexts(
        tuple(_field(field, form, figures) for field in form.fields),
        tuple(_titled(criterion, form, filled) for criterion in form.criteria),
        tuple(_content(content, form, filled) for content in form.required_contents),
        replace(form.weighting, topics=tuple(_topic(topic, filled) for topic in form.weighting.topics)),
    )


def _counted(name: str, number: int, form: RoundForm) -> str | None:
    """Returns a figure that is worked out of a number: `{least_places_of_19}` is `5` where 25 pct. is for others."""
    if form.limits.least_share_for_others is None:
        return None
    match name:
        case "least_places":
            return format_number(_least_places(form, number))
        case "share_of_least_places":
            return _share(_least_places(form, number), number)
    return None


def _figure(match: re.Match[str], form: RoundForm, figures: Figures) -> str | None:
    name, number = match[1], match[2]
    if number is None:
        return figures.get(name)
    return _counted(name, int(number), form)


def _field(field: FormField, form: RoundForm, figures: Figures) -> FormField:
    own = dict(figures)
    if field.limit is not None:
        own["limit"] = format_number(field.limit)
    if year := _YEAR_AT_END.search(field.path):
        own["year"] = year[1]

    def filled(text: str) -> str:
        return with_figures(text, form, own)

    label = _own_if_known(label_as_own(field.label, field.path), field.label, filled)
    if field.limit is not None:
        label = _LIMIT_IN_LABEL.sub(f"(højst {own['limit']} tegn)", label)
    return replace(field, label=label, help=_help(field, form, filled))


def _help(field: FormField, form: RoundForm, filled: Callable[[str], str]) -> str:
    """Returns the help with its figures; without the rule where the program's own names one that no criterion sets."""
    own = help_of_round(help_as_own(field.help, field.path), field.path, form)
    if _FIGURE.search(filled(own)):
        return filled(help_without_rule(own, field.path))
    return filled(own)


def _own_if_known(own: str, text: str, filled: Callable[[str], str]) -> str:
    """Returns the program's text with its figures; where the round lacks one of them, the form's text as it is."""
    done = filled(own)
    return filled(text) if _FIGURE.search(done) else done


def _titled(criterion: Criterion, form: RoundForm, filled: Callable[[str], str]) -> Criterion:
    own = criterion_title_as_own(criterion.title, form.meanings[criterion.number])
    return replace(criterion, title=_own_if_known(own, criterion.title, filled))


def _content(content: RequiredContent, form: RoundForm, filled: Callable[[str], str]) -> RequiredContent:
    own = years_as_own(content.recognised_by, form.year_keys, EACH_YEAR, ANY_YEAR)
    groups = tuple(group for words in own for group in _groups(words, form))
    return replace(content, title=filled(content_title_as_own(content.title)), recognised_by=groups)


def _groups(words: tuple[str, ...], form: RoundForm) -> Iterator[tuple[str, ...]]:
    if words == (EACH_YEAR,):
        yield from ((year,) for year in form.year_keys)
    else:
        yield tuple(one for word in words for one in (form.year_keys if word == ANY_YEAR else (word,)))


def _topic(topic: WeightedTopic, filled: Callable[[str], str]) -> WeightedTopic:
    return replace(topic, title=filled(topic.title))


def _least_places(form: RoundForm, places: int) -> int:
    return (places * Fraction(form.limits.least_share) / 100).__ceil__()


def _share(part: int, places: int) -> str:
    """Returns a part of the places in per cent with at most two decimals: `33,33` for 3 of 9."""
    return format_percent(Decimal(round_half_up(Fraction(part * 10_000, max(places, 1)), 1)).scaleb(-2))


def _limit_of(form: RoundForm, path: str) -> str:
    field = form.field(path)
    return _number(None if field is None else field.limit)


def _number(number: int | None) -> str:
    return "" if number is None else format_number(number)


def _by(last: date) -> str:
    """Returns `inden udgangen af 2026`, or `senest 30. juni 2029` where it is not the end of a year."""
    is_end = (last.month, last.day) == (12, 31)
    return f"inden udgangen af {last.year}" if is_end else f"senest {format_long_date(last)}"


def _all_of(items: Sequence[str], conjunction: str = "og") -> str:
    return items[-1] if len(items) == 1 else f"{', '.join(items[:-1])} {conjunction} {items[-1]}"
