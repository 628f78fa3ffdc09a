"""Applies layer after layer of rule settings, and keeps what an earlier layer locked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from checker.errors import Problem
from checker.model import Confidence, Severity
from checker.policy import naming
from checker.policy.document import Document, Path, did_you_mean, quoted
from checker.policy.effective import KnownRule, RuleSetting
from checker.policy.layer import Layer

if TYPE_CHECKING:
    from checker.policy.schema import EnvironmentTable, RuleTable  # brings pydantic

BUILT_IN = "built in"
_CONFIGURATION = "checker.logconfig."
"""How the names of facts begin that are of one environment."""
BINDING = "logproof"
"""Who locks a rule that nothing may ever silence."""


def frozen(value: Any) -> Any:
    """Lists and sets as tuples, all the way down: what a rule gets is the same from YAML, TOML, code and cache."""
    if isinstance(value, dict):
        return {str(key): frozen(child) for key, child in value.items()}
    if isinstance(value, set | frozenset):
        return tuple(sorted(map(frozen, value)))
    if isinstance(value, list | tuple):
        return tuple(map(frozen, value))
    return value


class _State(msgspec.Struct):
    """One rule on its way through the layers."""

    rule: KnownRule
    enabled: bool
    severity: Severity
    confidence: Confidence
    parameters: dict[str, Any]
    locked: str = ""
    """The file that locks it."""
    origins: dict[str, tuple[Any, str, int]] = msgspec.field(default_factory=dict)
    elsewhere: dict[str, dict[str, Any]] = msgspec.field(default_factory=dict)
    """Environment to the parameters there."""
    unjudged: set[str] = msgspec.field(default_factory=set)
    """Environments that it does not judge."""

    def environments(self) -> dict[str, dict[str, Any]]:
        """For each environment of which something is said, what differs there."""
        usual = self.parameters.get("environments", ())
        made = {name: {**parameters, "environments": tuple(dict.fromkeys((*usual, name)))} for name, parameters in self.elsewhere.items()}
        return made | {name: {"environments": tuple(one for one in usual if one != name)} for name in sorted(self.unjudged)}


class Rulebook:
    """Every known rule's setting, layer by layer."""

    def __init__(self, rules: Sequence[KnownRule], problems: list[Problem], environments: Sequence[str] = ()) -> None:
        self.problems = problems
        self.environments = environments
        self.states = {
            rule.name: _State(
                rule, rule.enabled, rule.severity, rule.confidence, frozen(dict(rule.defaults)), BINDING if rule.binding else ""
            )
            for rule in sorted(rules, key=lambda rule: rule.code)
        }
        self.codes = {state.rule.code: name for name, state in self.states.items()}
        self.chosen: set[str] = set()
        """What the last ``select`` names."""

    def find(self, layer: Layer, reference: str, path: Path, *, key: bool = False, families: bool = False) -> str | None:
        """A rule's name by its name or code; an unknown one is a problem. ``families``: beginnings of codes may stand there too."""
        if reference in self.states:
            return reference
        if reference.upper() in self.codes:
            return self.codes[reference.upper()]
        if not layer.shipped:
            hint = naming.hint(reference, self.codes, families=families)
            hint = hint if hint.startswith("did you") else "; ".join(filter(None, (hint, naming.LIST)))
            self.problems.append(layer.document.problem(f"there is no rule {quoted(reference)}", path, key=key, hint=hint))
        return None

    def look_up(self, layer: Layer) -> None:
        """Whether a document that is wrong elsewhere names rules that there are: all that is wrong is told at once."""
        for reference, path, key, families in naming.references(layer.document.value):
            if not (families and self._family(reference)):
                self.find(layer, reference, path, key=key, families=families)

    def _family(self, reference: str) -> set[str]:
        """The rules whose codes begin so, none for what is no beginning of a code."""
        family = reference.upper()
        if not family.startswith("LP") or len(family) > naming.LONGEST_FAMILY:
            return set()
        return {name for code, name in self.codes.items() if code.startswith(family)}

    def selected(self, layer: Layer, references: Iterable[str], key: str) -> set[str]:
        """The rules that a list names by name, code, or beginning of a code."""
        found: set[str] = set()
        for number, reference in enumerate(references):
            below = self._family(reference)
            name = None if below else self.find(layer, reference, (key, number), families=True)
            found |= below or ({name} if name else set())
        return found

    def apply(self, layer: Layer, tables: Mapping[str, RuleTable]) -> None:
        """One document's ``rules``."""
        seen: dict[str, str] = {}
        for reference, table in tables.items():
            path: Path = ("rules", reference)
            name = self.find(layer, reference, path, key=True)
            if name is None:
                continue
            if name in seen:
                message = f"{quoted(reference)} and {quoted(seen[name])} are the same rule"
                self.problems.append(layer.document.problem(message, path, key=True, hint="write it once"))
                continue
            seen[name] = reference
            self._apply(layer, self.states[name], table, path)

    def _apply(self, layer: Layer, state: _State, table: RuleTable, path: Path) -> None:
        wanted = self._wanted(layer, state, table, path)
        if state.locked and not self._keeps_lock(layer, state, wanted, path):
            return
        if table.locked and not state.locked:
            self._lock(layer, state, wanted, path)
        for name, other in table.environments.items():
            self._elsewhere(layer, state, name, other, (*path, "environments", name))
        for name, value in wanted.items():
            if name == "parameters":
                for key, given in value.items():
                    state.parameters[key] = given
                    self._note(layer, state, f"parameters.{key}", given, (*path, "parameters", key))
            elif name not in ("locked", "environments"):
                setattr(state, name, value)
                self._note(layer, state, name, getattr(value, "label", value), (*path, name))

    def _wanted(self, layer: Layer, state: _State, table: RuleTable, path: Path) -> dict[str, Any]:
        """What the table sets, as model values."""
        given = table.model_fields_set
        wanted: dict[str, Any] = {name: getattr(table, name) for name in ("enabled", "locked") if name in given}
        if "environments" in given:
            wanted["environments"] = table.environments
        if "severity" in given:
            wanted["severity"] = Severity[table.severity.upper()]
        if "confidence" in given:
            wanted["confidence"] = Confidence[table.confidence.upper()]
        if "parameters" in given:
            wanted["parameters"] = {
                key: frozen(value)
                for key, value in table.parameters.items()
                if self._fits(layer, state, key, value, (*path, "parameters", key))
            }
        return wanted

    def _elsewhere(self, layer: Layer, state: _State, name: str, table: EnvironmentTable, path: Path) -> None:
        """What a table says of one environment."""
        if "environments" not in state.rule.defaults or not state.rule.about.startswith(_CONFIGURATION):
            message = f"the rule {quoted(state.rule.name)} is not about the configuration of one environment"
            hint = "its parameter `environments` names those that it judges" if "environments" in state.rule.defaults else None
            self.problems.append(layer.document.problem(message, path[:-1], key=True, hint=hint))
            return
        self._environment(layer, name, path, key=True)
        given = {
            key: frozen(value)
            for key, value in table.parameters.items()
            if self._fits(layer, state, key, value, (*path, "parameters", key))
        }
        judged = "enabled" not in table.model_fields_set or table.enabled
        state.elsewhere.pop(name, None)
        state.unjudged.discard(name)
        if judged:
            state.elsewhere[name] = given
        else:
            state.unjudged.add(name)
        self._note(layer, state, f"environments.{name}", given if judged else "not judged", path)

    def _environment(self, layer: Layer, name: Any, path: Path, *, key: bool = False) -> None:
        if isinstance(name, str) and self.environments and name not in self.environments:
            hint = did_you_mean(name, self.environments) or f"there are {', '.join(self.environments)}; `environments` states others"
            self.problems.append(layer.document.problem(f"there is no environment {quoted(name)}", path, key=key, hint=hint))

    def _fits(self, layer: Layer, state: _State, key: str, value: Any, path: Path) -> bool:
        """Whether a parameter is known and of its default's kind."""
        defaults = state.rule.defaults
        if key not in defaults:
            known = f"it has {', '.join(sorted(defaults))}" if defaults else "it has none"
            message = f"the rule {quoted(state.rule.name)} has no parameter {quoted(key)}"
            self.problems.append(layer.document.problem(message, path, key=True, hint=did_you_mean(key, defaults) or known))
            return False
        for number, name in enumerate(value) if key == "environments" and isinstance(value, list | tuple) else ():
            self._environment(layer, name, (*path, number))
        wrong = _misfit(value, frozen(defaults[key]))
        if wrong:
            self.problems.append(layer.document.problem(f"{quoted(key)} must be {wrong}", path))
        return not wrong

    def _keeps_lock(self, layer: Layer, state: _State, wanted: dict[str, Any], path: Path) -> bool:
        """Whether a locked rule stays at least as strict; if not, every weakening is a problem."""
        weaker: list[tuple[Path, str]] = []
        if wanted.get("enabled", True) is False:
            weaker.append(((*path, "enabled"), "turned off"))
        if wanted.get("locked", True) is False:
            weaker.append(((*path, "locked"), "unlocked"))
        if wanted.get("severity", state.severity) < state.severity:
            weaker.append(((*path, "severity"), f"lowered below {state.severity.label}"))
        if wanted.get("confidence", state.confidence) < state.confidence:
            weaker.append(((*path, "confidence"), f"lowered below {state.confidence.label}"))
        for key, value in wanted.get("parameters", {}).items():
            if value != state.parameters[key]:
                weaker.append(((*path, "parameters", key), "given other parameters"))
        weaker += [((*path, "environments", name), "given other parameters") for name in wanted.get("environments", ())]
        for place, what in weaker:
            self.refuse(layer, state.rule.name, what, place, key=True)
        return not weaker

    def refuse(self, layer: Layer, name: str, what: str, path: Path, *, key: bool = False) -> None:
        """Say that a rule is locked."""
        message = f"the rule {quoted(name)} is locked and cannot be {what}"
        hint = f"{self.states[name].locked} locks it; fix what it finds, or ask the owner of that pack"
        self.problems.append(layer.document.problem(message, path, key=key, hint=hint))

    def _lock(self, layer: Layer, state: _State, wanted: dict[str, Any], path: Path) -> None:
        """What layers before lowered goes back to the rule's own, unless this layer says otherwise."""
        if wanted.get("enabled", True) is False:
            message = f"the rule {quoted(state.rule.name)} cannot be both off and locked"
            self.problems.append(layer.document.problem(message, (*path, "enabled"), key=True))
        state.locked = layer.label
        state.enabled = True
        state.severity = max(state.severity, state.rule.severity)
        state.confidence = max(state.confidence, state.rule.confidence)
        self._note(layer, state, "locked", True, (*path, "locked"))

    def _note(self, layer: Layer, state: _State, what: str, value: Any, path: Path) -> None:
        state.origins[what] = (value, layer.label, layer.document.line(path))

    def select(self, layer: Layer, references: Sequence[str], *, binding: bool) -> None:
        """Run only these, and the rules about the run itself (LP0xx), which say what was not looked at.

        ``binding``: a locked rule must not be left out.
        """
        self.chosen = chosen = self.selected(layer, references, "select")
        missing = [name for name, state in self.states.items() if state.locked not in ("", BINDING) and name not in chosen]
        if missing and binding:
            message = f"`select` leaves out rules that are locked: {', '.join(missing)}"
            hint = f"{self.states[missing[0]].locked} locks them; name them too, or use --select on the command line for one look"
            self.problems.append(layer.document.problem(message, ("select",), key=True, hint=hint))
        for name, state in self.states.items():
            if not state.rule.code.startswith("LP0") and state.locked != BINDING:  # what `verify` cannot do without is never chosen away
                state.enabled = name in chosen
                self._note(layer, state, "enabled", state.enabled, ("select",))
            elif name in chosen:
                state.enabled = True

    def ignore(self, layer: Layer, references: Sequence[str]) -> None:
        """Turn rules off; a family's locked rules cannot be ignored either, nor all that are selected."""
        left = self._left()
        for number, reference in enumerate(references):
            for name in sorted(self.selected(Layer(_shifted(layer.document, number), layer.label), [reference], "ignore")):
                state = self.states[name]
                if state.locked:
                    self.refuse(layer, name, "ignored", ("ignore", number))
                state.enabled = False
                self._note(layer, state, "enabled", False, ("ignore", number))
        if left and not self._left():
            hint = "a run without rules would find nothing whatever the code does"
            self.problems.append(
                layer.document.problem("`ignore` leaves none of the rules that are selected", ("ignore",), key=True, hint=hint)
            )

    def _left(self) -> bool:
        """Whether one of the selected rules is on."""
        return any(self.states[name].enabled for name in self.chosen)

    def settings(self) -> dict[str, RuleSetting]:
        """The outcome, in order of codes."""
        return {
            name: RuleSetting(state.enabled, state.severity, state.confidence, state.parameters, bool(state.locked), state.environments())
            for name, state in self.states.items()
        }

    def origins(self) -> dict[str, tuple[Any, str, int]]:
        """``rules.NAME.FIELD`` for all that some layer said."""
        return {f"rules.{name}.{what}": origin for name, state in self.states.items() for what, origin in state.origins.items()}


def _shifted(document: Document, number: int) -> Document:
    """The document as one in which item ``number`` of ``ignore`` is the first."""
    place = document.values.get(("ignore", number))
    return Document(document.label, document.value, {}, {("ignore", 0): place} if place else {})


def _misfit(value: Any, default: Any) -> str:
    """What a parameter must be, where it is not; ``""`` where it is."""
    if default is None:
        return ""
    if isinstance(default, bool):
        return "" if isinstance(value, bool) else "true or false"
    if isinstance(default, int | float):
        kinds = int if isinstance(default, int) else int | float
        return "" if isinstance(value, kinds) and not isinstance(value, bool) else "a number"
    if isinstance(default, str):
        return "" if isinstance(value, str) else "text"
    if isinstance(default, tuple):
        if not isinstance(value, list | tuple):
            return "a list"
        texts = all(isinstance(item, str) for item in default)
        return "" if not texts or all(isinstance(item, str) for item in value) else "a list of texts"
    return "" if isinstance(value, dict) else "a mapping"
