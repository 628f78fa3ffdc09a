"""Whether a commit comes after the one that a policy names, as a clone at hand knows it: a certificate names no order of commits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from checker import tree
from checker.release.claims import Claim
from checker.release.oneness import values_of
from checker.release.refusal import quoted
from checker.release.verifier import Attestation

COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_AS_WRITTEN = {"core.commitGraph": "false", "core.useReplaceRefs": "false"}
"""What could tell other parents of a commit than it has itself is not asked."""


def not_before(minimum: str, checkout: str, attestations: Mapping[str, Sequence[Attestation]]) -> Iterator[Claim]:
    """A claim for every commit of every artifact: it is ``minimum`` (a full SHA) or one of its descendants in the clone ``checkout``."""
    known: dict[str, str] = {}
    for path, made in attestations.items():
        commits = values_of("commit", made)
        if made and not commits:
            yield Claim("rolled-back-release", path, "the commit", f"{quoted(minimum)} or a later one", "none", holds=False)
        for commit in commits:
            if commit not in known:
                known[commit] = "" if commit == minimum else _why_not(minimum, commit, checkout)
            found = quoted(commit) + (f", {known[commit]}" if known[commit] else "")
            yield Claim("rolled-back-release", path, "the commit", f"{quoted(minimum)} or a later one", found, holds=not known[commit])


def _why_not(minimum: str, commit: str, checkout: str) -> str:
    """``""`` where the commit is a descendant; a clone that is cut off or knows one of them not never says that it is."""
    if not COMMIT.fullmatch(commit):
        return "which is no whole commit"
    try:
        for one, whose in ((minimum, "the policy's commit"), (commit, "it")):
            kind = tree.git(checkout, "cat-file", "-t", one, settings=_AS_WRITTEN)
            if kind is None:
                return "and there is no git to ask which came first"
            if kind.stdout.strip() != b"commit":
                return f"and the clone in which they are looked up does not know {whose}"
        done = tree.git(checkout, "merge-base", "--is-ancestor", minimum, commit, settings=_AS_WRITTEN)
    except TimeoutError as error:
        return f"and {error}"
    if done is not None and done.returncode == 0:
        return ""
    return "which does not come after it" if done is not None and done.returncode == 1 else "and git cannot say which came first"
