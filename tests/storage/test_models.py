"""Input from outside is read into strict models that never accept one type as another."""

import json
import pkgutil
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

import pytest

import botilbud_desktop.domain
import botilbud_desktop.storage
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.model import Model
from botilbud_desktop.domain.round_form import RoundForm
from botilbud_desktop.storage.draft.lock_info import LockInfo
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.json.state_file import StateFile
from botilbud_desktop.storage.json.typed_values import convert
from botilbud_desktop.storage.paths import forms_folder, resources_folder

TOLERANT = (StateFile, LockInfo)
"""Models that ignore unknown keys, since a newer program may have written them."""

type Location = tuple[int | str, ...]


def models() -> list[type[Model]]:
    """Returns all model classes of the program."""
    for package in (botilbud_desktop.domain, botilbud_desktop.storage):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            import_module(module.name)
    return [kind for kind in _below(Model) if kind.__module__.startswith("botilbud_desktop.")]


def _below(kind: type[Model]) -> Iterator[type[Model]]:
    for inner in kind.__subclasses__():
        yield inner
        yield from _below(inner)


def test_every_model_is_strict_frozen_and_built_late() -> None:
    found = models()
    assert {Application, RoundForm, LockInfo} <= set(found)
    for kind in found:
        config = kind.model_config
        assert (config["strict"], config["frozen"], config["defer_build"]) == (True, True, True), kind
        assert config["hide_input_in_errors"], kind


def test_only_what_a_newer_program_writes_besides_is_passed_over() -> None:
    tolerant = {kind for kind in models() if kind.model_config["extra"] != "forbid"}
    assert tolerant == {kind for kind in models() if issubclass(kind, TOLERANT)}
    assert {kind.model_config["extra"] for kind in tolerant} == {"ignore"}


def test_all_that_a_model_consists_of_is_frozen_too() -> None:
    for kind in models():
        for name, field in kind.model_fields.items():
            text = str(field.annotation)
            assert "list[" not in text, f"{kind.__name__}.{name}"
            assert "set[" not in text, f"{kind.__name__}.{name}"


def _draft() -> dict[str, Any]:
    values: dict[str, Any] = json.loads((resources_folder() / "examples" / "aalborg.botilbud").read_bytes())
    return values


def _form() -> dict[str, Any]:
    values: dict[str, Any] = json.loads((forms_folder() / "LanBotilbud_2025-26.json").read_bytes())
    return values


def _locations(values: Any, location: Location = ()) -> Iterator[Location]:
    items = values.items() if isinstance(values, dict) else enumerate(values) if isinstance(values, list) else ()
    for key, item in items:
        yield (*location, key)
        yield from _locations(item, (*location, key))


def _with(values: dict[str, Any], location: Location, value: Any) -> dict[str, Any]:
    changed: dict[str, Any] = json.loads(json.dumps(values))
    inner: Any = changed
    for part in location[:-1]:
        inner = inner[part]
    inner[location[-1]] = value
    return changed


@pytest.mark.parametrize(("kind", "values"), [(Application, _draft), (RoundForm, _form)])
@pytest.mark.parametrize("wrong", [1.5, [1.5], {"?": 1.5}])
def test_a_wrong_value_is_refused_at_its_place_wherever_it_stands(
    kind: type[Model], values: Callable[[], dict[str, Any]], wrong: Any
) -> None:
    good = values()
    for location in _locations(good):
        with pytest.raises(RefusedFileError) as caught:
            convert(_with(good, location, wrong), kind, "fil")
        assert caught.value.place.startswith(_written(location))
        assert caught.value.reason.startswith(("der skal stå ", "feltet", "feltets navn skal være "))


def _written(location: Location) -> str:
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in location).removeprefix(".")


def test_of_two_wrong_values_the_first_in_the_file_is_told() -> None:
    wrong = {"round": 1, "format": "botilbud-application", "hint": 1, "id": 2}
    for order in (("round", "hint", "id"), ("id", "round", "hint"), ("hint", "id", "round")):
        with pytest.raises(RefusedFileError) as caught:
            convert({name: wrong[name] for name in order}, Application, "fil")
        assert caught.value.place == order[0]


def test_what_is_missing_is_told_after_what_is_wrong() -> None:
    with pytest.raises(RefusedFileError) as caught:
        convert({"projects": [{"name": 1}]}, Application, "fil")
    assert caught.value.place == "projects[0].name"
    with pytest.raises(RefusedFileError) as caught:
        convert({"projects": [{"name": ""}], "round": 1}, Application, "fil")
    assert (caught.value.place, caught.value.reason) == ("projects[0].id", "feltet mangler")


def test_very_many_wrong_values_are_answered_in_one_sentence() -> None:
    values = {f"k{number}": number for number in range(20_000)}
    with pytest.raises(RefusedFileError) as caught:
        convert(values, Application, "fil")
    assert (caught.value.place, caught.value.reason) == ("k0", "feltet kendes ikke")
