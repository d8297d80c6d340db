"""Random edits of a draft whose values know their past. Values are often equal by chance, rows never are."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from botilbud_desktop.domain.notes.records import ContentVerdict
from tests.faults.merging.known import ADDED, OF_A_PROJECT, SCALARS, Draft, Key
from tests.faults.merging.lists import row_owners, set_owners

FEW = ("a", "b", "c")
HALF_TYPABLE = ("loan", "closed")
_MUNICIPALITIES = ("851", "787", "101", "751")


class Editor:
    """Makes random edits; each gets its own number."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._number = 0
        self.half_typed: set[int] = set()
        """The edits that left something half-typed, which a file holds as an empty field."""

    def next_number(self) -> int:
        """Returns the number of a new edit."""
        self._number += 1
        return self._number

    def old_draft(self) -> Draft:
        """Returns a draft with a few projects and rows, and nothing that version 1 of the format had no room for."""
        draft = Draft({}, {"projects": (), "emails": (), "facts": (), "comments": ()})
        for name in SCALARS:
            draft = draft.set((name,), None if name in ADDED else self._value(name), self.next_number())
        for _ in range(self._random.randint(0, 4)):
            draft = self._add_project(draft, is_old=True)
        for _ in range(self._random.randint(0, 4)):
            draft = self._add_row(draft, "emails")
        return draft

    def edited(self, draft: Draft) -> Draft:
        """Returns the draft after one random edit."""
        kinds: list[tuple[Callable[[Draft], Draft], int]] = [
            (self._set_scalar, 4),
            (self._set_in_project, 5),
            (self._edit_rows, 7),
            (self._add_project, 1),
            (self._remove_project, 1),
            (self._move_project, 1),
            (self._half_type, 1),
            (self._edit_set, 2),
            (self._edit_comments, 4),
        ]
        (edit,) = self._random.choices([kind for kind, _ in kinds], [weight for _, weight in kinds])
        return edit(draft)

    def set_back(self, draft: Draft, to: Draft) -> Draft:
        """Returns the draft with the values of an earlier one, as undoing and restoring do: edits of their own."""
        back = draft
        for key in {*draft.facts, *to.facts}:
            if draft.fact(key).head != to.fact(key).head:
                back = back.set(key, to.fact(key).value, self.next_number())
        return back._replace(lists={**draft.lists, **to.lists})

    def _value(self, name: str) -> Any:
        number = self.next_number()
        if name == "municipality":
            return self._random.choice(_MUNICIPALITIES)
        if name in ("3", "4"):
            return self._random.choice((None, *ContentVerdict))
        if name in ("loan", "closed", "plan"):
            return number if self._random.random() < 0.6 else self._random.choice((None, 1, 2))
        return f"v{number}" if self._random.random() < 0.7 else self._random.choice((None, *FEW))

    def _set_scalar(self, draft: Draft) -> Draft:
        name = self._random.choice(SCALARS)
        return self._set(draft, (name,), name)

    def _set_in_project(self, draft: Draft) -> Draft:
        if not draft.lists["projects"]:
            return draft
        name = self._random.choice(OF_A_PROJECT)
        return self._set(draft, ("project", self._random.choice(draft.lists["projects"]), name), name)

    def _set(self, draft: Draft, key: tuple[str, ...], name: str) -> Draft:
        value = self._value(name)
        return draft if value == draft.fact(key).value else draft.set(key, value, self.next_number())

    def _add_project(self, draft: Draft, *, is_old: bool = False) -> Draft:
        one = f"00000000-0000-4000-8000-{self._random.getrandbits(48):012x}"
        at = self._random.randint(0, len(ids := draft.lists["projects"]))
        draft = draft.ordered("projects", (*ids[:at], one, *ids[at:]))
        for owner in (*row_owners((one,)), *set_owners((one,))):
            draft = draft if owner in draft.lists else draft.ordered(owner, ())
        draft = draft.set(("project", one), True, self.next_number())
        for name in OF_A_PROJECT:
            value = None if is_old and name in ADDED else self._value(name)
            draft = draft.set(("project", one, name), value, self.next_number())
        if is_old:
            return draft
        for _ in range(self._random.randint(0, 6)):
            draft = self._add_row(draft, self._random.choice([*row_owners((one,))][1:]))
        return draft

    def _remove_project(self, draft: Draft) -> Draft:
        if not draft.lists["projects"]:
            return draft
        one = self._random.choice(draft.lists["projects"])
        left = tuple(other for other in draft.lists["projects"] if other != one)
        return draft.ordered("projects", left).set(("project", one), None, self.next_number())

    def _move_project(self, draft: Draft) -> Draft:
        if len(draft.lists["projects"]) < 2:
            return draft
        one = self._random.choice(draft.lists["projects"])
        left = [other for other in draft.lists["projects"] if other != one]
        left.insert(self._random.randint(0, len(left)), one)
        if tuple(left) == draft.lists["projects"]:
            return draft
        number = self.next_number()
        return draft.ordered("projects", left).set(("order",), number, number).set(("moved", one), number, number)

    def _edit_rows(self, draft: Draft) -> Draft:
        owner = self._random.choice([*row_owners(draft.lists["projects"])])
        rows = draft.lists[owner]
        kind = self._random.choice(("add", "change", "change", "remove", "move"))
        if kind == "add" or not rows:
            return self._add_row(draft, owner)
        row = self._random.choice(rows)
        key = ("row", owner, row)
        left = [other for other in rows if other != row]
        if kind == "change":
            return draft.set(key, self._row_value(owner), self.next_number())
        if kind == "remove":
            return draft.ordered(owner, left).set(key, None, self.next_number())
        left.insert(self._random.randint(0, len(left)), row)
        if tuple(left) == rows:
            return draft
        return draft.ordered(owner, left).set(key, draft.fact(key).value, self.next_number())

    def _add_row(self, draft: Draft, owner: str) -> Draft:
        row = f"r{self.next_number()}"
        rows = draft.lists[owner]
        at = self._random.randint(0, len(rows))
        draft = draft.ordered(owner, (*rows[:at], row, *rows[at:]))
        return draft.set(("row", owner, row), self._row_value(owner), self.next_number())

    def _half_type(self, draft: Draft) -> Draft:
        """Types something that is no number yet: the field is empty in the file."""
        if not draft.lists["projects"]:
            return draft
        key = ("project", self._random.choice(draft.lists["projects"]), self._random.choice(HALF_TYPABLE))
        number = self.next_number()
        self.half_typed.add(number)
        return draft.set(key, None, number)

    def _edit_set(self, draft: Draft) -> Draft:
        owner = self._random.choice([*set_owners(draft.lists["projects"])])
        items = draft.lists[owner]
        if items and self._random.random() < 0.4:
            one = self._random.choice(items)
            left = [other for other in items if other != one]
            return draft.ordered(owner, left).set(("item", owner, one), None, self.next_number())
        one = self._random.choice(_MUNICIPALITIES)
        if one in items:
            return draft
        return draft.ordered(owner, (*items, one)).set(("item", owner, one), one, self.next_number())

    def _edit_comments(self, draft: Draft) -> Draft:
        comments = draft.lists["comments"]
        kind = self._random.choice(("write", "write", "change", "tick", "tick", "delete"))
        number = self.next_number()
        if kind == "write" or not comments:
            return self._write_comment(draft, f"c{number}")
        one = self._random.choice(comments)
        if kind == "delete":
            left = [other for other in comments if other != one]
            return draft.ordered("comments", left).set(("comment", one), None, number)
        if kind == "change":
            return draft.set(("comment", one, "text"), f"v{number}", number)
        return draft.set(("comment", one, "done"), not draft.fact(("comment", one, "done")).value, number)

    def _write_comment(self, draft: Draft, one: str) -> Draft:
        at: Key = (self._random.choice(("case_number", "description")),)
        owner = self._random.choice([*row_owners(draft.lists["projects"])])
        if draft.lists[owner]:
            at = ("row", owner, self._random.choice(draft.lists[owner]))
        elif draft.lists["projects"]:
            at = ("project", self._random.choice(draft.lists["projects"]), "name")
        draft = draft.ordered("comments", (*draft.lists["comments"], one)).set(
            ("comment", one), True, self.next_number()
        )
        for name, value in (("text", f"v{self.next_number()}"), ("done", False), ("at", at)):
            draft = draft.set(("comment", one, name), value, self.next_number())
        return draft

    def _row_value(self, owner: str) -> Any:
        number = self.next_number()
        return f"{number}@x.dk" if owner == "emails" else number
