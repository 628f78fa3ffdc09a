"""What a policy may say about a release, as pydantic models."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, StrictBool, StrictInt, StrictStr
from pydantic_core import PydanticCustomError
from typing_extensions import TypeAliasType

from checker.policy.tables import Date, Strict, Text, listed, unset

_SHA256 = re.compile(r"[0-9a-f]{64}")
_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")


def _sha256(text: str) -> str:
    if not _SHA256.fullmatch(text):
        raise PydanticCustomError("sha256", "must be a SHA-256 of 64 lower-case hex digits")
    return text


def _commit(text: str) -> str:
    if not _COMMIT.fullmatch(text):
        raise PydanticCustomError("commit", "must be a whole commit of 40 (or 64) lower-case hex digits, as `git rev-parse` prints it")
    return text


def _glob(text: str) -> str:
    if "**" in text or re.search(r"[\\^$?\[\]{}|+]|\.\*", text.replace("%2B", "")):
        raise PydanticCustomError("glob", "must be plain text in which `*` alone is special, and `*` does not cross `/` or `@`")
    return text


def _anchored(text: str) -> str:
    """An identity whose host and owner, or whose domain, are fixed: ``*`` alone would be anybody."""
    fixed = text.partition("*")[0] if "://" in text else text.rpartition("@")[2]
    if "*" in text and (fixed.count("/") < 4 if "://" in text else "*" in fixed or "@" not in text):
        told = "must fix the host and the owner (https://github.com/OWNER/...), or the domain of an address, before any `*`"
        raise PydanticCustomError("anchored", told)
    return _glob(text)


def _exact(text: str) -> str:
    if "*" in text:
        raise PydanticCustomError("exact", "must be exact: it takes no `*`")
    return text


def _not_empty(items: Any) -> Any:
    if isinstance(items, list | dict) and not items:
        raise PydanticCustomError("blank", "must not be empty")
    return items


Glob = TypeAliasType("Glob", Annotated[Text, AfterValidator(_glob)])
Globs = TypeAliasType(
    "Globs", Annotated[list[Glob], BeforeValidator(listed, json_schema_input_type=str | list[Text]), AfterValidator(_not_empty)]
)
Identities = Annotated[
    list[Annotated[Text, AfterValidator(_anchored)]],
    BeforeValidator(listed, json_schema_input_type=str | list[Text]),
    AfterValidator(_not_empty),
]
Exact = Annotated[Text, AfterValidator(_exact)]
Names = Annotated[list[Text], BeforeValidator(listed, json_schema_input_type=str | list[Text]), AfterValidator(_not_empty)]
Commit = Annotated[StrictStr, AfterValidator(_commit)]
Sha256 = Annotated[StrictStr, AfterValidator(_sha256)]
Count = Annotated[StrictInt, Field(ge=0, le=100_000)]
Threshold = Annotated[StrictInt, Field(ge=1, le=100)]


class RootTable(Strict):
    """Whom certificates, logs and timestamps are held against."""

    name: Text = unset("public-good or staging: a root that comes with logproof.")
    file: Text = unset("Path of a trusted_root.json, from this file.")
    sha256: Sha256 = unset("What the file must be.")
    as_of: Date = unset("The day on which the file was fetched.")
    max_age_days: Annotated[StrictInt, Field(ge=1, le=36_500)] = unset("How old it may be.")


class SignerTable(Strict):
    """Somebody who may sign: every claim that is given must hold."""

    identity: Identities = unset("The certificate's name: an address of a workflow or an e-mail address.")
    issuer: Exact = unset("Who vouched for the identity; exact, and always required beside an identity.")
    repository: Globs = unset("Source repository, https://github.com/OWNER/NAME.")
    repository_id: Globs = unset("Its number, which a repository that is made anew does not have.")
    owner: Globs = unset("Its owner's address.")
    owner_id: Globs = unset("Its owner's number.")
    ref: Globs = unset("refs/tags/v*")
    commit: Globs = unset("The commit.")
    trigger: Globs = unset("What started the workflow: push, release ...")
    runner: Globs = unset("github-hosted or self-hosted.")
    workflow: Globs = unset("The workflow that was started (which may call another one, the identity).")
    workflow_commit: Globs = unset("The commit of that workflow.")
    signer: Globs = unset("The workflow that signed; usually the identity.")
    signer_commit: Globs = unset("The commit of the workflow that signed.")
    run: Globs = unset("Address of the run.")
    visibility: Globs = unset("public or private, when it signed.")
    key: Text = unset("Path of a managed key in PEM, from this file; instead of all the others.")
    from_: Date = Field(default=None, alias="from", description="The key's first day.")  # type: ignore[assignment]  # as in `unset`
    until: Date = unset("The key's last day.")


class AttestationTable(Strict):
    """A statement that must be there for each artifact."""

    type: Exact = Field(description="Predicate type.")
    signers: Names = unset("Names of signers; default: the artifact's.")
    builder: Globs = unset("Of SLSA provenance.")
    source: Globs = unset("Of SLSA provenance: the source repository.")
    ref: Globs = unset("Of SLSA provenance.")
    commit: Globs = unset("Of SLSA provenance.")
    entry_point: Globs = unset("Of SLSA provenance: the workflow's path.")
    build_type: Globs = unset("Of SLSA provenance.")
    inputs: dict[Text, Globs] = unset("Workflow inputs that may be set, with their values; any other one is refused.")
    fields: dict[Text, Text] = Field(default={}, description="Dotted path in the predicate, and what must stand there.")


class ArtifactTable(Strict):
    """Files of one kind, each of which must be signed; a file of two kinds must be what both want."""

    files: Glob = Field(description="Path below the folder; `*` does not cross `/`.")
    count: Annotated[StrictInt, Field(ge=1, le=100_000)] = unset("Exactly so many.")
    at_least: Count = unset("Default: 1.")
    at_most: Annotated[StrictInt, Field(ge=1, le=100_000)] = unset("Default: no bound.")
    signers: Names = unset("Names of signers; default: all.")
    distinct_signers: Threshold = unset("So many different signers are needed. Default: 1.")
    distinct_logs: Threshold = unset("In so many different logs. Default: 1.")
    attestations: list[AttestationTable] = Field(default=[], description="Statements that must be there.")


class SumsTable(Strict):
    """The sums file, as sha256sum or sha512sum write it."""

    file: Text = Field(description="Path below the folder.")
    required: StrictBool = Field(default=True, description="Whether it must be there.")


class ReleaseTable(Strict):
    """What a release must be."""

    model_config = ConfigDict(title="ReleaseTable")

    trust_root: RootTable = unset("Default: the public-good root that comes with logproof.")
    signers: Annotated[dict[Text, SignerTable], AfterValidator(_not_empty)] = unset("Who may sign, by a name of your own: any of them.")
    artifacts: Annotated[list[ArtifactTable], AfterValidator(_not_empty)] = unset("What is released.")
    sums: SumsTable = unset("Digests of all artifacts.")
    extra_files: Annotated[list[Glob], BeforeValidator(listed)] = unset("Files that need not be signed.")
    one: list[Text] = unset("What all artifacts share: version, commit, ref.")
    minimum_version: Text = unset("Older ones are a rollback.")
    minimum_commit: Commit = unset(
        "Commits that are not this one and do not come after it are a rollback; looked up in a clone (--checkout)."
    )
    signed_since: Date = unset("Older signatures are a rollback.")
    log_configuration: Literal["low", "medium", "high", "critical"] = unset(
        "No finding of LP5xx of this severity or above in the source archive that is released."
    )
