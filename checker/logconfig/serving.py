"""Whether a project is a service: a web application is made in one of the files that such applications are started from."""

from __future__ import annotations

from collections.abc import Iterator

from checker import patterns as re
from checker.logconfig.sources import Sources

_STARTED_FROM = re.compile(r"(?:^|/)(?:main|app|application|api|server|asgi|wsgi|manage|factory|__init__)\.py$")
MAKES = re.compile(
    rb"=\s*(?:fastapi\.|flask\.|sanic\.|quart\.|litestar\.|starlette\.applications\.)?(?:FastAPI|Flask|Sanic|Quart|Litestar|Starlette)\("
    rb"|DJANGO_SETTINGS_MODULE|\bget_[aw]sgi_application\("
)
"""What makes a web application."""
_SETS_UP = re.compile(
    rb"(?:setup|set_up|configure|config|init|install|start)\w*log\w*\(|\blog\w*_?(?:setup|config|init)\w*\(|LoggingInstrumentor|basicConfig|dictConfig",
    re.IGNORECASE,
)
"""What may set logging up by way of code that is not the project's."""
_MOST = 40
_NOT = re.compile(r"(?:^|/)(?:tests?|examples?|docs?|scripts?|samples?|tools?)/")


def serves(sources: Sources) -> bool:
    """Looks into the files nearest to the root, up to a bound."""
    return any(MAKES.search(data) for _, data in started_from(sources))


def is_bare(sources: Sources) -> bool:
    """Whether it is a service of which no such file has a word of setting logging up."""
    found = [data for _, data in started_from(sources)]
    return any(MAKES.search(data) for data in found) and not any(_SETS_UP.search(data) for data in found)


def started_from(sources: Sources) -> Iterator[tuple[str, bytes]]:
    """Path and content of the files nearest to the root that are called as what an application is started from, up to a bound."""
    named = (path for path in sources.paths if _STARTED_FROM.search(path) and not _NOT.search(path))
    nearest = sorted(named, key=lambda path: (path.endswith("__init__.py"), path.count("/"), path))[:_MOST]
    yield from ((path, sources.data(path) or b"") for path in nearest)
