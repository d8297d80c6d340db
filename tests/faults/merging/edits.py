"""Random edits of a draft whose values know their past. Values are often equal by chance, rows never are."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from tests.faults.merging.known import OF_A_PROJECT, SCALARS, Draft

FEW = ("a", "b", "c")
_MUNICIPALITIES = ("851", "787", "101", "751")


class Editor:
    """Makes random edits; each gets its own number."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._number = 0

    def next_number(self) -> int:
        """Returns the number of a new edit."""
        self._number += 1
        return self._number

    def new_draft(self) -> Draft:
        """Returns a draft with a few projects and rows."""
        draft = Draft({}, {"projects": (), "emails": ()})
        for name in SCALARS:
            draft = draft.set((name,), self._value(name), self.next_number())
        for _ in range(self._random.randint(0, 4)):
            draft = self._add_project(draft)
        for _ in range(self._random.randint(0, 4)):
            draft = self._add_row(draft, "emails")
        return draft

    def edited(self, draft: Draft) -> Draft:
        """Returns the draft after one random edit."""
        kinds: list[tuple[Callable[[Draft], Draft], int]] = [
            (self._set_scalar, 4),
            (self._set_in_project, 5),
            (self._edit_rows, 5),
            (self._add_project, 1),
            (self._remove_project, 1),
            (self._move_project, 1),
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

    def _add_project(self, draft: Draft) -> Draft:
        one = f"00000000-0000-4000-8000-{self._random.getrandbits(48):012x}"
        at = self._random.randint(0, len(ids := draft.lists["projects"]))
        draft = draft.ordered("projects", (*ids[:at], one, *ids[at:])).ordered(one, ())
        draft = draft.set(("project", one), True, self.next_number())
        for name in OF_A_PROJECT:
            draft = draft.set(("project", one, name), self._value(name), self.next_number())
        for _ in range(self._random.randint(0, 3)):
            draft = self._add_row(draft, one)
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
        owner = self._random.choice(("emails", *draft.lists["projects"]))
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

    def _row_value(self, owner: str) -> Any:
        number = self.next_number()
        return f"{number}@x.dk" if owner == "emails" else number
