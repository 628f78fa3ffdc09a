"""From what packs and settings say of a release to plain data; the last layer's word on each matter holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from checker.errors import Problem
from checker.policy.document import Document, did_you_mean, quoted
from checker.policy.document import Path as Place
from checker.policy.release_schema import ReleaseTable, SignerTable
from checker.release.versions import parsed
from checker.release.wanted import Artifacts, Attested, Release, Signer

ONE = ("version", "commit", "ref")
SHIPPED_ROOTS = ("public-good", "staging")
_CLAIMS = tuple(name for name in SignerTable.model_fields if name not in ("key", "from_", "until"))
_PROVENANCE = ("builder", "source", "ref", "commit", "entry_point", "build_type")


class _Reader:
    """One document's ``release``, with everything that is wrong with it."""

    def __init__(self, document: Document, folder: Path, table: ReleaseTable, problems: list[Problem]) -> None:
        self.document, self.folder, self.table, self.problems = document, folder, table, problems

    def complain(self, message: str, path: Place, *, hint: str | None = None) -> None:
        """Note what is wrong below ``release``."""
        self.problems.append(self.document.problem(message, ("release", *path), key=True, hint=hint))

    def read(self) -> dict[str, Any]:
        """The fields of `Release` that the document gives."""
        table, given = self.table, self.table.model_fields_set
        made: dict[str, Any] = {}
        if "trust_root" in given:
            made |= self._root()
        if "signers" in given:
            made["signers"] = tuple(self._signer(name, signer) for name, signer in table.signers.items())
        if "artifacts" in given:
            made["artifacts"] = tuple(self._artifacts(number, kind) for number, kind in enumerate(table.artifacts))
            self._twice()
        if "sums" in given:
            made |= {"sums": table.sums.file, "sums_required": table.sums.required}
        for name in ("extra_files", "one"):
            if name in given:
                made[name] = tuple(getattr(table, name))
        for number, word in enumerate(table.one if "one" in given else ()):
            if word not in ONE:
                self.complain(f"{quoted(word)} is not one of {', '.join(ONE)}", ("one", number), hint=did_you_mean(word, ONE))
        if "minimum_version" in given:
            made["minimum_version"] = table.minimum_version
            if parsed(table.minimum_version) is None:
                self.complain(f"{quoted(table.minimum_version)} is no version", ("minimum-version",))
        if "minimum_commit" in given:
            made["minimum_commit"] = table.minimum_commit
        if "log_configuration" in given:
            made["log_configuration"] = table.log_configuration
        if "signed_since" in given:
            made["signed_since"] = date.fromisoformat(table.signed_since)
        return made

    def _root(self) -> dict[str, Any]:
        root: Any = self.table.trust_root  # any field of it may be None, where it was left out
        path = ("trust-root",)
        if (root.name is None) == (root.file is None):
            self.complain("the trust root is either a `name` or a `file`", path)
        elif root.name is not None and root.name not in SHIPPED_ROOTS:
            self.complain(f"there is no root {quoted(root.name)}", (*path, "name"), hint=f"there are {', '.join(SHIPPED_ROOTS)}")
        elif root.name is not None and (root.sha256 or root.as_of):
            self.complain("a root that comes with logproof has its pin already", path, hint="leave `sha256` and `as-of` out")
        elif root.file is not None and not root.sha256:
            self.complain("the root file must be pinned", path, hint="add `sha256: ...`, as sha256sum prints it")
        elif root.file is not None and root.max_age_days and not root.as_of:
            self.complain("nothing says how old the root file is", path, hint="add `as-of: 2027-01-31`, the day on which it was fetched")
        file = str((self.folder / root.file).absolute()) if root.file else ""
        as_of = date.fromisoformat(root.as_of) if root.as_of else None
        return {"root": root.name or file, "root_sha256": root.sha256 or "", "root_as_of": as_of, "max_age_days": root.max_age_days}

    def _signer(self, name: str, table: Any) -> Signer:
        path, given = ("signers", name), table.model_fields_set
        claims = tuple((field.replace("_", "-"), tuple(_listed(getattr(table, field)))) for field in _CLAIMS if field in given)
        start, end = (date.fromisoformat(day) if day else None for day in (table.from_, table.until))
        if table.key:
            if claims:
                self.complain(f"{quoted(claims[0][0])} is of a certificate, and a managed key has none", (*path, claims[0][0]))
            if start and end and start > end:
                self.complain("the key's last day lies before its first", (*path, "until"))
            return Signer(name, (), str((self.folder / table.key).absolute()), start, end)
        if start or end:
            self.complain("`from` and `until` are of a managed key; a certificate has its own time", path)
        for field, why in (("issuer", "anybody may run an issuer of their own"), ("identity", "the issuer vouches for everybody")):
            if field not in given:
                self.complain(f"the key {quoted(field)} is missing", path, hint=why)
        return Signer(name, claims)

    def _artifacts(self, number: int, table: Any) -> Artifacts:
        path, given = ("artifacts", number), table.model_fields_set
        at_least, at_most = (table.at_least if "at_least" in given else 1), table.at_most
        if "count" in given:
            if given & {"at_least", "at_most"}:
                self.complain("`count` and `at-least` or `at-most` contradict each other", (*path, "count"))
            at_least = at_most = table.count
        if at_most is not None and at_least > at_most:
            self.complain(f"at least {at_least} and at most {at_most} contradict each other", (*path, "at-least"))
        names = self._names(table.signers, path)
        possible = len(names or (self.table.signers if "signers" in self.table.model_fields_set else ())) or 100
        wanted = table.distinct_signers or 1
        if wanted > 1 and possible < 2 and not any("*" in pattern for pattern in self._identities(names)):
            self.complain(f"{wanted} distinct signers are wanted, and there is one", (*path, "distinct-signers"))
        attested = tuple(self._attested((*path, "attestations", index), one) for index, one in enumerate(table.attestations))
        return Artifacts(table.files, at_least, at_most, names, wanted, table.distinct_logs or 1, attested)

    def _identities(self, names: Sequence[str]) -> Iterator[str]:
        signers = self.table.signers if "signers" in self.table.model_fields_set else {}
        for name, signer in signers.items():
            if not names or name in names:
                yield from signer.identity or ()

    def _names(self, names: Sequence[str] | None, path: Place) -> tuple[str, ...]:
        known = self.table.signers if "signers" in self.table.model_fields_set else None
        for number, name in enumerate(names or ()):
            if known is not None and name not in known:
                hint = did_you_mean(name, known) or f"there are {', '.join(known)}"
                self.complain(f"there is no signer {quoted(name)}", (*path, "signers", number), hint=hint)
        return tuple(names or ())

    def _attested(self, path: Place, table: Any) -> Attested:
        given = table.model_fields_set
        claims = tuple((field.replace("_", "-"), tuple(_listed(getattr(table, field)))) for field in _PROVENANCE if field in given)
        inputs = tuple((name, tuple(values)) for name, values in table.inputs.items()) if "inputs" in given else None
        if (claims or inputs is not None) and not table.type.startswith("https://slsa.dev/provenance/"):
            self.complain(f"{quoted(claims[0][0] if claims else 'inputs')} is of SLSA provenance alone", path, hint="use `fields`")
        return Attested(table.type, self._names(table.signers, path), claims, inputs, tuple(table.fields.items()))

    def _twice(self) -> None:
        seen: set[str] = set()
        for number, kind in enumerate(self.table.artifacts):
            if kind.files in seen:
                self.complain(f"{quoted(kind.files)} stands here twice", ("artifacts", number, "files"))
            seen.add(kind.files)


def _listed(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def merged(said: Sequence[tuple[Document, str, ReleaseTable]], root: Path, problems: list[Problem]) -> Release | None:
    """All layers' words; each comes with its document and its label, which is a path from ``root``."""
    if not said:
        return None
    made: dict[str, Any] = {}
    for document, label, table in said:
        made |= _Reader(document, (root / label).parent, table, problems).read()
    return Release(**made)
