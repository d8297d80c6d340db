"""Judges the required contents of a description: covered, not covered or uncertain, with the sentences and the reason.

A content is covered only where sentences prove it for each project. When in doubt it is uncertain, never covered.
"""

from collections.abc import Iterator, Sequence

from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.description.by_words import ByWords
from botilbud_desktop.rules.description.contents.loans import Loans
from botilbud_desktop.rules.description.judgement import Judgement
from botilbud_desktop.rules.description.pieces import PieceReader
from botilbud_desktop.rules.description.projects import Projects
from botilbud_desktop.rules.description.wording import Wording
from botilbud_desktop.rules.text_results import JudgedContent


class DescriptionJudge:
    """Judges the description of one round repeatedly, and reads only sentences anew that have changed."""

    def __init__(self, round_: Round) -> None:
        self._round = round_
        self._reader = PieceReader(round_)
        self._wording = Wording(round_)

    def judged(
        self, text: str, names: Sequence[str], loans: Sequence[Loans], applicant: str | None = None
    ) -> Iterator[JudgedContent]:
        """Yields each required content as judged.

        `names` and `loans` are those of the projects in the table, `applicant` is the code of the municipality.
        """
        projects = Projects(names or ("",))
        pieces = self._reader.pieces(text, projects, applicant)
        for content in self._round.required_contents:
            if content.meaning is None:
                one = ByWords(content, self._wording).judged(pieces)
            else:
                judgement = Judgement(content, content.meaning, pieces, projects, self._wording, text)
                one = judgement.result(self._round.years, loans)
            yield one
