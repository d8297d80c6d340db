"""Words that are said of the municipality that applies, wherever they stand: `Ansøgning fra Lolland Kommune`."""

import re

from botilbud_desktop.domain.facts.municipalities import Named
from botilbud_desktop.rules.contradictions.names import ProjectNames

_PAPER = (
    r"(?:(?:låne|samlet |samlede )?ansøgning(?:en)?|(?:projekt|program)?beskrivelse(?:n)?|projektforslag(?:et)?|"
    r"notat(?:et)?|udkast(?:et)?(?: til (?:låne)?ansøgning(?:en)?)?)"
)
_OF_PAPER = re.compile(
    rf"(?<!\w)(?:(?P<first>{_PAPER}(?: (?:om|til) (?:lån\w*|puljen))?)|(?:denne|nærværende|vedlagte) {_PAPER}|"
    r"(?P<known>ansøgningen|låneansøgningen|projektbeskrivelsen)(?: om lån\w*)?),? (?:kommer |er )?(?:fra|af) \Z",
    re.IGNORECASE,
)
"""`Ansøgning fra`; without the article only in the head of a text, since others may have applied for something."""
_OFFICE = r"(?: [\wæøåÆØÅ-]+,?){0,7}?"
_DONE = (
    r"(?<!\w)(?:udarbejdet|udarbejdes|indsend(?:es|t)|indgives|indgivet|indleveres|sendes|fremsend(?:es|t)|"
    r"skrevet|udformet|besluttet|vedtaget|godkendt|tiltrådt|"
    r"opføres|bygges|"
    r"etableres|drives|optages|forfattet|udfærdiget|opført|etableret|ejes(?: og drives)?|ledes)(?: \w+)? af"
    rf"(?P<office>{_OFFICE})(?: i|,| for)? \Z"
)
_DONE_BY = re.compile(
    r"(?:(?<!\w)(?:(?:låne)?ansøgning(?:en)?|(?:projekt)?beskrivelse(?:n)?|projektforslaget|projektet|lånet|"
    r"låneadgangen|"
    rf"byggeriet|tilbuddet|botilbuddet|bostedet|det hele|teksten|forslaget|udkastet)(?!\w)[^.;:\n]{{0,60}}|"
    rf"\A\W*){_DONE}",
    re.IGNORECASE,
)
_NAMED_DONE_BY = re.compile(rf"(?<!\w)(?P<name>[A-ZÆØÅ][\wæøå]+)(?: [a-zæøå]+){{0,3}} {_DONE}")
"""What is done with the application, the loan or the house by the one that applies."""
_WITH_OTHERS = re.compile(
    r"(?<!\w)(?:samarbejde?|sammen|med|firma\w*|rådgiver\w*|arkitekt\w*|konsulent\w*|fond\w*|boligorganisation\w*|"
    r"boligselskab\w*|almen\w*|region\w*|også|tidligere|dengang|kkr|notatet om|analyse\w*|rapport\w*)(?!\w)",
    re.IGNORECASE,
)
_IS = re.compile(
    r"(?<!\w)(?:ansøger(?:kommune(?:n)?)?|ansøgende kommune|låntager|bygherre(?:n)?|driftsherre|afsender)"
    r"(?: og (?:ejer|bygherre|driftsherre|ansøger|låntager))? (?:er|bliver|vil være) \Z",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?<!\w)(?:ansøgningen|låneansøgningen|projektet|beskrivelsen|lånet) (?:vedrører|gælder|omfatter|"
    r"handler om|angår) "
    r"[^.;:\n]{0,70}(?:botilbud|bosted|plads|bofællesskab|tilbud|udvid|byggeri)\w*(?: [\wæøå]+){0,6} i \Z",
    re.IGNORECASE,
)
_BOARD = re.compile(
    r"(?<!\w)(?:kommunalbestyrelsen|byrådet|borgerrepræsentationen|økonomiudvalget|[a-zæøå-]*udvalget|direktionen|"
    r"[a-zæøå-]*forvaltningen|[a-zæøå-]*afdelingen) i \Z|(?:kommunalbestyrelsen|"
    r"byrådet) i [\wæøåÆØÅ-]+(?: kommune)?\Z",
    re.IGNORECASE,
)
_DECIDES = re.compile(
    r"\A (?:[^.;:\n]|(?<=[0-9])\.){0,60}?(?<!\w)(?:godkendt (?:ansøgningen|projektet|byggeriet)|"
    r"besluttet at (?:bygge|opføre|etablere|søge|"
    r"ansøge|udvide|indrette)|vurderer|forventer|prioriterer|ansøger|søger(?= om| lån| hermed))(?!\w)"
)
_JUDGES = re.compile(r"\A (?:vurdering|ønske|hensigt|plan|mål|håb|målsætning|forventning|opfattelse)(?:,| at)(?= )")
_FIRST_OF = re.compile(
    r"\A (?:første|nye|nyeste|eneste|største|kommende) (?:kommunale )?(?:botilbud|bosted|tilbud|bofællesskab|"
    r"projekt)(?!\w)"
)
_HOME = re.compile(r"\A (?:botilbud|bosted|tilbud|bofællesskab)(?!\w)")
_ITS_MONEY = re.compile(r"\A (?:udgift|lån|økonomi|egenfinansiering|investering|projekt)[a-zæøå]* (?:til|i|på|om) ")
_PLANS = re.compile(
    r"\A (?:har besluttet at|vil|ønsker at|planlægger at) (?:etablere|bygge|opføre|oprette|udvide|indrette) "
)
_OWN_PEOPLE = re.compile(r"\A egne borgere(?!\w)")
_FOR_OWN = re.compile(
    r"(?<!\w)(?:pladser(?:ne)?|[0-9]+|resten|øvrige)(?!\w)[^.;:\n]{0,50} (?:af|til|for) \Z", re.IGNORECASE
)
_OFFICE_WRITES = re.compile(
    r"\A [A-ZÆØÅ\w][^.;:\n]{2,60} (?:har (?:udarbejdet|skrevet)|indsender|fremsender|ansøger|søger|står bag)"
    r" (?:denne |hermed |nærværende |ansøgningen|om lån)"
)
_ASKS_FOR_LOAN = re.compile(
    r"\A (?:hermed |nu |derfor )?(?:søger|ansøger|anmoder)(?: hermed| nu| derfor| således)?(?: om)? (?:lån|"
    r"en låne|[0-9]+,?[0-9]* mio|i alt [0-9])"
)
_SIGNS = re.compile(
    r"(?:\A|\n)[ \t]*[\wæøåÆØÅ-]*(?:chef|direktør|leder|konsulent|borgmester|afdeling|forvaltning|"
    r"udvalg)[\wæøå]*(?: i|,) \Z",
    re.IGNORECASE,
)
_ANOTHERS = re.compile(
    r"[^.\n]{0,70}(?<!\w)(?:afslag|sidste runde|(?:om )?at (?:bruge|købe|få|leje)|deres|samme slags|er modtaget|"
    r"behandles|"
    r"vedlagt|samarbejd\w*|støtte\w*|også|tilsvarende|for kkr|for os)(?!\w)",
    re.IGNORECASE,
)
_WE_WRITE = re.compile(
    r"(?<!\w)vi (?:skriver|søger|ansøger)[^.;:\n]{0,40} fra \Z|\A\W*(?:til [^.\n]{3,60}|brev|henvendelse) fra \Z",
    re.IGNORECASE,
)
_A_HOME = re.compile(
    r"(?<!\w)et (?:nyt |kommunalt |moderne )?(?:botilbud|bosted|bofællesskab|tilbud)(?: (?!som|"
    r"ligesom)[\wæøå-]+){0,4} i \Z"
)
_FOR_IT = re.compile(r"\A er (?:det (?:afgørende|vigtigt|centralt|en prioritet)|projektet|formålet)(?!\w)")
_SELLS = re.compile(
    r"\A (?:garanterer|stiller|forpligter sig|reserverer|"
    r"sælger)(?!\w)[^.;\n]{0,90} til (?:rådighed for )?(?:de )?andre kommuner"
)
_PLAN = re.compile(r"\A (?:[a-zæøå]*(?:anlægs|investerings|udbygnings|bolig|handicap)\w*|budget\w*|strategi\w*)(?!\w)")
_OF_PLAN = re.compile(r"(?:projektet|byggeriet|botilbuddet|tilbuddet) [^.;:\n]{0,40}(?:af|i) \Z", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[\wæøå]{2}[.!?]) ")
_BEGINS = re.compile(r"(?:\A|\n|[.!?:] )[ \t#*»\"-]*(?:Derfor |Nu )?\Z")
_HEAD = 120
_TAIL = 120
_REACH = 140
_NEAR = 60


