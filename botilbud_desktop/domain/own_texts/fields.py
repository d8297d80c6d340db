"""The program's own fields: what the criteria need and what colleagues use, though the ministry's form lacks it.

A form file may word them itself; those that it leaves out are added, so that a round needs the ministry's fields only.
"""

from collections.abc import Mapping
from typing import NamedTuple

from botilbud_desktop.domain.round_parts import CriterionMeaning, FormField

_FIRST = "applicant.municipality_code"
_AFTER_THE_FIRST = "case_number"
_LEGAL_BASIS, _EXPANSION = CriterionMeaning.LEGAL_BASIS, CriterionMeaning.EXPANSION
_GROSS_COST, _SHARE_FOR_OTHERS = CriterionMeaning.GROSS_COST, CriterionMeaning.SHARE_FOR_OTHERS
_PRESERVATION = CriterionMeaning.PRESERVATION


class _Own(NamedTuple):
    path: str
    label: str
    help: str
    criteria: tuple[CriterionMeaning, ...] = ()


_OWN_FIELDS = (
    _Own(
        "case_number",
        "Journalnummer (frivilligt)",
        "Skriv kommunens eget journalnummer, fx {opening_year}-005657. Det står øverst på udskrifterne, men "
        "ministeriets skema spørger ikke om det.",
    ),
    _Own(
        "projects[].places",
        "Pladser",
        "Skriv en række for hvert år, lovgrundlag og oprindelse. Skemaet spørger kun om antallet af nye "
        "pladser, så forklar resten i den samlede beskrivelse.",
        (_LEGAL_BASIS, _EXPANSION, _SHARE_FOR_OTHERS, _PRESERVATION),
    ),
    _Own(
        "projects[].places[].year",
        "År",
        "Vælg det år, hvor pladserne kan tages i brug. Det bør ikke ligge før det år, hvor projektet afsluttes.",
    ),
    _Own(
        "projects[].places[].legal_basis",
        "Lovgrundlag",
        "Der er kun låneadgang til pladser efter {eligible_law}. Er fordelingen mellem de to paragraffer ikke "
        "fastlagt, så vælg dem samlet.",
        (_LEGAL_BASIS,),
    ),
    _Own(
        "projects[].places[].origin",
        "Oprindelse",
        "Pladser, der omdannes fra ABL § 105, er ikke en udvidelse, uanset hvilken paragraf de får. Pladser i "
        "en tom bygning, der renoveres, er nye pladser.",
        (_EXPANSION, _PRESERVATION),
    ),
    _Own(
        "projects[].places[].count",
        "Antal pladser",
        "Skriv antallet som et helt tal. Den samme plads må kun tælle med i én række.",
        (_LEGAL_BASIS, _EXPANSION, _SHARE_FOR_OTHERS, _PRESERVATION),
    ),
    _Own(
        "projects[].places_closed_elsewhere",
        "Pladser, der lukkes andre steder i kommunen (antal)",
        "Skriv 0, hvis ingen pladser lukkes på grund af projektet. Pladser, der lukkes, trækkes fra "
        "udvidelsen. Skriv det også i den samlede beskrivelse, for skemaet har intet felt til det.",
        (_EXPANSION,),
    ),
    _Own(
        "projects[].gross_construction_cost",
        "Bruttoanlægsudgift (hele 1.000 kr.)",
        "Skriv hele projektets bruttoanlægsudgift i {years}, ikke lånet{gross_cost_rule} Skemaet har intet felt "
        "til den, så skriv den også i den samlede beskrivelse.",
        (_GROSS_COST,),
    ),
    _Own(
        "projects[].building",
        "Nybyggeri eller eksisterende bygning",
        "Vælg, om I bygger nyt eller bruger en bygning, der findes i forvejen. Det indgår i ministeriets prioritering, "
        "men skemaet har intet felt til det, så skriv det i den samlede beskrivelse.",
    ),
    _Own(
        "projects[].coordination",
        "Koordinering med andre kommuner",
        "Ministeriet prioriterer først projekter, der er koordineret i kommunekontaktrådet (KKR), "
        "og dernæst dem, der er koordineret i "
        "andre tværkommunale samarbejder. Skemaet har intet felt til det, så skriv det også i den samlede "
        "beskrivelse.",
    ),
    _Own(
        "projects[].coordination_note",
        "Møde eller aftale (frivilligt)",
        "Skriv møde og dato eller aftalens navn, fx KKR Nordjylland, punkt 3.5. Referatet eller aftalen skal "
        "sendes særskilt til {documentation_email}.",
    ),
    _Own(
        "projects[].preservation_reason",
        "Hvorfor pladserne ellers ville bortfalde",
        "Udfyld kun, hvis projektet bevarer pladser, der findes i dag. Så skal I sandsynliggøre, at de ellers "
        "bortfalder inden for en overskuelig årrække. Skriv det også i den samlede beskrivelse.",
        (_PRESERVATION,),
    ),
    _Own(
        "projects[].daily_rates",
        "Takster (frivilligt)",
        "Skriv de takster, som projektet kan sammenlignes med. De støtter beskrivelsen af bedre prissætning, "
        "men skemaet har intet felt til dem, så skriv dem i den samlede beskrivelse.",
    ),
    _Own(
        "projects[].daily_rates[].label",
        "Hvad taksten gælder (frivilligt)",
        "Skriv, hvilket tilbud eller hvilken ydelse taksten gælder, og om tilbuddet er kommunalt eller privat.",
    ),
    _Own(
        "projects[].daily_rates[].lowest",
        "Laveste takst (kr. pr. døgn)",
        "Skriv taksten i hele kroner pr. døgn, fx 1.644. Her er det kroner og ikke 1.000 kr.",
    ),
    _Own(
        "projects[].daily_rates[].highest",
        "Højeste takst (kr. pr. døgn)",
        "Skriv taksten i hele kroner pr. døgn, fx 7.140. Er der kun én takst, så skriv den begge steder.",
    ),
    _Own(
        "projects[].cost_plan",
        "Fordeling af udgifter (frivilligt)",
        "Brug fordelingen, når kun en del af projektet hører under {eligible_law}. Den viser, hvor stor en "
        "del af udgifterne der er låneberettiget. Skriv resultatet i den samlede beskrivelse.",
        (_LEGAL_BASIS, _EXPANSION, _GROSS_COST),
    ),
    _Own(
        "projects[].cost_plan.basis.unit",
        "Fordeles efter",
        "Vælg, hvad de fælles udgifter fordeles efter, fx pladser: 8 af 50 pladser giver 8/50.",
    ),
    _Own(
        "projects[].cost_plan.basis.eligible",
        "Heraf efter {eligible_law} (i den valgte enhed)",
        "Skriv den del, der hører under {eligible_law}, fx 8 af 50 pladser.",
    ),
    _Own(
        "projects[].cost_plan.basis.total",
        "I alt (i den valgte enhed)",
        "Skriv det samlede antal i hele projektet, fx 50 pladser. Det skal være større end 0.",
    ),
    _Own(
        "projects[].cost_plan.lines",
        "Udgifter",
        "Skriv en post for hver del af anlægsudgiften. Posterne bør tilsammen give bruttoanlægsudgiften.",
    ),
    _Own(
        "projects[].cost_plan.lines[].label",
        "Post",
        "Skriv, hvad udgiften dækker, fx fælles- og servicearealer.",
    ),
    _Own(
        "projects[].cost_plan.lines[].amount",
        "Udgift (hele 1.000 kr.)",
        "Skriv beløbet i hele 1.000 kr. 31.900 betyder 31,9 mio. kr.",
    ),
    _Own(
        "projects[].cost_plan.lines[].treatment",
        "Behandling",
        "Vælg hele udgiften, en forholdsmæssig del eller ingenting. Almene boliger efter ABL § 105 holdes "
        "uden for lånet.",
        (_LEGAL_BASIS,),
    ),
    _Own(
        "projects[].cost_plan.round_to",
        "Afrunding af hver udgift",
        "Hver udgift afrundes for sig. 8/50 af 31.900 er 5.104. Afrundet til 100.000 kr. bliver det 5.100.",
    ),
    _Own(
        "internal_notes",
        "Interne noter (frivilligt)",
        "Skriv til dine kolleger. Noterne kommer aldrig med i skemaet, på papirerne eller i det, der "
        "sendes til ministeriet.",
    ),
)


