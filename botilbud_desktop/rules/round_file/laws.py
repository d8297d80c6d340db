"""Texts of a form on laws that its pool does not cover: the form was copied from one that did."""

from collections.abc import Iterator

from botilbud_desktop.domain.application import LegalBasis
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.round_file.gap import Gap

_OLD = "SEL §§ 107 og 108"
_DIVIDED = frozenset((LegalBasis.SEL_107, LegalBasis.SEL_108, LegalBasis.SEL_107_108))


def law_gaps(round_: Round) -> Iterator[Gap]:
    """Yields labels, helps and titles that name another law than the pool's, and a sheet without a line for it."""
    if not round_.eligible_bases & _DIVIDED:
        texts = [(f"fields[{index}].label", field.label) for index, field in enumerate(round_.fields)]
        texts += [(f"fields[{index}].help", field.help) for index, field in enumerate(round_.fields)]
        texts += [(f"criteria[{index}].title", one.title) for index, one in enumerate(round_.criteria)]
        for place, named in texts:
            if _OLD in named:
                text = f"teksten nævner {_OLD}, men puljen gælder {round_.eligible_law}. Skriv {{eligible_law}}"
                yield Gap(place, text)
    sheet = round_.project_sheet
    others = [choice.law for choice in round_.legal_bases if choice.eligible and choice.code not in _DIVIDED]
    if sheet is not None and sheet.places_wording is None and others:
        text = f"arket har ingen linje for {others[0]}, så programmet skriver selv en. Ret »places_wording«"
        yield Gap("project_sheet.places_wording", text, is_doubt=True)
