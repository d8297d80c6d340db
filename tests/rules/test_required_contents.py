"""The six required contents of the description: covered, not covered or uncertain, and why."""

import pytest

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.records import ContentVerdict
from botilbud_desktop.rules.assessment import assess
from botilbud_desktop.rules.text_results import Coverage, JudgedContent
from tests.rules.samples import ROUND, TODAY, application, findings

MINISTRY = "\n".join(f"{content.number}. {content.text}" for content in ROUND.required_contents)


def judged(description: str) -> dict[int, JudgedContent]:
    return of(application(description=description))


def of(subject: Application) -> dict[int, JudgedContent]:
    return {content.number: content for content in assess(subject, ROUND, TODAY).contents}


def quoted(description: str, number: int) -> list[str]:
    return [description[span.start : span.end] for span in judged(description)[number].spans]


def missing(subject: Application) -> list[int | None]:
    return [finding.detail for finding in findings(subject, "description.content_missing")]


def test_a_full_description_covers_all_and_lacks_nothing() -> None:
    assert {content.coverage for content in of(application()).values()} == {Coverage.COVERED}
    assert missing(application()) == []


def test_of_an_empty_description_nothing_is_judged() -> None:
    assert judged("  \n") == {}


def test_each_content_that_is_not_found_is_told_by_its_number() -> None:
    assert missing(application(description="Hej")) == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "Projektet udvider med 19 nye pladser til voksne med autisme."),
        (2, "Alle 19 pladser er til rådighed for andre kommuner."),
        (2, "Hver fjerde lejlighed stilles til rådighed for andre kommuner."),
        (2, "Andel andre kommuner: 50 %"),
        (3, "Taksten bliver lavere end i dag."),
        (4, "Vi søger om lån på 22,9 mio. kr. i 2025 og 0 kr. i 2026."),
        (4, "Hele lånet på 22,9 mio. kr. søges i 2025."),
        (5, "Pladserne tages i brug i 4. kvartal 2025."),
        (5, "De første beboere rykker ind den 1. november 2025."),
        (6, "Der er tale om nyetablering af pladser."),
        (6, "Bygningen renoveres, så pladserne kan bevares."),
    ],
)
def test_a_sentence_that_gives_what_is_asked_for_covers_it(number: int, text: str) -> None:
    assert judged(text)[number].coverage is Coverage.COVERED
    assert quoted(text, number) == [text]


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (2, "Andelen til andre kommuner er endnu ikke afklaret."),
        (2, "XX pct. af pladserne er til rådighed for andre kommuner."),
        (2, "Efterspørgslen fra andre kommuner er steget med 30 pct."),
        (3, "Priserne på byggematerialer er steget."),
        (3, "Spørgsmål vedr. takster: 99 88 77 66."),
        (4, "Lånet er på 22,9 mio. kr. og søges i 2025 og 2026."),
        (4, "Der søges om låneadgang i 2025 og 2026; beløbene oplyses senere."),
        (5, "Tidsplanen for ibrugtagning afventer byrådets beslutning."),
        (5, "Hvornår tages pladserne i brug?"),
        (5, "Bygningen er opført i 1974."),
    ],
)
def test_what_only_sounds_like_it_is_not_said_to_cover_it(number: int, text: str) -> None:
    content = judged(text)[number]
    assert content.coverage is not Coverage.COVERED
    assert content.reason.endswith(".")
    assert number in missing(application(description=text))


def test_the_ministrys_own_points_cover_nothing() -> None:
    assert {content.coverage for content in judged(MINISTRY).values()} & {Coverage.COVERED} == set()


def test_an_answer_after_its_label_covers_it() -> None:
    assert judged("Tidsplan: Ibrugtagning 1. kvartal 2026")[5].coverage is Coverage.COVERED


def test_what_is_postponed_is_quoted() -> None:
    text = "Andelen til andre kommuner oplyses senere."
    assert judged(text)[2].reason == f"Sætningen »{text}« lader andelen til andre kommuner vente."


def test_the_users_own_verdict_goes_before_the_programs() -> None:
    covered = replace(application(description="Hej"), judged_contents={"3": ContentVerdict.COVERED})
    assert missing(covered) == [1, 2, 4, 5, 6]
    assert of(covered)[3].coverage is Coverage.NOT_COVERED
    denied = replace(application(), judged_contents={"3": ContentVerdict.NOT_COVERED})
    [finding] = findings(denied, "description.content_missing")
    assert finding.message == "Punkt 3: Du har selv vurderet, at det ikke er dækket i den samlede beskrivelse."


def test_of_a_content_without_a_meaning_words_alone_are_uncertain() -> None:
    content = replace(ROUND.required_contents[0], meaning=None, recognised_by=(("202# i 1#",), ("plads",)))
    round_ = replace(ROUND, required_contents=(content,))

    def coverage(text: str) -> Coverage:
        return assess(application(description=text), round_, TODAY).contents[0].coverage

    assert coverage("Pladser: Åbner 2026 i 12 huse") is Coverage.UNCERTAIN
    assert coverage("Pladser: Åbner 2026 i 22 huse") is Coverage.NOT_COVERED


def test_a_long_hostile_text_is_judged_in_time_that_grows_with_its_length() -> None:
    assert len(judged("ikke " * 4_000)) == len(ROUND.required_contents)
