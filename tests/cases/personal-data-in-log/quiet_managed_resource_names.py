import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

logger = logging.getLogger(__name__)


@dataclass
class Namespace:
    cluster: str
    overrides: list[str]
    integration: str


def missing(declared: Iterable[Mapping[str, str]], known: set[str], namespace: Namespace) -> int:
    problems = 0
    managed_types = {kind.lower() for kind in known} | set(namespace.overrides)
    for mrn in declared:
        if mrn["resource"] not in managed_types:
            problems += 1
            logger.error("resource %s is not managed in %s", mrn, namespace.cluster)
    return problems


def apply(desired: Mapping[str, str], current: Mapping[str, str], dry_run: bool) -> list[str]:
    changed = sorted(name for name, manifest in desired.items() if current.get(name) != manifest)
    for name in changed:
        logger.info("applying %s, dry run: %s", name, dry_run)
    return changed


@dataclass
class Quota:
    limit: int
    requested: int
    storage_class: str


def exceeded(quotas: Mapping[str, Quota], replicas: int, margin: float) -> Iterable[str]:
    for title, quota in quotas.items():
        total = quota.requested * replicas
        allowed = quota.limit * (1 + margin)
        if total > allowed and not quota.storage_class.startswith("shared"):
            yield f"{title}: {total} of {allowed}"


def labels(deployment: Mapping[str, Mapping[str, str]], owner: str, release: str) -> dict[str, str]:
    metadata = dict(deployment.get("metadata", {}))
    annotations = {prefix + owner: release for prefix in ("managed-by/", "part-of/")}
    merged = {**metadata, **annotations}
    return {label.strip(): value for label, value in merged.items() if value}


class Rollout:
    def __init__(self, strategy: str, surge: int, timeout: float) -> None:
        self.strategy, self.surge, self.timeout = strategy, surge, timeout

    def paused(self) -> bool:
        return self.strategy == "manual"

    def batches(self, pods: list[str]) -> Iterable[list[str]]:
        for offset in range(0, len(pods), self.surge):
            yield pods[offset : offset + self.surge]

    def deadline(self, started: float) -> float:
        return started + self.timeout

    def describe(self, template: str) -> str:
        return template.replace("{strategy}", self.strategy).replace("{surge}", str(self.surge))


def ordered(dependencies: Mapping[str, list[str]]) -> list[str]:
    visited: list[str] = []

    def visit(node: str) -> None:
        for parent in dependencies.get(node, []):
            visit(parent)
        if node not in visited:
            visited.append(node)

    for root in dependencies:
        visit(root)
    return visited
