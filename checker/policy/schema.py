"""What settings and packs may say, as pydantic models; the JSON schema and all error messages derive from them."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StrictBool, StrictStr
from pydantic_core import PydanticCustomError

from checker.policy.vocabulary import ProjectVocabulary

SeverityWord = Literal["low", "medium", "high", "critical"]
ConfidenceWord = Literal["low", "medium", "high"]


def _not_blank(text: str) -> str:
    if not text.strip():
        raise PydanticCustomError("blank", "must not be empty")
    return text


def _iso_date(text: str) -> str:
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return dt.date.fromisoformat(text).isoformat()
    except ValueError:
        pass
    raise PydanticCustomError("iso_date", "must be a date such as 2027-01-31")


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _unset(description: str) -> Any:
    """A field that may be left out but not be null."""
    return Field(default=None, description=description)


Text = Annotated[StrictStr, Field(min_length=1), AfterValidator(_not_blank)]
Date = Annotated[StrictStr, AfterValidator(_iso_date), Field(json_schema_extra={"format": "date"})]
Words = Annotated[list[Text], BeforeValidator(_listed, json_schema_input_type=str | list[Text])]


class Strict(BaseModel):
    """Keys are kebab-case and none is unknown."""

    model_config = ConfigDict(extra="forbid", alias_generator=lambda name: name.replace("_", "-"))


class RuleTable(Strict):
    """What is changed about one rule."""

    enabled: StrictBool = _unset("Whether the rule runs.")
    severity: SeverityWord = _unset("How bad a finding is.")
    confidence: ConfidenceWord = _unset("How sure a finding counts as.")
    parameters: dict[Text, Any] = Field(default_factory=dict, description="The rule's own parameters; its page lists them.")
    locked: StrictBool = _unset("Whether nothing may silence the rule: no comment, waiver or later setting.")


class WaiverTable(Strict):
    """Leave to keep findings for a while."""

    rule: Text = Field(description="Name or code of the rule.")
    path: Text = Field(description="Glob as in .gitignore, from the project root.")
    function: Text = Field(default="", description="Only in this function.")
    reason: Text = Field(description="Why the findings may stay.")
    owner: Text = Field(description="Who sees to it that they go.")
    expires: Date = Field(description="The last day on which the waiver holds.")


class Shared(Strict):
    """What packs and settings have in common."""

    rules: dict[Text, RuleTable] = Field(default_factory=dict, description="By name or code.")
    min_confidence: ConfidenceWord = _unset("Findings below it are counted and not shown.")
    fail_on: SeverityWord = _unset("The lowest severity that fails a run.")
    vocabulary: ProjectVocabulary = _unset("What the project calls its secrets, loggers, sinks and sanitizers.")
    waivers: list[WaiverTable] = Field(default_factory=list, description="Findings that may stay for a while.")


class Pack(Shared):
    """A policy pack."""

    name: Text = Field(description="What settings and --policy call it.")
    description: Text = Field(description="One sentence.")
    extends: Words = Field(default_factory=list, description="Packs that this one builds on: names, or paths from this file.")


class Settings(Shared):
    """Settings of a project."""

    policy: Words = Field(default_factory=list, description="Packs in force: names, or paths from this file. Default: default.")
    select: list[Text] = _unset("Run only these rules: names, codes, or beginnings of codes such as LP1.")
    ignore: list[Text] = Field(default_factory=list, description="Do not run these rules.")
    exclude: list[Text] = Field(default_factory=list, description="Globs, as in .gitignore, of files to leave out.")
    include_tests: StrictBool = _unset("Whether findings in test code are shown.")
    unread_ok: list[Text] = Field(default_factory=list, description="Globs of files that need not be readable.")
    baseline: Text = _unset("File of accepted findings, from this file. `logproof baseline create` makes it.")
    per_file_ignores: dict[Text, list[Text]] = Field(default_factory=dict, description="Glob to the rules that are off for it.")


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
