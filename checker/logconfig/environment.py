"""In which environment a configuration is used: as the settings state, else as far as its name says."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import msgspec
from msgspec.structs import replace

from checker import patterns as re
from checker.logconfig.model import DEVELOPMENT, MIGRATION, PRODUCTION, TEST

_DEVELOPMENT = re.compile(
    r"^(?:dev|devel|develop|development|devcontainer|devstack|local|localhost|debug|sandbox|demo|example|examples|sample|samples|docs?|fixtures?)$"
)
_TEST = re.compile(
    r"^(?:test|tests|testing|unittests?|ci|travis|circle|circleci|appveyor|tox|unittest|pytest|behave|e2e|testdata|conftest|itests?|integration|testproject|testapp|testproj|benchmarks?"
    r"|(?!con|pro|at)[a-z0-9]{1,12}tests)$"
)
_MIGRATION = re.compile(r"^(?:alembic|migrations?|migrate)$")
"""A command of its own applies such a configuration (``alembic.ini``, ``migrations/env.py``): the service does not run with it."""
_PRODUCTION = re.compile(r"^(?:prod|production)$")
_LEFT_OVER = re.compile(
    r"(?:^|/)_?(?:archived|archives?(?!/(?:[\w/-]{0,80}[/_])?settings)|old|attic|backups?|bak|deprecated|obsolete|unused|graveyard|tutorials?|notebooks?|playground|scratch"
    r"|snippets?|quickstart|workshop)(?:[_-](?:code|files|scripts|versions?|diagnostics|src|stuff))?/"
    r"|[_-](?:old|bak|backup|deprecated|obsolete|orig|copy|snippets?)\.\w+$|\.(?:bak|backup|old|orig|save)(?:[._-]?\d[\d._-]{0,30})?$"
)
"""Folders and files that are kept, or shown to somebody, and are in no service; a file called ``archive.py`` or ``backup.py`` does
that, and a site may be called an archive."""
_LEFT_BEHIND = re.compile(
    r"(?:settings|config|conf|logging)[._-](?:legacy|old|bak|backup|deprecated|orig|copy)\.\w+$"
    r"|\.(?:conf|ya?ml|toml|json|ini|cfg|alloy)[._-](?:old|bak|backup|orig|save|disabled)$|(?:^|/)(?:legacy|old)_settings\.py$"
)
"""Files that were kept when others took their place."""
_IN_THE_MAKING = re.compile(r":(?:dev|devel|develop|development|local)$")
"""Tags of images that are built where they run, or from a branch under development."""
_DOCUMENTS = re.compile(r"^docs?$|^documentation$")
_DEPLOYMENT = re.compile(r"^(?:install|installation|installing|deploy|deployment|deploying|hosting|selfhost(?:ed|ing)?)$")
"""Folders of a documentation that say how the service is brought up for good."""
_CAMEL = re.compile(r"([a-z0-9])([A-Z])")
_PARTS = re.compile(r"[/._\-]+")


def is_in_the_making(image: str) -> bool:
    """Whether an image's tag says that it is no release: ``shop:dev``."""
    return bool(_IN_THE_MAKING.search(image))


KNOWN = (PRODUCTION, DEVELOPMENT, TEST, MIGRATION)
"""What names tell apart; settings may state others."""
Stated = Callable[[str], str]
"""The environment that the settings state for a file, ``""`` where they state none."""


def placed(fact: Any, stated: Stated) -> Any:
    """The fact in the environment that is stated for its file; a part that only a condition (``if DEBUG``) puts elsewhere stays there."""
    environment = stated(fact.span.path)
    derived = getattr(fact, "environment", "")
    if not environment or not derived or derived != environment_of(fact.span.path):
        return fact
    return replace(fact, environment=environment)


@functools.lru_cache(maxsize=1 << 16)
def environment_of(path: str) -> str:
    """``production`` unless a part of the path (a folder, a word of the file's, a class's or a function's name) says otherwise.

    What a name says of production settles the folders above it as far as they are only called like it: a word of ``shop_ci`` or
    ``demo-shop`` says nothing of ``shop_ci/settings/production.py``.
    """
    told = list(map(_said, path.split("/")))
    said = max((at for at, one in enumerate(told) if one.production), default=0)
    counting = [one for at, one in enumerate(told) if at >= said or one.single]
    if any(one.test for one in counting):
        return TEST
    lower = path.lower()
    if any(one.development for one in counting) or _LEFT_BEHIND.search(lower) or _LEFT_OVER.search(lower):
        return DEVELOPMENT
    return MIGRATION if any(one.migration for one in counting) else PRODUCTION


class _Said(msgspec.Struct, frozen=True):
    """What the name of a folder or a file says."""

    single: bool
    """Whether it is one word."""
    production: bool
    test: bool
    development: bool
    migration: bool


@functools.lru_cache(maxsize=1 << 16)
def _said(name: str) -> _Said:
    words = _words(_CAMEL.sub(r"\1_\2", name).lower())
    kinds = (any(kind.match(word) for word in words) for kind in (_PRODUCTION, _TEST, _DEVELOPMENT, _MIGRATION))
    return _Said(len(words) == 1, *kinds)


def deployed_as_documented(path: str) -> str:
    """`environment_of` a file of a deployment that the documentation gives to whoever runs the service: users take it as it stands."""
    folders = path.lower().split("/")
    at = next((at for at, name in enumerate(folders[:-1]) if _DOCUMENTS.match(name)), None)
    below = folders[at + 1 : -1] if at is not None else []
    told = any(_DEPLOYMENT.match(word) for name in below for word in _words(name.replace("self-host", "selfhost")))
    return environment_of("/".join(folders[(at or 0) + 1 :])) if told else environment_of(path)


def _words(name: str) -> list[str]:
    return [word for word in _PARTS.split(name) if word]
