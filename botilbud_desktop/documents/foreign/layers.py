"""Layers (*optional content*): what is hidden in the file must not appear here, nor the other way round."""

from botilbud_desktop.documents.foreign.engine import IndirectObject, Source
from botilbud_desktop.documents.foreign.limits import DEEPEST
from botilbud_desktop.documents.foreign.values import array, dictionary, resolved

_STEPS_OF_A_RULE = 20


class Layers:
    """Which layers of a file are hidden when it is opened."""

    def __init__(self, source: Source) -> None:
        self.are_hidden_used = False
        """Whether something of a hidden layer was met on the pages."""
        self._meter = source.meter
        properties = dictionary(source.root_object.get("/OCProperties"))
        default = dictionary(properties.get("/D"))
        hidden = {_key(each) for each in array(default.get("/OFF"))}
        if resolved(default.get("/BaseState")) == "/OFF":
            shown = {_key(each) for each in array(default.get("/ON"))}
            hidden |= {_key(each) for each in array(properties.get("/OCGs"))} - shown
        self._hidden = hidden

    def is_layer(self, value: object) -> bool:
        """Whether a value is a layer, or a rule over layers."""
        return resolved(dictionary(value).get("/Type")) in ("/OCG", "/OCMD")

    def is_hidden(self, value: object) -> bool:
        """Whether what belongs to a layer, or to a rule over layers, is hidden."""
        is_hidden = not self._is_shown(value)
        self.are_hidden_used |= is_hidden
        return is_hidden

    def _is_shown(self, value: object) -> bool:
        rule = dictionary(value)
        if resolved(rule.get("/Type")) != "/OCMD":
            return _key(value) not in self._hidden
        if array(rule.get("/VE")):
            return self._holds(rule.get("/VE"), 0)
        named = rule.raw_get("/OCGs") if "/OCGs" in rule else None
        several = array(named)
        states = [self._is_shown_layer(each) for each in several or ([named] if named is not None else [])]
        match resolved(rule.get("/P")):
            case "/AllOn":
                return all(states)
            case "/AnyOff":
                return not states or not all(states)
            case "/AllOff":
                return not any(states)
        return not states or any(states)

    def _is_shown_layer(self, value: object) -> bool:
        return _key(value) not in self._hidden

    def _holds(self, value: object, depth: int) -> bool:
        """Whether an expression over layers holds; one that makes no sense does."""
        self._meter.work(_STEPS_OF_A_RULE)
        expression = array(value)
        if not expression:
            return self._is_shown_layer(value)
        if depth > DEEPEST:
            return True
        states = (self._holds(each, depth + 1) for each in expression[1:])
        match resolved(expression[0]):
            case "/And":
                return all(states)
            case "/Or":
                return any(states)
            case "/Not":
                return not any(states)
        return True


def _key(value: object) -> tuple[int, int] | int:
    """Returns what a layer is known by: its number in the file."""
    return (value.idnum, value.generation) if isinstance(value, IndirectObject) else id(value)
