"""`check`: the report for people, and the exit code."""

from pathlib import Path

import pytest

from tests.cli.conftest import EXAMPLES, Run, Values, change


def test_the_report_shows_the_three_counts_beside_each_other(run: Run, aalborg: Path) -> None:
    out = run("check", aalborg).out
    line = next(line for line in out.splitlines() if "Projekt 1: Beskrivelse" in line)
    assert line.split()[-6:] == ["1.000", "999", "1.001", "1.003", "for", "lang"]


def test_the_report_shows_totals_criteria_arithmetic_and_findings(run: Run, thisted: Path) -> None:
    out = run("check", "--today", "2024-05-03", thisted).out
    for words in (
        "Thisted Kommune",
        "Kontrolkode  ",
        "Nye pladser              0     8",
        "4. Kræver vurdering     Hele projektet koster 120,9 mio. kr.",
        "31.900 × 8/50 = 5.104 → 5.100",
        "Låneberettiget i alt       19.700 (19,7 mio. kr.)",
        "Problemer, der skal løses, før kladden kan godkendes (5)",
        "Vær opmærksom på (2)",
        "Godt at vide (3)",
        "Der er problemer. Kladden kan ikke godkendes endnu: 5 problemer skal løses.",
    ):
        assert words in out


def test_a_rounding_above_the_cost_shows_the_loan_that_is_proposed_instead(run: Run, thisted: Path) -> None:
    def rounded_up(values: Values) -> None:
        values["projects"][0]["cost_plan"]["basis"] = {"unit": "places", "eligible": 7, "total": 50}

    assert "Foreslået lån" not in run("check", thisted).out
    change(thisted, rounded_up)
    assert "  Foreslået lån              19.066\n" in run("check", thisted).out


def test_no_line_of_the_report_is_wider_than_110_characters(run: Run, aalborg: Path, thisted: Path) -> None:
    lines = run("check", aalborg, thisted).out.splitlines()
    assert max(len(line) for line in lines if not line.startswith("/")) <= 110


def test_a_draft_that_nothing_blocks_gives_0(run: Run, approvable: Path) -> None:
    ran = run("check", approvable)
    assert ran.code == 0
    assert ran.out.rstrip().endswith("Kladden kan godkendes.")
    assert ran.err == ""


def test_an_error_gives_1(run: Run, aalborg: Path) -> None:
    assert run("check", aalborg).code == 1


def test_a_criterion_that_is_not_met_gives_1_though_the_draft_can_be_approved(run: Run, approvable: Path) -> None:
    change(approvable, too_late)
    ran = run("check", approvable)
    assert ran.code == 1
    said = " ".join(ran.out.split())
    assert (
        "Alt er udfyldt, men 1 kriterium er ikke opfyldt, og der er 7 ting at være opmærksom på. Kladden kan godkendes."
        in said
    )
    assert said.endswith("Det er ministeriet, der afgør kriterierne.")


@pytest.mark.parametrize(
    ("length", "judgement"), [(997, ""), (998, "   måske for lang"), (1000, "   måske for lang"), (1001, "   for lang")]
)
def test_a_text_at_its_limit_is_told(run: Run, approvable: Path, length: int, judgement: str) -> None:
    def with_three_breaks(values: Values) -> None:
        values["projects"][0]["description"] = "x\n" * 3 + "y" * (length - 6)

    change(approvable, with_three_breaks)
    line = next(line for line in run("check", approvable).out.splitlines() if "Projekt 1: Beskrivelse" in line)
    assert line.endswith(f"{length + 3:,}".replace(",", ".") + judgement)


def test_one_blocked_draft_among_good_ones_gives_1(run: Run, approvable: Path, thisted: Path) -> None:
    assert run("check", approvable, thisted, approvable).code == 1


def test_an_unreadable_file_gives_2_and_the_others_are_reported(run: Run, approvable: Path, tmp_path: Path) -> None:
    ran = run("check", tmp_path / "mangler.botilbud", approvable)
    assert ran.code == 2
    assert "Kladden kan godkendes." in ran.out
    (line,) = ran.err.splitlines()
    assert line == "Filen »mangler.botilbud« kan ikke åbnes: Den findes ikke, eller drevet er ikke forbundet."


def test_a_folder_is_refused(run: Run, tmp_path: Path) -> None:
    ran = run("check", tmp_path)
    assert (ran.code, "Det er en mappe" in ran.sentence) == (2, True)


def test_two_hundred_cut_off_files_are_each_refused_in_one_sentence_and_untouched(run: Run, tmp_path: Path) -> None:
    whole = (EXAMPLES / "aalborg.botilbud").read_bytes()
    damaged = {tmp_path / f"{number:03}.botilbud": whole[: (len(whole) - 3) * number // 200] for number in range(200)}
    for path, content in damaged.items():
        path.write_bytes(content)
    ran = run("check", *damaged)
    lines = ran.err.splitlines()
    assert (ran.code, ran.out) == (2, "")
    assert len(lines) == 200
    for line, (path, content) in zip(lines, damaged.items(), strict=True):
        assert line.startswith(f"Filen »{path.name}« kan ikke åbnes: ")
        assert line.endswith(".")
        assert path.read_bytes() == content
    assert len(list(tmp_path.iterdir())) == 200


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xef\xbb\xbf{}",
        b"\xff\xfe{\x00}\x00",
        b"%PDF-1.7\n\x00\x01",
        b"[]",
        b'{"format": "botilbud-application", "format_version": 2}',
        b'{"format": "botilbud-application", "format_version": 1, "format_version": 1}',
        b'{"format": "botilbud-application", "format_version": 1, "id": NaN}',
        b"[" * 100_000,
    ],
)
def test_a_foreign_file_is_refused_in_one_sentence(run: Run, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "fremmed.botilbud"
    path.write_bytes(content)
    ran = run("check", path)
    assert ran.code == 2
    assert ran.sentence.startswith("Filen »fremmed.botilbud« kan ikke åbnes: ")
    assert path.read_bytes() == content


@pytest.mark.parametrize("day", ["i morgen", "2024-5-3", "20240503", "2024-02-30", "03-05-2024", "٢٠٢٤-05-03"])
def test_a_wrong_day_is_refused(run: Run, aalborg: Path, day: str) -> None:
    ran = run("check", aalborg, "--today", day)
    assert (ran.code, ran.sentence) == (2, f"»{day}« er ikke en dato: Skriv den som ÅÅÅÅ-MM-DD.")


def test_a_users_text_cannot_steer_the_terminal(run: Run, aalborg: Path) -> None:
    def hostile(values: Values) -> None:
        values["projects"][0]["name"] = "\x1b]0;overtaget\x07\u202e19 pladser\nFalsk linje"

    change(aalborg, hostile)
    out = run("check", aalborg).out
    assert not {"\x1b", "\x07", "\u202e"} & set(out)
    assert "\nFalsk linje" not in out


def test_checking_changes_nothing(run: Run, aalborg: Path) -> None:
    before = aalborg.read_bytes(), aalborg.stat().st_mtime_ns
    run("check", aalborg)
    run("check", "--json", aalborg)
    assert (aalborg.read_bytes(), aalborg.stat().st_mtime_ns) == before
    assert [path.name for path in aalborg.parent.iterdir()] == ["aalborg.botilbud"]


def too_late(values: Values) -> None:
    """Finished after the round's last date."""
    values["projects"][0]["completion_date"] = "2027-01-01"