def is_said_of_applicant(text: str, one: Named, names: ProjectNames, *, is_own_named: bool) -> bool:
    """Whether the words beside another municipality's name are said of the one that applies."""
    return _is_said(text, one, names, is_own_named=is_own_named) and not _ANOTHERS.match(text, one.end)


def _is_said(text: str, one: Named, names: ProjectNames, *, is_own_named: bool) -> bool:
    behind = text[one.end : one.end + _REACH]
    lead = text[max(0, one.start - _REACH) : one.start].rsplit("\n", 1)[-1]
    sentence = _SENTENCE.split(lead)[-1]
    if _of_paper(text, one, sentence) or (_IS.search(sentence) and ("nsøge" in sentence or not is_own_named)):
        return True
    if is_own_named:
        return False
    if not one.is_municipality:
        is_planned = _PLANS.match(behind) is not None and names.is_named_in(behind[:_NEAR].lower())
        return _BEGINS.search(lead) is not None and (is_planned or _ASKS_FOR_LOAN.match(behind) is not None)
    if one.is_genitive:
        return _of_its_own(lead, sentence, behind, names)
    if _ABOUT.search(sentence) or _is_done_by(sentence, names) or _WE_WRITE.search(sentence):
        return True
    if _A_HOME.search(sentence) and ("lån" in sentence or "nsøg" in sentence or names.is_named_in(sentence.lower())):
        return True
    if _BEGINS.search(lead) and _SELLS.match(behind):
        return True
    if sentence.endswith("For ") and _FOR_IT.match(behind):
        return True
    if _BOARD.search(f"{sentence}{text[one.start : one.end]}" if text[one.start].lower() in "kb" else sentence):
        return _DECIDES.match(behind) is not None
    if _is_at(sentence, behind, names):
        return True
    signs = one.start > len(text) - _TAIL and not behind.strip(" .\n")
    return signs and _SIGNS.search(text[max(0, one.start - _REACH) : one.start]) is not None


