"""The headings of notes: which field the text below them belongs to."""

import re
from enum import StrEnum

from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.headings import plain_words
from botilbud_desktop.domain.text.typed_text import tidy


class Section(StrEnum):
    """What stands below a heading; the value is the project's field of the text, or nothing that has one."""

    PURPOSE = "purpose"
    TARGET_GROUP = "target_group"
    DESCRIPTION = "description"
    ECONOMY = "economy_note"
    COORDINATION = "coordination_note"
    PLACES = "places"
    SCHEDULE = "milestones"
    PRESERVATION = "preservation_reason"
    SHEET_DESCRIPTION = "sheet_description"
    """The text below the sheet's words for the description."""
    COMMON = "cover_note.text"
    OVERALL = "overall"
    """The overall description of all projects."""
    CONTACTS = "contacts"
    BUDGET = "budget"
    """How the cost is shared; all that stands there are rows."""
    FORM = "form"
    """The ministry's table."""


_NUMBER = re.compile(r"(?:(?:[0-9]{1,2}(?:\.[0-9]{1,2})*[.):]?|[a-z][.)]|[ivx]{1,4}[.)]|pkt\.? ?[0-9]+[.:]?) )")
_PROJECT = r"(?: (?:for|i|med|af|om|til|ved) (?:projektet|projekterne|tilbuddet|botilbuddet|byggeriet|etableringen))?"
_HEADINGS = (
    (
        Section.PURPOSE,
        rf"(?:(?:projektets|overordnet) )?(?:formål(?:et)?|formål og baggrund|baggrund og formål){_PROJECT}",
    ),
    (
        Section.TARGET_GROUP,
        (
            rf"(?:uddybning af |beskrivelse af |(?:den )?primære? |projektets |tilbuddets )?"
            rf"målgrupp(?:en?|er|erne)(?:beskrivelse|ns behov)?{_PROJECT}|målgruppebeskrivelse|borgerne|"
            r"hvem er pladserne til"
        ),
    ),
    (
        Section.PLACES,
        (
            r"(?:antal |nye )?(?:pladser(?:ne)?|pladstal|kapacitet(?:en)?|normering|takst(?:er)?(?:ne)?)"
            r"(?: og (?:takst(?:er)?|kapacitet|pladser|målgruppe))?|kapacitetsudvidelse(?:n)?"
        ),
    ),
    (
        Section.ECONOMY,
        (
            rf"(?:projektets |samlet |den samlede |forventet |anlægs)?(?:økonomi(?:en)?|budget(?:tet)?|"
            r"finansiering(?:en)?|"
            rf"anlægsøkonomi|anlægsbudget|anlægsudgift(?:er|en)?|anlægssum(?:men)?)"
            rf"(?: og (?:finansiering|økonomi|budget|lån))?{_PROJECT}|økonomiske? (?:konsekvenser|forhold|overslag)"
        ),
    ),
    (
        Section.SCHEDULE,
        (
            r"(?:projektets |foreløbig |forventet |overordnet )?"
            r"(?:tidsplan(?:en)?|milepæle|tidsperspektiv|tidshorisont)"
            rf"(?: og (?:milepæle|proces|tidsplan))?{_PROJECT}|proces og tidsplan|hvornår"
        ),
    ),
    (
        Section.COORDINATION,
        (
            r"(?:fælleskommunal|tværkommunal|mellemkommunal|regional)t? "
            r"(?:koordinering|koordination|samarbejde|element)|"
            r"koordiner(?:ing|ation)(?: med (?:andre|øvrige) kommuner| i kkr)?|samarbejde med (?:andre|"
            r"øvrige) kommuner|kkr"
        ),
    ),
    (
        Section.DESCRIPTION,
        (
            r"kort om projektet|(?:kort )?beskrivelse(?: af projektet)?|(?:kort )?projektbeskrivelse|om projektet|"
            r"projektets indhold|resum[eé]"
        ),
    ),
    (Section.COMMON, r"fælles for projekterne"),
    (Section.BUDGET, r"fordeling af udgifter(?:ne)?"),
    (Section.CONTACTS, r"kontakt(?:oplysninger|person(?:er)?)?"),
)
_PATTERNS = tuple((section, re.compile(pattern)) for section, pattern in _HEADINGS)
_GENERIC = re.compile(
    r"notat|bilag(?: ?[0-9a-z]{1,3})?|bilagsliste|projekt(?:er|erne)|projektskema(?:er)?|udkast|"
    r"indhold(?:sfortegnelse)?|"
    r"kommune ?notat|oversigt|ansøgning(?: om lånedispensation(?: .{1,80})?)?|de (?:to|tre|fire|fem) projekter"
)


def _bare(text: str) -> str:
    words = tidy(text).replace("*", "").strip(" .:-–")
    return _NUMBER.sub("", words, count=1) if _NUMBER.match(words) else words


def section_of(text: str, round_: Round) -> Section | None:
    """Returns what stands below a heading, or None when it is no known one."""
    if len(text) > 400:
        return None
    bare, words = _bare(text), plain_words(text)
    overall = round_.field("description")
    if overall is not None and words in {plain_words(each) for each in _with_bare(overall.label, overall.wording)}:
        return Section.OVERALL
    if words == plain_words(round_.contacts_heading):
        return Section.CONTACTS
    if words in (plain_words(round_.title), plain_words(round_.table_heading)):
        return Section.FORM
    return next((section for section, pattern in _PATTERNS if pattern.fullmatch(bare)), None)


def is_generic(text: str) -> bool:
    """Whether a heading tells nothing by itself: `Notat`, `Bilag 1.`, `Projekterne`."""
    return _GENERIC.fullmatch(_bare(text)) is not None


def _with_bare(*texts: str) -> tuple[str, ...]:
    """Returns the texts, and each without the hint in parentheses that ends it."""
    return (*(text for text in texts if text), *(re.sub(r" \([^()]*\)[.:]?\Z", "", text) for text in texts if text))
