"""What one run is asked for, and what every part of it needs to know."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from checker import cache, files, suppress
from checker.discover import Listing, Project
from checker.files import File
from checker.model import Finding
from checker.own_files import Own, own
from checker.policy import Effective, Waiver, ignored_rules, load, matches
from checker.release.claims import Claim
from checker.rule import Rule, kind
from checker.standing import Wanted

if TYPE_CHECKING:
    from checker.since import Changes


class Request(msgspec.Struct, frozen=True):
    """What one run is asked for."""

    paths: tuple[str, ...] = ()
    cwd: str = "."
    config: str | None = None
    policies: tuple[str, ...] = ()
    overrides: Mapping[str, Any] = msgspec.field(default_factory=dict)
    """Settings that the command line gives, by name."""
    rule_folders: tuple[str, ...] = ()
    unsaved: tuple[str, bytes] | None = None
    """Name and content of the one file to report on, which the disk may not hold."""
    today: str = ""
    """ISO date, by which suppressions expire."""
    cache: bool = True
    jobs: int | None = None
    standing: Wanted = msgspec.field(default_factory=Wanted)
    """Baseline and changes."""


class Run(msgspec.Struct, frozen=True):
    """What every part of one run needs to know."""

    project: Project
    policy: Effective
    rules: tuple[Rule, ...]
    """Those in force, sorted by code."""
    files: dict[str, File]
    known: suppress.Known

    def wants(self, path: str, *, test: bool) -> bool:
        """Whether a finding at that path is to be reported."""
        return self.project.covers(path) and (self.policy.include_tests or not (test or files.is_test(path)))

    def asked_for(self, found: Finding) -> bool:
        """Whether a finding, or its flow, lies in something that was asked for."""
        return any(self.project.covers(span.path) for span in (found.span, *(step.span for step in found.steps)))

    def ran(self, name: str, path: str) -> bool:
        """Whether a rule judges a file."""
        return name in self.policy.rules and self.policy.rules[name].enabled and name not in ignored_rules(self.policy, path)

    def looked(self, waiver: Waiver) -> bool:
        """Whether every file that a waiver is for was looked at by its rule."""
        if not any(rule.name == waiver.rule and rule.about != kind(Claim) for rule in self.rules):
            return False  # it is off, or a matter of `verify`
        paths = [path for path in self.files if matches((waiver.path,), path)]
        return all(self.project.covers(path) and self.ran(waiver.rule, path) for path in paths or [""])


def policy_of(request: Request, project: Project, rules: tuple[Rule, ...]) -> Effective:
    """The settings and packs in force."""
    config = Path(request.cwd, request.config) if request.config else None
    return load(Path(project.root), config=config, policies=request.policies, overrides=request.overrides, rules=rules, cache=request.cache)


def run_of(request: Request, project: Project, policy: Effective, rules: tuple[Rule, ...], listing: Listing) -> Run:
    """What a run knows before anything is read."""
    names = {word: rule.name for rule in rules for word in (rule.name, rule.code)}
    codes = {rule.name: rule.code for rule in rules}
    locked = frozenset(name for name, setting in policy.rules.items() if setting.locked)
    known = suppress.Known(names, codes, locked, request.today)
    enabled = tuple(rule for rule in rules if policy.rules[rule.name].enabled)
    return Run(project, policy, enabled, {file.path: file for file in (*listing.files, *listing.others)}, known)


def changes_of(request: Request, project: Project, run: Run) -> Changes | None:
    """What changed since the revision that was named, ``None`` where none was."""
    if request.standing.since is None:
        return None
    from checker import since  # most runs are about all findings

    return since.changes(project.root, request.standing.since, run.files)


def own_of(request: Request, project: Project) -> Own:
    """What the run needs to know of logproof itself."""
    where = cache.folder() if request.cache else None
    return own(where if where is not None and cache.outside(project.root, where) else None)


def cache_of(request: Request, project: Project, policy: Effective, sources: str) -> cache.Cache:
    """The cache of the project; one that keeps nothing where none is wanted. ``sources``: see `checker.own_files.Own`."""
    if not request.cache:
        return cache.Cache()
    return cache.open_cache(project.root, policy.vocabulary_digest, cache.folder(), sources)
