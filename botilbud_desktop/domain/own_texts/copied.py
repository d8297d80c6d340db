"""The program's texts where a round file has them with the figures of another round, as a copied file does.

Such a text is the program's own, word for word but for its figures, so it gets those of the round: a copy of a form in
which only the limits were changed says the new ones.
"""

import re
from collections.abc import Iterator, Sequence

from botilbud_desktop.domain.round_parts import CriterionMeaning

_YEAR_AT_END = re.compile(r"\.[0-9]{4}\Z")
_FIGURE = re.compile(r"\{[a-z_]+(?:_of_[0-9]+)?\}")
_YEAR = re.compile(r"[0-9]{4}")
_ANY_FIGURE = ".{1,80}?"

_LABELS = {
    "projects[].loan.": ("Lån i {year} (hele 1.000 kr.)",),
    "projects[].expansion.": ("Nye pladser i {year} (antal)",),
    "description": ("Samlet beskrivelse (højst {limit} tegn)",),
    "projects[].description": ("Beskrivelse af projektet (højst {limit} tegn)",),
    "projects[].cost_plan.basis.eligible": ("Heraf efter {eligible_law} (i den valgte enhed)",),
}
_HELP = {
    "case_number": (
        (
            "Skriv kommunens eget journalnummer, fx {opening_year}-005657. Det står øverst på udskrifterne, "
            "men ministeriets skema spørger ikke om det."
        ),
    ),
    "projects[].loan.": (
        (
            "Skriv beløbet i hele 1.000 kr. 22.900 betyder 22,9 mio. kr. Lad feltet stå tomt, hvis I ikke "
            "søger om lån i {year}."
        ),
        (
            "Skriv beløbet i hele 1.000 kr. 20.700 betyder 20,7 mio. kr. Lad feltet stå tomt, hvis I ikke "
            "søger om lån i {year}."
        ),
    ),
    "projects[].share_for_others": (
        (
            "Skriv andelen i procent af pladserne, fx {least_share} eller 33,33. Den skal være mindst "
            "{least_share} pct., og præcis {least_share} pct. er nok; ved 19 pladser er det mindst "
            "{least_places_of_19}."
        ),
    ),
    "projects[].completion_date": (
        (
            "Skriv den dato, hvor projektet ventes afsluttet, fx {example_date}. Det skal være senest den "
            "{last_completion_date}, og lån og pladser bør passe til årstallet."
        ),
    ),
    "description": (
        (
            "Beskriv alle projekterne samlet, og få {the_contents} med. Linjeskift tæller også med, "
            "så Word kan vise et lavere tal end webformularen."
        ),
    ),
    "projects[].gross_construction_cost": (
        (
            "Skriv hele projektets bruttoanlægsudgift i {years}, ikke lånet{gross_cost_rule} Skemaet har intet felt "
            "til den, så skriv den også i den samlede beskrivelse."
        ),
    ),
    "projects[].expansion.": (
        (
            "Programmet tæller selv de nye pladser efter {eligible_law} sammen. Pladser, der omdannes fra ABL § 105, "
            "og pladser, der bevares ved renovering, tæller ikke med."
        ),
    ),
    "projects[].places[].legal_basis": (
        (
            "Der er kun låneadgang til pladser efter {eligible_law}. Er fordelingen mellem de to paragraffer ikke "
            "fastlagt, så vælg dem samlet."
        ),
    ),
    "projects[].cost_plan": (
        (
            "Brug fordelingen, når kun en del af projektet hører under {eligible_law}. Den viser, hvor stor en "
            "del af udgifterne der er låneberettiget. Skriv resultatet i den samlede beskrivelse."
        ),
    ),
    "projects[].cost_plan.basis.eligible": ("Skriv den del, der hører under {eligible_law}, fx 8 af 50 pladser.",),
    "projects[].coordination_note": (
        (
            "Skriv møde og dato eller aftalens navn, fx KKR Nordjylland, punkt 3.5. Referatet eller aftalen "
            "skal sendes særskilt til {documentation_email}."
        ),
    ),
}
_HELP_WITHOUT_RULE = {
    "projects[].share_for_others": "Skriv andelen i procent af pladserne, fx 33,33.",
    "projects[].completion_date": (
        "Skriv den dato, hvor projektet ventes afsluttet, fx {example_date}. Lån og pladser bør passe til årstallet."
    ),
}
"""The help of fields whose figure no criterion asks for."""
_CRITERIA = {
    CriterionMeaning.COMPLETION_DATE: ("Færdig {by_last_completion_date}",),
    CriterionMeaning.GROSS_COST: ("Over {gross_cost_over}", "Mindst {gross_cost_at_least}"),
    CriterionMeaning.SHARE_FOR_OTHERS: ("{least_share} pct. til andre kommuner",),
}
_CONTENTS = ("Lån delt på {years}",)


def label_as_own(label: str, path: str) -> str:
    """Returns the label of a field with the names of its figures where it is the program's, else as it is."""
    return _as_own(label, _LABELS.get(_of_any_year(path), ()))


def help_as_own(text: str, path: str) -> str:
    """Returns the help of a field with the names of its figures where it is the program's, else as it is."""
    return _as_own(text, _HELP.get(_of_any_year(path), ()))


def help_without_rule(own: str, path: str) -> str:
    """Returns the program's help for a field whose figure no criterion asks for; a text of the round's own as it is."""
    return _HELP_WITHOUT_RULE.get(path, own) if own in _HELP.get(path, ()) else own


def criterion_title_as_own(title: str, meaning: CriterionMeaning) -> str:
    """Returns the title of a criterion with the names of its figures where it is the program's, else as it is."""
    return _as_own(title, _CRITERIA.get(meaning, ()))


def content_title_as_own(title: str) -> str:
    """Returns the title of a required content with the names of its figures where it is the program's."""
    return _as_own(title, _CONTENTS)


def years_as_own(
    groups: Sequence[tuple[str, ...]], years: Sequence[str], each_year: str, any_year: str
) -> tuple[tuple[str, ...], ...]:
    """Returns the groups of words; years of another round stand for those of this one."""

    def of_this_round() -> Iterator[tuple[str, ...]]:
        is_each = False
        for words in groups:
            others = [word for word in words if _YEAR.fullmatch(word) and word not in years]
            if not others:
                yield words
            elif len(others) < len(words):
                yield (any_year, *(word for word in words if word not in others))
            elif not is_each:
                is_each = True
                yield (each_year,)

    return tuple(of_this_round())


def _of_any_year(path: str) -> str:
    return f"{path[:-4]}" if _YEAR_AT_END.search(path) else path


def _as_own(text: str, own: Sequence[str]) -> str:
    if "{" in text:
        return text
    return next((template for template in own if _pattern(template).fullmatch(text)), text)


def _pattern(template: str) -> re.Pattern[str]:
    return re.compile(_ANY_FIGURE.join(map(re.escape, _FIGURE.split(template))))
