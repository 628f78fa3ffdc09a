"""Policy packs, settings, vocabularies and waivers: what holds for a run, and where each value came from."""

from checker.policy.effective import Effective, KnownRule, Requirement, RuleSetting, Waiver
from checker.policy.globs import environment_of, ignored_rules, matches, waivers_for
from checker.policy.loading import load
from checker.policy.locate import packs_directory

__all__ = [
    "Effective", "KnownRule", "Requirement", "RuleSetting", "Waiver", "environment_of", "ignored_rules", "load", "matches",
    "packs_directory", "waivers_for",
]  # fmt: skip
