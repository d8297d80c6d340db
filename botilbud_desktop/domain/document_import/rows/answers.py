"""Reads the answer in a cell, and tells when it is none: a placeholder, a promise, or only about."""

import re
from typing import NamedTuple

from botilbud_desktop.domain.document_import.account.wording import IS_LATER
from botilbud_desktop.domain.document_import.structure.lines import plain
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.reading import Verdict, read_cell
from botilbud_desktop.domain.table_import.units import Unit, without_unit_behind
from botilbud_desktop.domain.text.typed_text import tidy

IS_EMPTY = "Feltet er ikke udfyldt."
IS_PLACEHOLDER = "Det er skabelonens egen tekst, ikke et svar."
IS_ELSEWHERE = "Der henvises til et andet sted."

_LONGEST = 300
_PLACEHOLDER = re.compile(
    r"indtast .{1,40}|(?:klik|tryk)\b.*\b(?:skrive|angive|vælge|tekst|dato)\b.*|vælg (?:et|en) (?:element|"
    r"dato)\.?|skriv (?:her|tekst).*|"
    r"[\[<{(].{0,60}[\])}>]|x{2,}|[x?]{1,8}(?:[.,-][x?]{1,8})*|\.{2,}|_+|…+|n/?a|tbd|dato|navn|beløb|antal|"
    r"d{1,2}[./-]m{1,2}[./-][åy]{2,4}|y{2,}|n{2,}"
)
_ELSEWHERE = re.compile(
    r"(?:der henvises til|(?:jf\.|se) (?:venligst )?(?:også )?(?:(?:vedlagte|vedhæftede) \w+|bilag|vedlagte|vedhæftede|"
    r"ovenfor|ovenstående|nedenfor|nedenstående|afsnit|notat(?:et)?|projektbeskrivelse(?:n)?))(?:[ ,].{0,60})?\.?"
)
_LATER = re.compile(
    r"\b(?:ikke (?:endnu )?(?:endeligt? )?(?:fastlagt|afklaret|kendt|besluttet|afgjort|fastsat|oplyst|opgjort)|"
    r"(?:oplyses|følger|eftersendes|"
    r"afklares|fastlægges|fastsættes|angives|beregnes|besluttes) (?:\w+ ){0,2}(?:senere|nærmere|efterfølgende)|"
    r"senere (?:oplyst|fastlagt)|afventer|afventes|uafklaret|ukendt|ved ikke|under (?:afklaring|udarbejdelse|"
    r"udredning af)|"
    r"endnu ikke|mangler|tbd|eftersendes|følger|kommer senere|kendes ikke|udestår)\b"
)
_HEDGE = re.compile(
    r"(?:ca\.?|cirka|circa|omkring|omtrent|op til|højst|maks(?:imalt|\.)?|max\.?|mindst|minimum|min\.|forventet|"
    r"forventes|forventeligt|"
    r"anslået|skønnet|estimeret|foreløbigt?|knap|godt|ultimo|medio|primo|inden udgangen af|senest|i løbet af|"
    r"pt\.?|p\.t\.|cirka|~|≈|"
    r"ved|udgangen af|planlagt(?: til)?|vurderes(?: til)?|i|om) ?"
)
_OF_DATES = frozenset({"ultimo", "medio", "primo", "i", "udgangen af"})


class Answer(NamedTuple):
    """What a cell answers."""

    value: object | None
    """As the model holds it; None without one."""
    is_sure: bool
    remark: str
    """What is doubtful, or why there is no value."""


def no_answer(text: str) -> str | None:
    """Returns why a text is no answer, or None when it may be one."""
    if len(text) > _LONGEST:
        return None
    words = tidy(text)
    if not words or words in {"-", "--", "ikke angivet"}:
        return IS_EMPTY
    if _PLACEHOLDER.fullmatch(words):
        return IS_PLACEHOLDER
    if _ELSEWHERE.fullmatch(words):
        return IS_ELSEWHERE
    if _LATER.search(words) and len(words) < 160:
        return IS_LATER
    return None


def is_placeholder(text: str) -> bool:
    """Whether a text is what a template has where an answer goes."""
    return len(text) <= _LONGEST and _PLACEHOLDER.fullmatch(tidy(text)) is not None


def is_postponed(text: str) -> bool:
    """Whether a sentence tells that something is not known yet."""
    return _LATER.search(tidy(text)) is not None


def answer_in(text: str, path: str, round_: Round, unit: Unit | None = None) -> Answer:
    """Reads an answer to the field at `path` of the form, such as `projects[].loan.2025`."""
    if (why := no_answer(text)) is not None:
        return Answer(None, is_sure=False, remark=why)
    bare, hedge = _without_hedges(plain(text), is_date=path.endswith("completion_date"))
    amount, own_unit = without_unit_behind(bare)
    if own_unit is not None and unit in (None, own_unit):
        bare, unit = amount, own_unit
    read = read_cell(bare, path, round_, unit=unit)
    if read.verdict is Verdict.NOT_UNDERSTOOD and (shorter := re.sub(r"\s*\([^()]*\)\Z", "", bare)) != bare:
        again = read_cell(shorter, path, round_, unit=unit)
        if again.verdict in (Verdict.UNDERSTOOD, Verdict.DOUBTFUL):
            behind = bare[len(shorter) :].strip()
            is_own = re.fullmatch(r"\((?:mindst )?[0-9.]+ af [0-9.]+ plads(?:er)?\)", behind) is not None
            doubt = "" if is_own else f"Der står også »{behind}«."
            return _hedged(
                Answer(again.value, again.verdict is Verdict.UNDERSTOOD and is_own, again.remark or doubt), hedge
            )
    if read.value is None:
        return Answer(None, is_sure=False, remark=read.remark or IS_EMPTY)
    return _hedged(Answer(read.value, read.verdict is Verdict.UNDERSTOOD, read.remark), hedge)


def _hedged(answer: Answer, hedge: str) -> Answer:
    if not hedge:
        return answer
    remark = f"Der står »{hedge}«, så det er ikke sikkert. {answer.remark}".strip()
    return answer._replace(is_sure=False, remark=remark)


def _without_hedges(text: str, *, is_date: bool) -> tuple[str, str]:
    """Returns a text without words such as `ca.` ahead and a question mark behind, and those words."""
    rest, hedges = text, []
    while (found := re.match(_HEDGE.pattern, rest, re.IGNORECASE)) and (
        is_date or found[0].strip().lower() not in _OF_DATES
    ):
        if is_date and found[0].strip().lower() in _OF_DATES:
            break
        if (
            found[0].strip()[-1:].isalpha()
            and rest[found.end() : found.end() + 1].isalpha()
            and not found[0].endswith(" ")
        ):
            break
        hedges.append(found[0].strip())
        rest = rest[found.end() :]
    if rest.endswith("?") and len(rest) > 1:
        hedges.append("?")
        rest = rest.rstrip("? ")
    return rest, " ".join(hedges)
