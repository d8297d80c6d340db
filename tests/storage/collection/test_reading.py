"""Reading the drafts of a collection."""

from datetime import date
from pathlib import Path

from botilbud_desktop.domain.attachments.attachment import AttachmentKind, AttachmentState
from botilbud_desktop.rules.collection.collecting import collect
from botilbud_desktop.storage.attachments.changing import Wanted, attach
from botilbud_desktop.storage.collection.reading import Named, look_for, read_all, sources_of
from botilbud_desktop.storage.draft.draft_file import read_draft
from botilbud_desktop.storage.files.atomic_write import Replacing
from botilbud_desktop.storage.paths import resources_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary

EXAMPLE = (resources_folder() / "examples" / "aalborg.botilbud").read_bytes()


def test_each_file_is_read_once_though_it_is_also_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.botilbud").write_bytes(EXAMPLE)
    looked = look_for([Named(tmp_path / "a.botilbud", "sti/a.botilbud"), Named(tmp_path, "mappe")])
    assert [named.name for named in looked.drafts] == ["sti/a.botilbud"]


def test_files_of_the_same_name_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    for name in ("nord/2025/a", "syd/2025/a", "syd/b"):
        path = tmp_path / f"{name}.botilbud"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(EXAMPLE)
    looked = look_for([Named(tmp_path / "nord" / "2025", "2025"), Named(tmp_path / "syd", "syd")])
    assert [named.name for named in looked.drafts] == ["a.botilbud", "b.botilbud", "2025/a.botilbud"]
    looked = look_for([Named(tmp_path / side / "2025", "2025") for side in ("nord", "syd")])
    assert [named.name for named in looked.drafts] == ["nord/2025/a.botilbud", "syd/2025/a.botilbud"]


def test_a_folder_that_is_not_read_is_told_as_a_folder(tmp_path: Path) -> None:
    (tmp_path / "1/2/3/4/5/6/7").mkdir(parents=True)
    (left_out,) = look_for([Named(tmp_path, "mappe")]).left_out
    assert left_out.why == (
        "Mappen »1/2/3/4/5/6/7« er ikke læst: Programmet ser kun 6 mapper ned. Det vides ikke, om der er kladder i den."
    )
    assert left_out.is_folder


def test_a_file_that_cannot_be_read_stops_nobody(tmp_path: Path, library: FormLibrary) -> None:
    for name, content in (("a", b"{"), ("b", EXAMPLE), ("c", b"")):
        (tmp_path / f"{name}.botilbud").write_bytes(content)
    sources, left_out = sources_of(read_all(look_for([Named(tmp_path, "mappe")]).drafts, library))
    assert [source.file for source in sources] == ["b.botilbud"]
    assert [each.file for each in left_out] == ["a.botilbud", "c.botilbud"]
    assert all(each.why for each in left_out)


def test_two_names_of_one_file_are_told_as_the_same_file_and_a_copy_as_a_copy(
    tmp_path: Path, library: FormLibrary
) -> None:
    (tmp_path / "a.botilbud").write_bytes(EXAMPLE)
    (tmp_path / "b.botilbud").hardlink_to(tmp_path / "a.botilbud")
    (tmp_path / "c.botilbud").write_bytes(EXAMPLE)
    sources, _ = sources_of(read_all(look_for([Named(tmp_path, "mappe")]).drafts, library))
    assert [each.why for each in collect(sources, (), date(2024, 5, 3)).left_out] == [
        "»b.botilbud« og »a.botilbud« er to navne for den samme fil.",
        "»c.botilbud« er den samme ansøgning som »a.botilbud«, uden forskelle.",
    ]
    unknown = [source._replace(number=None) for source in sources]
    assert "uden forskelle" in collect(unknown, (), date(2024, 5, 3)).left_out[0].why


def test_what_is_read_is_not_changed(tmp_path: Path, library: FormLibrary) -> None:
    path = tmp_path / "a.botilbud"
    path.write_bytes(EXAMPLE)
    before = path.stat()
    assert len(list(read_all([Named(path, "a")], library))) == 1
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (EXAMPLE, before.st_mtime_ns)
    assert [found.name for found in tmp_path.iterdir()] == ["a.botilbud"]


def test_what_is_attached_to_a_draft_is_read_with_it(tmp_path: Path, library: FormLibrary) -> None:
    path, minutes = tmp_path / "a.botilbud", tmp_path / "referat.pdf"
    path.write_bytes(EXAMPLE)
    minutes.write_bytes(b"%PDF-1.7\n%%EOF\n")
    draft_id = read_draft(path, library).application.id
    attach(path, draft_id, Wanted(minutes, None, AttachmentKind.MINUTES), Replacing("x"))
    (source,), _ = sources_of(read_all([Named(path, "a")], library))
    assert [(each.file_name, each.state) for each in source.attachments.attachments] == [
        ("referat.pdf", AttachmentState.ATTACHED)
    ]
    (tmp_path / "a bilag" / "bilag.json").write_bytes(b"{")
    (source,), _ = sources_of(read_all([Named(path, "a")], library))
    assert source.attachments.problem.startswith("Listen »bilag.json« i mappen »a bilag« kan ikke læses: ")
