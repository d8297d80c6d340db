"""One random story of a draft: who changed, copied, synchronised and merged what; then a merge that is judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from botilbud_desktop.domain.merging.merge import Choice, Merge, merge, resolved
from botilbud_desktop.storage.draft.common_ancestor import common_ancestor
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from tests.faults.merging.combined import combined
from tests.faults.merging.computers import (
    Clock,
    Computer,
    OpenDraft,
    QuickComputer,
    Records,
    Side,
    edited_by_hand,
    names,
    version_1,
)
from tests.faults.merging.edits import Editor
from tests.faults.merging.known import Draft
from tests.faults.merging.oracle import Judge, asked


class Story:
    """A random story; everything follows from the seed."""

    def __init__(self, seed: str, folder: Path, library: FormLibrary, *, quick: bool = True) -> None:
        """With `quick` the files and versions are kept without locks and databases."""
        self._random = Random(seed)
        self._library = library
        self._editor = Editor(self._random)
        self._records = Records()
        self._files = folder / "files"
        self._files.mkdir()
        clock = Clock()
        kind = QuickComputer if quick else Computer
        self._computers = [kind(folder, name, library, self._records, clock) for name in ("a", "b")]
        self._names = names()
        self._paths: list[Path] = []
        self.tally: Counter[str] = Counter()
        self.faults: list[str] = []

    def play(self) -> None:
        """Play the story to its end."""
        self._begin()
        deeds: list[tuple[Callable[[], None], int]] = [
            (self._work, 8),
            (self._mail_copy, 4),
            (self._open_copy, 3),
            (self._save_copy, 2),
            (self._save_as, 2),
            (self._synchronise, 2),
            (self._merge_on_the_way, 2),
            (self._export_version, 1),
            (self._restore_version, 2),
            (self._crash, 3),
            (self._lose_versions, 1),
            (self._change_by_other_means, 1),
        ]
        for _ in range(self._random.randint(2, 9)):
            (deed,) = self._random.choices([deed for deed, _ in deeds], [weight for _, weight in deeds])
            deed()
        if len(self._paths) < 2:
            self._mail_copy()
        if self._random.random() < 0.15:
            self._computer.thin(self._random)
        self._judge_merge()

    # what people and computers do

    @property
    def _computer(self) -> Computer:
        return self._random.choice(self._computers)

    def _path(self) -> Path:
        return self._random.choice(self._paths)

    def _new_path(self) -> Path:
        path = self._files / next(self._names)
        self._paths.append(path)
        return path

    def _begin(self) -> None:
        draft, path = self._editor.old_draft(), self._new_path()
        self._write(path, version_1(draft), draft)
        if self._random.random() < 0.85:
            self._with_open(path, self._change_and_save)

    def _write(self, path: Path, content: bytes, draft: Draft) -> None:
        self._records.note(content, draft)
        path.write_bytes(content)

    def _with_open(self, path: Path, work: Callable[[OpenDraft], None], computer: Computer | None = None) -> None:
        open_ = (computer or self._computer).open(path)
        try:
            work(open_)
        finally:
            open_.close()

    def _change(self, open_: OpenDraft) -> None:
        draft = open_.draft
        for _ in range(self._random.randint(1, 3)):
            draft = self._editor.edited(draft)
        open_.change(draft)

    def _change_and_save(self, open_: OpenDraft) -> None:
        for _ in range(self._random.randint(1, 3)):
            self._change(open_)
            open_.save()

    def _work(self) -> None:
        self._with_open(self._path(), self._change_and_save)

    def _mail_copy(self) -> None:
        source = self._path()
        self._new_path().write_bytes(source.read_bytes())

    def _open_copy(self) -> None:
        """»Åbn en kopi«: changed before its first save, while the draft itself may be changed too."""

        def work(open_: OpenDraft) -> None:
            self._sometimes(self._change, open_)
            copy = open_.work_copy()
            self._sometimes(self._change, copy)
            copy.save_as(self._new_path())
            self._sometimes(self._change_and_save, copy)
            copy.close()
            self._sometimes(self._change_and_save, open_)

        self._with_open(self._path(), work)

    def _save_copy(self) -> None:
        """»Gem en kopi«, with or without changes that are not saved yet; they may be undone afterwards."""

        def work(open_: OpenDraft) -> None:
            before = open_.draft
            self._sometimes(self._change, open_)
            open_.save_copy(self._new_path())
            if self._random.random() < 0.3:
                open_.change(self._editor.set_back(open_.draft, before))
                open_.save()
            self._sometimes(self._change_and_save, open_)

        self._with_open(self._path(), work)

    def _save_as(self) -> None:
        def work(open_: OpenDraft) -> None:
            self._sometimes(self._change, open_)
            open_.save_as(self._new_path())
            self._sometimes(self._change_and_save, open_)

        self._with_open(self._path(), work)

    def _synchronise(self) -> None:
        """Two people change one file apart; the sync service puts the one beside the other, under either name."""
        path = self._path()
        conflicted = self._new_path()
        conflicted.write_bytes(path.read_bytes())
        for one, computer in zip((path, conflicted), self._computers, strict=True):
            self._with_open(one, self._change_and_save, computer)
        if self._random.random() < 0.5:
            mine, theirs = path.read_bytes(), conflicted.read_bytes()
            path.write_bytes(theirs)
            conflicted.write_bytes(mine)

    def _export_version(self) -> None:
        contents = self._computer.contents()
        if contents:
            self._new_path().write_bytes(self._random.choice(contents))

    def _restore_version(self) -> None:
        """Somebody restores an earlier version, of this line or another, and may undo it later."""

        def work(open_: OpenDraft) -> None:
            self._sometimes(self._change, open_)
            contents = computer.contents()
            if not contents:
                return
            version = computer.side_of(self._random.choice(contents))
            before = open_.draft
            open_.restore_version(version, self._editor.set_back(before, version.draft))
            self._sometimes(self._change_and_save, open_)
            if self._random.random() < 0.3:
                open_.undo_inclusion(self._editor.set_back(open_.draft, before))
            open_.save()

        computer = self._computer
        self._with_open(self._path(), work, computer)

    def _crash(self) -> None:
        """The program ends by force. What the journal holds is restored, also when the file was changed meanwhile."""
        path, computer = self._path(), self._computer
        open_ = computer.open(path)
        self._sometimes(self._change_and_save, open_)
        self._sometimes(self._change, open_)
        journal = open_.journal()
        self._sometimes(self._change, open_)  # what the journal has not got any more
        open_.close()
        if self._random.random() < 0.4:
            self._with_open(path, self._change_and_save)
        again = computer.open(path)
        is_own = again.is_continued_by(journal)
        if is_own or self._random.random() < 0.5:
            again.restore(journal)
        else:  # the file has other words by now: what was found is merged into them
            self._merge_into(again, computer, journal, path)
        self._sometimes(self._change, again)
        if is_own:
            again.save()
        else:
            again.save_as(self._new_path())
        again.close()

    def _lose_versions(self) -> None:
        computer = self._computer
        if self._random.random() < 0.8:
            computer.thin(self._random)
        else:
            computer.damage(self._random)

    def _change_by_other_means(self) -> None:
        """An old program, or an editor, changes the file."""
        path = self._path()
        content = path.read_bytes()
        draft = self._editor.edited(self._records.of(content))
        self._write(path, edited_by_hand(content, draft), draft)

    def _merge_on_the_way(self) -> None:
        """Somebody merges a copy into a draft, and decides what is asked."""
        path, other = self._path(), self._path()

        def work(open_: OpenDraft) -> None:
            self._sometimes(self._change, open_)
            self._merge_into(open_, computer, computer.read(other), path, other)
            open_.save()

        computer = self._computer
        self._with_open(path, work, computer)

    def _merge_into(self, open_: OpenDraft, computer: Computer, theirs: Side, *paths: Path) -> None:
        mine = open_.side
        base, _content = self._ancestor(computer, mine, theirs, *paths)
        found = merge(base and base.application, mine.application, theirs.application)
        choices = {number: self._random.choice((Choice.MINE, Choice.THEIRS)) for number in range(len(found.conflicts))}
        draft = combined(mine.draft, theirs.draft, resolved(found, choices), asked(found), self._editor)
        open_.merged_with(draft, theirs.lineage)

    def _sometimes(self, deed: Callable[[OpenDraft], None], open_: OpenDraft) -> None:
        if self._random.random() < 0.7:
            deed(open_)

    # the merge at the end

    def _ancestor(self, computer: Computer, mine: Side, theirs: Side, *paths: Path) -> tuple[Side | None, list[bytes]]:
        contents = [*dict.fromkeys((*computer.contents(), *(path.read_bytes() for path in paths)))]
        content = common_ancestor(mine.lineage, theirs.lineage, contents)
        if content is None:
            return None, contents
        base = self._records.opened(content, self._library)
        return Side(base.application, base.lineage, self._records.of(content)), contents

    def _judge_merge(self) -> None:
        path, other = self._random.sample(self._paths, 2)
        computer = self._computer
        open_ = computer.open(path)
        self._sometimes(self._change, open_)
        mine, theirs = open_.side, computer.read(other)
        base, contents = self._ancestor(computer, mine, theirs, path, other)
        again, _ = self._ancestor(computer, theirs, mine, other, path)
        open_.close()
        found = merge(base and base.application, mine.application, theirs.application)
        self.faults.extend(
            Judge(base and base.draft, mine.draft, theirs.draft, found, self._editor.half_typed).faults()
        )
        self.faults.extend(_symmetry(found, merge(again and again.application, theirs.application, mine.application)))
        for ancestor in (base and base.application, None):
            same = merge(ancestor, mine.application, mine.application)
            if same.conflicts or same.merged != mine.application:
                self.faults.append("merge(x, x) is not x: a copy merged with itself")
        self.tally["merges"] += 1
        self.tally["proven" if base is not None else "without an ancestor"] += 1
        self.tally["questions"] += len(found.conflicts)
        if base is None and any(_is_newest(self._records.of(one), mine.draft, theirs.draft) for one in contents):
            self.tally["at hand, not proven"] += 1


def _is_newest(base: Draft, mine: Draft, theirs: Draft) -> bool:
    keys = {*mine.facts, *theirs.facts}
    return all(base.fact(key).known == mine.fact(key).known & theirs.fact(key).known for key in keys)


def _symmetry(found: Merge, other: Merge) -> Iterator[str]:
    if asked(found) != asked(other) or len(found.conflicts) != len(other.conflicts):
        yield "asymmetry: other questions"
    elif resolved(found, dict.fromkeys(range(len(found.conflicts)), Choice.THEIRS)) != other.merged:
        yield "asymmetry: another result"
