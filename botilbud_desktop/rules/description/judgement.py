"""Puts together what the sentences tell of one content: covered, not covered or uncertain, and why."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from botilbud_desktop.domain.round_parts import ContentMeaning, RequiredContent
from botilbud_desktop.rules.description.contents import expansion, loan_by_year
from botilbud_desktop.rules.description.contents.evidence import IT, Evidence, Reason, Strength
from botilbud_desktop.rules.description.contents.loans import Loans, complete_by_table
from botilbud_desktop.rules.description.language.withdrawals import EVERYTHING
from botilbud_desktop.rules.description.pieces import Piece
from botilbud_desktop.rules.description.projects import Projects
from botilbud_desktop.rules.description.wording import Wording
from botilbud_desktop.rules.text_results import Coverage, JudgedContent

_MOST_SPANS = 6


class Judgement:
    """Puts together what the sentences tell of one content."""

    def __init__(
        self,
        content: RequiredContent,
        meaning: ContentMeaning,
        pieces: Sequence[Piece],
        projects: Projects,
        wording: Wording,
        text: str,
    ) -> None:
        self._content = content
        self._meaning = meaning
        self._projects = projects
        self._wording = wording
        self._text = text
        told = [(piece, piece.told.evidence[meaning]) for piece in pieces if meaning in piece.told.evidence]
        self._proofs = [(piece, one) for piece, one in told if one.strength is Strength.PROOF]
        self._hints = [(piece, one) for piece, one in told if one.strength is Strength.HINT]
        self._taken_back = [(piece, one) for piece, one in told if one.strength is Strength.TAKEN_BACK]
        ends = [piece for piece in pieces if piece.told.withdrawn & {EVERYTHING, content.number}]
        self._withdrawal = ends[-1] if ends and not self._is_said_after(ends[-1]) else None
        following = {id(one): other for one, other in pairwise(pieces)}
        self._later = [
            following[id(piece)]
            for piece, _ in self._proofs
            if id(piece) in following
            and meaning in following[id(piece)].told.takes_back_before
            and following[id(piece)].part.paragraph - piece.part.paragraph <= 1
        ]

    def result(self, years: tuple[int, ...], loans: Sequence[Loans]) -> JudgedContent:
        """Returns the content as judged."""
        needs = self._needs(years)
        given = {index: frozenset[str]() for index in self._projects.all}
        for piece, one in self._proofs:
            for index in self._proven(piece, one):
                given[index] |= one.gives
        if self._meaning is ContentMeaning.LOAN_BY_YEAR:
            given = {index: complete_by_table(of, index, years, loans) for index, of in given.items()}
        lacking = [index for index, of in given.items() if not needs <= of]
        spoiling = [(piece, one) for piece, one in self._taken_back if one.spoils]
        if self._withdrawal is not None and any(given.values()):
            pieces = [*(piece for piece, _ in self._proofs), self._withdrawal]
            return self._judged(Coverage.UNCERTAIN, self._said(Reason.WITHDRAWN, self._withdrawal), pieces)
        if not lacking and not spoiling and not self._later:
            return self._judged(Coverage.COVERED, "", [piece for piece, _ in self._proofs])
        if not lacking:
            piece = self._later[0] if self._later else spoiling[0][0]
            reason = Reason.POSTPONED if self._later else spoiling[0][1].reason
            pieces = [piece for piece, _ in self._proofs] + [piece for piece, _ in spoiling] + self._later
            return self._judged(Coverage.UNCERTAIN, self._said(reason, piece), pieces)
        if any(given.values()):
            return self._partly(given, lacking, needs)
        return self._without_proof()

    def _is_said_after(self, withdrawal: Piece) -> bool:
        return any(piece.part.span.start > withdrawal.part.span.start for piece, _ in self._proofs)

    def _partly(
        self, given: Mapping[int, frozenset[str]], lacking: Sequence[int], needs: frozenset[str]
    ) -> JudgedContent:
        pieces = [piece for piece, _ in self._proofs]
        whole = len(given) - len(lacking)
        others = [*self._taken_back, *self._hints]
        if whole:
            names = [self._projects.names[index] for index in lacking]
            reason = self._wording.not_of_project(self._meaning, names, lacking)
        elif self._taken_back and self._taken_back[0][1].reason is not Reason.PASTED:
            reason = self._said(self._taken_back[0][1].reason, self._taken_back[0][0])
        else:
            missing = needs - frozenset().union(*given.values())
            reason = self._wording.part_missing(self._meaning, missing, self._quote(pieces[0]))
        is_weak = (
            self._meaning is ContentMeaning.EXPANSION
            and not whole
            and not self._hints
            and not any(expansion.PLACES_GIVEN in of for of in given.values())
        )
        coverage = Coverage.NOT_COVERED if is_weak else Coverage.UNCERTAIN
        return self._judged(coverage, reason, pieces + [piece for piece, _ in others])

    def _without_proof(self) -> JudgedContent:
        if self._proofs:  # they are of one project, and do not tell which
            reason = self._wording.of_which_project(self._quote(self._proofs[0][0]))
            return self._judged(Coverage.UNCERTAIN, reason, [piece for piece, _ in self._proofs])
        if self._taken_back:
            piece, one = min(self._taken_back, key=lambda each: each[1].reason)
            coverage = Coverage.UNCERTAIN if self._hints or one.gives else Coverage.NOT_COVERED
            pieces = [piece for piece, _ in [*self._taken_back, *self._hints]]
            return self._judged(coverage, self._said(one.reason, piece), pieces)
        if self._hints:
            piece, one = min(self._hints, key=lambda each: each[1].reason)
            return self._judged(Coverage.UNCERTAIN, self._said(one.reason, piece), [piece for piece, _ in self._hints])
        return self._judged(Coverage.NOT_COVERED, self._wording.nothing(self._meaning), [])

    def _needs(self, years: tuple[int, ...]) -> frozenset[str]:
        if self._meaning is ContentMeaning.LOAN_BY_YEAR:
            return loan_by_year.needs(years)
        return expansion.NEEDS if self._meaning is ContentMeaning.EXPANSION else IT

    def _proven(self, piece: Piece, one: Evidence) -> frozenset[int]:
        """Returns the projects that a sentence proves it for: those named in the clause of its value, if any."""
        if self._projects.number < 2:
            return piece.projects
        named = frozenset[int]()
        for clause in piece.told.sentence.clauses:
            if any(clause.start <= at < clause.end for at in one.at):
                named |= self._projects.named(piece.part.words[clause.start : clause.end])
        return named or piece.projects

    def _said(self, reason: Reason, piece: Piece) -> str:
        return self._wording.said(self._meaning, reason, self._quote(piece))

    def _quote(self, piece: Piece) -> str:
        return self._text[piece.part.span.start : piece.part.span.end]

    def _judged(self, coverage: Coverage, reason: str, pieces: Sequence[Piece]) -> JudgedContent:
        spans = sorted({piece.part.span for piece in pieces})[:_MOST_SPANS]
        return JudgedContent(self._content.number, coverage, reason, tuple(spans))
