"""The Danish sentences that tell why a content is not covered, or uncertain."""

from collections.abc import Collection, Sequence

from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_parts import ContentMeaning
from botilbud_desktop.domain.values.amounts import for_number
from botilbud_desktop.rules.description.contents import expansion, loan_by_year
from botilbud_desktop.rules.description.contents.evidence import Reason
from botilbud_desktop.rules.wording import all_of, quoted

_NAMES = {
    ContentMeaning.EXPANSION: "udvidelsen og målgruppen",
    ContentMeaning.SHARE_FOR_OTHERS: "andelen til andre kommuner",
    ContentMeaning.PRICING: "prissætningen",
    ContentMeaning.LOAN_BY_YEAR: "lånet",
    ContentMeaning.TAKEN_INTO_USE: "tidsplanen for ibrugtagning",
    ContentMeaning.NEW_OR_RENOVATED: "nyetablering eller renovering",
}
_WITHOUT_VALUE = {
    ContentMeaning.EXPANSION: "men det er ikke sikkert, hvor mange nye pladser der er tale om",
    ContentMeaning.SHARE_FOR_OTHERS: "men ikke, hvor stor en del af pladserne det er",
    ContentMeaning.PRICING: "men ikke, hvordan projektet kan bidrage til en bedre prissætning",
    ContentMeaning.LOAN_BY_YEAR: "men ikke beløbet for hvert år",
    ContentMeaning.TAKEN_INTO_USE: "men ikke, hvornår pladserne tages i brug",
    ContentMeaning.NEW_OR_RENOVATED: "men det er ikke sikkert, om pladserne er nye eller renoverede",
}
_SENTENCES = {
    Reason.POSTPONED: "Sætningen {quote} lader {name} vente.",
    Reason.GAP: "Sætningen {quote} er ikke udfyldt.",
    Reason.QUESTION: "{quote} er et spørgsmål, og der er ikke fundet et svar.",
    Reason.DENIED: "Sætningen {quote} er benægtende, så den giver ikke {name}.",
    Reason.CONDITIONAL: "Sætningen {quote} sætter en betingelse for {name}.",
    Reason.OPEN: "Sætningen {quote} lægger sig ikke fast på {name}.",
    Reason.ELSEWHERE: "Sætningen {quote} henviser til et andet sted.",
    Reason.PASTED: "{quote} er ministeriets egne ord og ikke et svar.",
    Reason.WITHDRAWN: "Sætningen {quote} trækker {name} tilbage.",
    Reason.OTHER_SENSE: "Sætningen {quote} handler måske om noget andet end {name}.",
}


class Wording:
    """The sentences of one round."""

    def __init__(self, round_: Round) -> None:
        self._years = all_of([str(year) for year in round_.years])
        self._number_of_years = len(round_.years)

    def said(self, meaning: ContentMeaning, reason: Reason, words: str) -> str:
        """Returns what is wrong with a sentence."""
        if reason is Reason.NOT_DIVIDED:
            return f"Sætningen {quoted(words)} deler ikke lånet på {self._years}."
        if sentence := _SENTENCES.get(reason):
            return sentence.format(quote=quoted(words), name=_NAMES[meaning])
        return f"Sætningen {quoted(words)} nævner {_NAMES[meaning]}, {_WITHOUT_VALUE[meaning]}."

    def nothing(self, meaning: ContentMeaning) -> str:
        """Returns that nothing is found."""
        return f"Der er ikke fundet ord om {_NAMES[meaning]}."

    def part_missing(self, meaning: ContentMeaning, missing: Collection[str], words: str) -> str:
        """Returns which part of a content is not found."""
        if meaning is ContentMeaning.LOAN_BY_YEAR:
            years = sorted(part for part in missing if part != loan_by_year.SUM)
            if years and loan_by_year.SUM not in missing and len(years) < self._number_of_years:
                return f"Der er ikke fundet et lån i {all_of(years)}."
            return self.said(meaning, Reason.NOT_DIVIDED if years else Reason.NO_VALUE, words)
        if expansion.PLACES_GIVEN in missing:
            return "Målgruppen er fundet, men det er ikke sikkert, hvor mange nye pladser der er tale om."
        return "Antallet af nye pladser er fundet, men ikke målgruppen."

    def not_of_project(self, meaning: ContentMeaning, names: Sequence[str], indices: Sequence[int]) -> str:
        """Returns that a content is given for some projects, and not for others."""
        called = [
            quoted(name) if name.strip() else f"nr. {index + 1}" for name, index in zip(names, indices, strict=True)
        ]
        projects = for_number(len(called), "projektet", "projekterne")
        return f"Der står noget om {_NAMES[meaning]}, men ikke med sikkerhed om {projects} {all_of(called)}."

    def of_which_project(self, words: str) -> str:
        """Returns that a sentence does not tell which project it is about."""
        return f"Det er usikkert, hvilket projekt sætningen {quoted(words)} handler om."

    def no_words(self, title: str) -> str:
        """Returns that the words of a content without a meaning are not found."""
        return f"Der er ikke fundet ord om punktet {quoted(title)}."

    def only_words(self, title: str) -> str:
        """Returns that only words of a content are found."""
        return f"Der er fundet ord om punktet {quoted(title)}, men kun et menneske kan se, om det er oplyst."
