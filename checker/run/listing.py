"""A project's files; a hook lists them beside what it does already for the files that it is asked about."""

from __future__ import annotations

from functools import partial
from importlib import import_module

import msgspec

from checker import discover, logconfig, monitoring, pool
from checker.cache import Cache
from checker.discover import Listing, Project
from checker.files import look_at
from checker.policy import Effective
from checker.run.meanwhile import JOIN


class _Listed(msgspec.Struct, array_like=True):
    listing: Listing
    judged: dict[str, bool]
    changed: bool


def may_be_configuration(path: str, kept: Cache) -> bool:
    """Whether a file that is no Python may say something of logging or of alerts, by its name; only a new name needs the readers."""
    return monitoring.may_be_monitoring(path) or (logconfig.resembles(path) and kept.judged(path, logconfig.may_be_configuration))


def listed(project: Project, policy: Effective, content: bytes | None, kept: Cache, jobs: int) -> Listing:
    """The files, in another process where this one has to load what makes facts anew meanwhile; see `checker.discover.listing`."""
    wanted = partial(may_be_configuration, kept=kept)

    def told(given: object) -> bytes:
        listing = discover.listing(project, policy.exclude, content, wanted)
        return msgspec.msgpack.encode(_Listed(listing, *kept.judgements()))

    if content is not None or not pool.forks(jobs) or not _has_changed(project, kept):
        return discover.listing(project, policy.exclude, content, wanted)
    fork = pool.Fork(told)
    import_module(JOIN[-1])
    data = fork.told()
    if data is None:  # it says itself why
        return discover.listing(project, policy.exclude, content, wanted)
    found = msgspec.msgpack.decode(data, type=_Listed)
    kept.take(found.judged, changed=found.changed)
    return found.listing


def _has_changed(project: Project, kept: Cache) -> bool:
    """Whether only files are asked for of which the cache knows another state: that they are looked at now does not count."""
    for path, given in zip(project.asked, project.given, strict=True):
        file = look_at(project.root, given) if path.endswith(".py") else None
        known = kept.get(path, file.stamp) if file is not None else None
        if known is None:
            return False
        if not known.fresh:
            return True
    return False
