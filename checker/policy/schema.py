"""What settings and packs may say, as pydantic models; the JSON schema and all error messages derive from them."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, StrictBool

from checker.policy.events import Event
from checker.policy.release_schema import ReleaseTable
from checker.policy.tables import Date, Strict, Text, Words, unset
from checker.policy.vocabulary import ProjectVocabulary

SeverityWord = Literal["low", "medium", "high", "critical"]
ConfidenceWord = Literal["low", "medium", "high"]


class EnvironmentTable(Strict):
    """What is changed about one rule for what is used in one environment."""

    enabled: StrictBool = unset("Whether the rule, where it runs, judges this environment.")
    parameters: dict[Text, Any] = Field(default_factory=dict, description="The rule's own parameters, for this environment alone.")


class RuleTable(Strict):
    """What is changed about one rule."""

    enabled: StrictBool = unset("Whether the rule runs.")
    severity: SeverityWord = unset("How bad a finding is.")
    confidence: ConfidenceWord = unset("How sure a finding counts as.")
    parameters: dict[Text, Any] = Field(default={}, description="The rule's own parameters; its page lists them.")
    locked: StrictBool = unset("Whether nothing may silence the rule: no comment, waiver or later setting.")
    environments: dict[Text, EnvironmentTable] = Field(
        default_factory=dict,
        description="By environment (production, development, test, or one of `environments`): the rule judges it, so.",
    )


class WaiverTable(Strict):
    """Leave to keep findings for a while."""

    rule: Text = Field(description="Name or code of the rule.")
    path: Text = Field(description="Glob as in .gitignore, from the project root.")
    function: Text = Field(default="", description="Only in this function.")
    reason: Text = Field(description="Why the findings may stay.")
    owner: Text = Field(description="Who sees to it that they go.")
    ticket: Text = Field(default="", description="Where that is followed up: a number or an address.")
    expires: Date = Field(description="The last day on which the waiver holds.")


class Shared(Strict):
    """What packs and settings have in common."""

    rules: dict[Text, RuleTable] = Field(default={}, description="By name or code.")
    min_confidence: ConfidenceWord = unset("Findings below it are counted and not shown.")
    fail_on: SeverityWord = unset("The lowest severity that fails a run.")
    environments: dict[Text, Words] = Field(
        default_factory=dict, description="Environment to globs of the settings files and set-up code of logging that are used in it."
    )
    vocabulary: ProjectVocabulary = unset("What the project calls its secrets, loggers, sinks and sanitizers.")
    waivers: list[WaiverTable] = Field(default=[], description="Findings that may stay for a while.")
    events: dict[Text, Event] = Field(
        default={},
        description="By name, such as authn_login_fail: how far an event must come on its way to a person; `logproof trace` follows it.",
    )
    release: ReleaseTable = unset("What a release must be; `logproof verify` asks for it.")


class RequirementTable(Strict):
    """One requirement of a standard."""

    text: Text = Field(description="What it asks for, in a sentence of your own.")
    rules: list[Text] = Field(default=[], description="Names or codes of rules that serve it, besides those whose own metadata name it.")
    needs: list[Text] = Field(
        default=[], description="What must have been looked at before it counts as met; default: what each of its rules judges."
    )
    beyond: Text = Field(default="", description="What of it no rule looks at, or why none can.")
    only_violations: StrictBool = Field(default=False, description="Whether rules can show that it is violated, and never that it is met.")


class Pack(Shared):
    """A policy pack."""

    name: Text = Field(description="What settings and --policy call it.")
    description: Text = Field(description="One sentence.")
    extends: Words = Field(default=[], description="Packs that this one builds on: names, or paths from this file.")
    requirements: dict[Text, RequirementTable] = Field(
        default={},
        description="A standard's requirements by id, such as `ASVS 16.3.1`; `logproof policy show` holds rules to them.",
    )


class Settings(Shared):
    """Settings of a project."""

    policy: Words = Field(default=[], description="Packs in force: names, or paths from this file. Default: default.")
    select: list[Text] = unset("Run only these rules: names, codes, or beginnings of codes such as LP1.")
    ignore: list[Text] = Field(default=[], description="Do not run these rules.")
    exclude: list[Text] = Field(default=[], description="Globs, as in .gitignore, of files to leave out.")
    include_tests: StrictBool = unset("Whether findings in test code are shown.")
    unread_ok: list[Text] = Field(default=[], description="Globs of files that need not be readable.")
    baseline: Text = unset("File of accepted findings, from this file. `logproof baseline create` makes it.")
    per_file_ignores: dict[Text, list[Text]] = Field(default={}, description="Glob to the rules that are off for it.")


def settings_schema() -> dict[str, Any]:
    """The JSON schema of ``logproof.yaml`` and of ``[tool.logproof]``."""
    made = Settings.model_json_schema()
    _tidy(made)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made, "title": "Settings of logproof"}


def _tidy(node: Any) -> None:
    """Drop defaults of null, which say "not set" here and are not accepted, and titles that only repeat the name."""
    if isinstance(node, dict):
        if isinstance(node.get("title"), str):
            del node["title"]
        if "default" in node and node["default"] is None:
            del node["default"]
        for child in node.values():
            _tidy(child)
    elif isinstance(node, list):
        for child in node:
            _tidy(child)