_OF_THE_FORM = {
    "projects[].share_for_others": (_SHARE_FOR_OTHERS,),
    "projects[].completion_date": (CriterionMeaning.COMPLETION_DATE,),
}
_HELPS = {own.path: own.help for own in _OWN_FIELDS}
_BEARS_ON = _OF_THE_FORM | {own.path: own.criteria for own in _OWN_FIELDS}


def own_help(path: str) -> str | None:
    """Returns the program's help for one of its own fields, with the names of its figures; None for other fields."""
    return _HELPS.get(path)


def bears_on(path: str) -> tuple[CriterionMeaning, ...]:
    """Returns what the program judges by the field at a path of the form."""
    return (_EXPANSION,) if path.startswith("projects[].expansion.") else _BEARS_ON.get(path, ())


def with_own_fields(fields: tuple[FormField, ...], meanings: Mapping[int, CriterionMeaning]) -> tuple[FormField, ...]:
    """Returns the fields of a form, and those of the program that it leaves out: the case number second, else last.

    `meanings` is what the round's criteria are about, by their numbers: a field of the program bears on some of them.
    """
    stated = {field.path for field in fields}
    missing = [
        FormField.model_construct(
            path=own.path,
            label=own.label,
            column="",
            wording="",
            help=own.help,
            criteria=tuple(number for number, meaning in meanings.items() if meaning in own.criteria),
            limit=None,
        )
        for own in _OWN_FIELDS
        if own.path not in stated
    ]
    second = [field for field in missing if field.path == _AFTER_THE_FIRST]
    last = [field for field in missing if field.path != _AFTER_THE_FIRST]
    at = next((index for index, field in enumerate(fields, start=1) if field.path == _FIRST), 0)
    return (*fields[:at], *second, *fields[at:], *last)
