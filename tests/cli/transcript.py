"""Commands and their output, as a terminal shows them."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from botilbud_desktop.__main__ import main
from tests.cli.conftest import EXAMPLES, Values, change, complete

KEPT = Path(__file__).with_name("transcript.txt")
COMMANDS = """
--help
check --today 2024-05-03 aalborg.botilbud
check --today 2024-05-03 thisted.botilbud
check --today=2024-05-03 complete.botilbud
check --today 2024-05-03 short.botilbud --
check --today 2024-05-03 unclear.botilbud complete.botilbud
check --today 2024-05-03 empty.botilbud gone.botilbud
check --json --today 2024-05-03 thisted.botilbud
check --json --today 2024-05-03 short.botilbud gone.botilbud
check --today 3.5.2024 aalborg.botilbud
check --today
check --today 2024-05-03 --today 2024-05-04 aalborg.botilbud
check --today --json aalborg.botilbud
check --yaml aalborg.botilbud
check --json=1 aalborg.botilbud
check
approve aalborg.botilbud --by Åse --at 2024-05-10T09:12:00+02:00
approve short.botilbud --by Åse --at 2024-05-10T09:12:00+02:00
approve complete.botilbud --by Åse --at 2024-05-10T09:12:00+02:00
approve complete.botilbud --by Ida --at 2024-05-11T09:12:00+02:00
approve complete.botilbud --by Ida --at i-går
approve complete.botilbud
approve complete.botilbud --by
approve complete.botilbud short.botilbud --by Ida
check --today 2024-05-11 complete.botilbud
export complete.botilbud --to txt -o skema.txt
export complete.botilbud --to docx -o skema.docx
export complete.botilbud --to xlsx -o skema.xlsx
export complete.botilbud --to pdf -o skema.pdf
export complete.botilbud -o skema.txt
export complete.botilbud --to txt
export --to txt -o skema.txt
print complete.botilbud --document letter -o brev.pdf
print complete.botilbud --document view
print complete.botilbud -o skema.pdf
print complete.botilbud --document view -o complete.botilbud
print complete.botilbud --document view -o UD.BOTILBUD
print complete.botilbud --document view -o thisted.botilbud
print complete.botilbud --document view -o nul.pdf
merge mine.botilbud theirs.botilbud --base complete.botilbud -o flettet.botilbud
merge complete.botilbud theirs.botilbud --base complete.botilbud
merge complete.botilbud mine.botilbud --base complete.botilbud -o flettet.botilbud
merge mine.botilbud other.botilbud --base complete.botilbud -o flettet.botilbud
merge --json mine.botilbud other.botilbud --base complete.botilbud
merge mine.botilbud theirs.botilbud -o flettet.botilbud
merge mine.botilbud mine.botilbud
merge mine.botilbud thisted.botilbud -o flettet.botilbud
merge mine.botilbud gone.botilbud
merge mine.botilbud theirs.botilbud -o theirs.botilbud
merge mine.botilbud
merge mine.botilbud theirs.botilbud complete.botilbud
merge mine.botilbud theirs.botilbud --base
new -o ny.botilbud
new -o ny.botilbud
new -o anden.botilbud --round LanBotilbud_1999
new -o anden.botilbud --municipality 999
new anden.botilbud -o anden.botilbud
new
overview .
overview --json aalborg.botilbud
overview mangler.botilbud
overview aalborg.botilbud thisted.botilbud -o punkt.docx --item 3.5 --title Lånepulje
overview aalborg.botilbud -o punkt.odt
overview aalborg.botilbud -o punkt.xlsx --item 3.5
overview aalborg.botilbud --title Lånepulje
overview aalborg.botilbud --agenda
overview
import tabel.tsv
import tabel.tsv --json
import tabel.tsv -o hentet.botilbud
import tabel.tsv -o hentet.botilbud
import tabel.tsv --into aalborg.botilbud -o mere.botilbud
import andre.tsv --into aalborg.botilbud -o andre.botilbud
import andre.tsv --into aalborg.botilbud -o aalborg.botilbud
import tabel.tsv --into aalborg.botilbud --round LanBotilbud_1999
import ord.tsv -o ord.botilbud
import gone.xlsx
import
self-test --fejl
self-test fil
rounds --check
rounds --preview skema.json
schema
chek aalborg.botilbud
--quit
aalborg.botilbud thisted.botilbud
"""


def transcript(folder: Path) -> str:
    """Runs the commands in `folder`, which must be the current folder, and returns the transcript."""
    for name, by in DRAFTS.items():
        path = folder / f"{name}.botilbud"
        path.write_bytes((EXAMPLES / f"{'thisted' if name == 'thisted' else 'aalborg'}.botilbud").read_bytes())
        if by is not None:
            change(path, by)
    for name, text in TABLES.items():
        (folder / f"{name}.tsv").write_text(text, encoding="utf-8", newline="\n")
    lines = [line for command in COMMANDS.strip().splitlines() for line in _ran(command)]
    skema = folder / "skema.txt"
    return "\n".join([*lines, "skema.txt:", skema.read_text(encoding="utf-8")])


def _ran(command: str) -> Iterator[str]:
    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(command.split())
    yield f"$ botilbud-desktop {command}"
    yield from out.getvalue().splitlines()
    yield from (f"! {line}" for line in err.getvalue().splitlines())
    yield f"= {code}"


def _short(values: Values) -> None:
    """Adapts the draft so that each criterion fails for one of its two projects and is met by the other."""
    complete(values)
    first, second = values["projects"]
    first["completion_date"] = "2027-10-01"
    first["share_for_others"] = "10"
    first["loan"]["2025"] = 900_000
    second["places"] = []
    second["gross_construction_cost"] = 1


def _unclear(values: Values) -> None:
    """Adapts the draft so that criteria cannot be judged and costs cannot be allocated yet."""
    complete(values)
    first, second = values["projects"]
    first["cost_plan"] = {"basis": {"unit": "places", "eligible": 9, "total": 8}, "lines": [], "round_to": 1}
    second["name"] = "  "
    second["completion_date"] = None
    second["share_for_others"] = None
    values["contacts"]["emails"] = ["ikke en adresse", "a@b.dk"]
    values["description"] += " \u200b→ ≤"


def _empty(values: Values) -> None:
    values["projects"] = []
    values["description"] = ""
    values["case_number"] = ""
    values["contacts"] = {"names": "", "phones": "", "emails": []}
    values["applicant"]["municipality_code"] = None


def _mine(values: Values) -> None:
    complete(values)
    first, second = values["projects"]
    first["places"][0]["count"] = 16
    second["name"] = "Mit navn til projektet"
    second["loan"]["2026"] = 20_800
    values["projects"].append({**second, "id": "00000000-0000-4000-8000-000000000009", "name": "Et projekt mere"})


def _theirs(values: Values) -> None:
    complete(values)
    values["projects"][1]["loan"]["2025"] = 100
    values["contacts"]["phones"] = "12 34 56 78"
    values["projects"].reverse()


def _other(values: Values) -> None:
    complete(values)
    values["contacts"]["phones"] = "12 34 56 78"
    values["projects"][1]["loan"]["2026"] = 20_900
    values["projects"][0]["places"][0]["count"] = 17
    del values["projects"][1]["cost_plan"]
    values["projects"][1]["name"] = "Deres navn"


DRAFTS: Mapping[str, Callable[[Values], None] | None] = {
    "aalborg": None,
    "thisted": None,
    "complete": complete,
    "short": _short,
    "unclear": _unclear,
    "empty": _empty,
    "mine": _mine,
    "theirs": _theirs,
    "other": _other,
}


TABLES = {
    "tabel": (
        "Projekt\tLån 2025\tPladser 2025\tLeder\nSolgården\t22.900\t15\tPer\nMånehuset\tafventer\t4\tIda\n"
        "I alt\t22.900\t19\t\n"
    ),
    "andre": "Projekt\tLån 2026 (1.000 kr.)\n9 fritliggende boliger til borgere med behov for afskærmning\t21.000\n",
    "ord": "æble\tpære\nhus\thave\n",
}
"""Tables to read in, as they are copied."""


def keep() -> None:
    """Write the reference file that the test compares with."""
    with TemporaryDirectory() as folder:
        os.chdir(folder)
        KEPT.write_text(transcript(Path(folder)), encoding="utf-8", newline="\n")
        os.chdir(KEPT.parent)


if __name__ == "__main__":
    keep()