def _of_paper(text: str, one: Named, sentence: str) -> bool:
    found = _OF_PAPER.search(sentence)
    if found is None:
        return False
    return found["first"] is None or found["known"] is not None or not text[: one.start - len(found[0])].strip(" #*\n")


def _is_done_by(sentence: str, names: ProjectNames) -> bool:
    found = _DONE_BY.search(sentence)
    named = None if found else _NAMED_DONE_BY.search(sentence)
    done = found or named
    if done is None or _WITH_OTHERS.search(done["office"]) or _WITH_OTHERS.search(done[0][-_NEAR:]):
        return False
    return named is None or names.has_telling(named["name"].lower())


def _is_at(sentence: str, behind: str, names: ProjectNames) -> bool:
    """Whether a project that is named lies there: `Elmely i Skive Kommune bliver et botilbud`."""
    found = re.search(
        r"(?<!\w)(?P<name>[A-ZÆØÅ][\wæøå]+)(?: (?:ligger|bygges|opføres|etableres|placeres))? i \Z", sentence
    )
    if found is None or not names.has_telling(found["name"].lower()):
        return False
    return (
        re.match(r" (?:bliver|er et|er en|og|får|opføres|bygges|skal|etableres|giver|omfatter)(?!\w)|\Z|[.,\n]", behind)
        is not None
    )


def _of_its_own(lead: str, sentence: str, behind: str, names: ProjectNames) -> bool:
    if _OWN_PEOPLE.match(behind):
        return _FOR_OWN.search(sentence) is not None
    if re.search(r"(?:\A|\W)(?:[Dd]et|[Dd]ette) er \Z", sentence) and _JUDGES.match(behind):
        return True
    if _OF_PLAN.search(sentence) and _PLAN.match(behind):
        return True
    if sentence.endswith((" er ", " bliver ", " være ")) and (
        _FIRST_OF.match(behind) or (_HOME.match(behind) and names.is_named_in(sentence.lower()))
    ):
        return True
    if _BEGINS.search(lead) and _ITS_MONEY.match(behind) and names.is_named_in(behind[:_NEAR].lower()):
        return True
    return _BEGINS.search(lead) is not None and _OFFICE_WRITES.match(behind) is not None
