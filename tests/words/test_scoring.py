"""The scores are counted as they are told, on a sample small enough to count by hand."""

from tests.words.labelled import OPEN, labelled_texts
from tests.words.samples import labelled, said
from tests.words.scores import ContentScore, content_scores, contradiction_score, judged, total, words_of


def test_each_content_is_counted_by_itself() -> None:
    scores = content_scores([said(labelled("cccmme"), "cuncnc"), said(labelled("cmmmmm"), "ccuunn")])
    assert scores[1] == ContentScore(covered=2, missing=0, rightly_said=2, wrongly_said=0)
    assert scores[2] == ContentScore(covered=1, missing=1, rightly_said=0, wrongly_said=1)
    assert scores[4] == ContentScore(covered=0, missing=2, rightly_said=0, wrongly_said=1)
    assert scores[6].texts == 1, "a text of which two officials would disagree is not counted"


def test_ratios_are_of_what_is_said_what_is_there_and_what_is_missing() -> None:
    score = ContentScore(covered=8, missing=5, rightly_said=6, wrongly_said=2)
    assert (score.precision, score.recall, score.gaps_noticed) == (6 / 8, 6 / 8, 3 / 5)
    assert total([score, score]) == ContentScore(16, 10, 12, 4)


def test_a_ratio_of_nothing_is_none() -> None:
    nothing = ContentScore(0, 0, 0, 0)
    assert (nothing.precision, nothing.recall, nothing.gaps_noticed) == (None, None, None)
    assert contradiction_score([]).found is None


def test_a_doubtful_content_is_not_said_to_be_there() -> None:
    text = said(labelled("cmcmce"), "uucccc")
    assert text.wrong_contents == (1, 4)


def test_a_content_of_which_nothing_is_said_is_not_said_to_be_there() -> None:
    assert said(labelled("mmmmmc"), "").wrong_contents == (6,)


def test_a_contradiction_is_found_where_its_words_overlap_the_labelled_ones() -> None:
    text = said(labelled("cccccc", "9 pladser", "2027"), "cccccc", "9", "5 mio. kr.")
    assert [each.words for each in text.overlooked] == ["2027"]
    assert [words_of(each, text.labelled) for each in text.false_contradictions] == ["5 mio. kr."]
    score = contradiction_score([text, text])
    assert (score.labelled, score.overlooked, score.false, score.found) == (4, 2, 2, 0.5)


def test_words_beside_the_labelled_ones_do_not_find_them() -> None:
    text = said(labelled("cccccc", "9 "), "cccccc", "pladser")
    assert (len(text.overlooked), len(text.false_contradictions)) == (1, 1)


def test_a_contradiction_in_another_field_is_false() -> None:
    text = said(labelled("cccccc", "9 pladser"), "cccccc", "9 pladser", field="projects[0].name")
    assert (len(text.overlooked), len(text.false_contradictions)) == (1, 1)
    assert words_of(text.contradictions[0], text.labelled) == "(projects[0].name)"


def test_the_program_judges_every_open_text() -> None:
    for text in labelled_texts(OPEN):
        assert judged(text).coverages.keys() == text.labels.keys()
