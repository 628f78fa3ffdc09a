"""Names that well-known libraries log under, and which of them a name was meant to be that is none of these.

`logging` takes any name: a level, a handler or ``propagate`` for ``gunicorn.errors`` is accepted and never used, since gunicorn writes to
``gunicorn.error``.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from checker.logconfig.letters import resembles

_CONTRIB = (
    "admin admindocs auth contenttypes flatpages gis humanize messages postgres redirects sessions sitemaps sites staticfiles syndication"
)
_REFUSED = (
    "csrf DisallowedHost DisallowedRedirect SuspiciousOperation SuspiciousFileOperation SuspiciousMultipartForm SuspiciousSession"
    " InvalidSessionKey TooManyFieldsSent TooManyFilesSent RequestDataTooBig UnreadablePostError BadRequest"
)
_DJANGO = (
    "apps channels channels.server conf contrib core core.cache core.checks core.files core.handlers core.mail core.management"
    " core.servers core.serializers core.signing db db.backends db.backends.base db.backends.mysql db.backends.oracle"
    " db.backends.postgresql db.backends.schema db.backends.sqlite3 db.migrations db.models dispatch forms http middleware request"
    " security server shortcuts tasks template template.base template.backends templatetags test urls utils utils.autoreload"
    " utils.translation views"
)
_GUNICORN = "access app arbiter config error glogging http http.body http.message http.wsgi instrument sock util workers"
_CELERY = (
    "app app.amqp app.base app.builtins app.control app.events app.log app.task app.trace app.utils apps apps.beat apps.multi apps.worker"
    " backends beat bin bootsteps canvas concurrency concurrency.prefork contrib events fixups loaders platforms pool redirected result"
    " schedules security signals states task utils utils.dispatch utils.dispatch.signal utils.functional utils.log worker"
    " worker.autoscale worker.components worker.consumer worker.control worker.heartbeat worker.job worker.loops worker.pidbox"
    " worker.request worker.state worker.strategy worker.worker"
)
_SQLALCHEMY = (
    "dialects dialects.mssql dialects.mysql dialects.oracle dialects.postgresql dialects.sqlite engine engine.Engine engine.base"
    " engine.base.Engine engine.create engine.default engine.reflection event ext ext.asyncio orm orm.loading orm.mapper"
    " orm.mapper.Mapper orm.path_registry orm.properties orm.relationships orm.session orm.strategies orm.unitofwork pool pool.base"
    " pool.impl pool.impl.AsyncAdaptedQueuePool pool.impl.NullPool pool.impl.QueuePool pool.impl.SingletonThreadPool"
    " pool.impl.StaticPool pool.NullPool pool.QueuePool schema sql testing types util"
)
_BELOW: dict[str, tuple[str, ...]] = {
    "django": (
        *_DJANGO.split(),
        *(f"contrib.{one}" for one in _CONTRIB.split()),
        *(f"security.{one}" for one in _REFUSED.split()),
    ),
    "uvicorn": ("access", "asgi", "error"),
    "gunicorn": tuple(_GUNICORN.split()),
    "celery": tuple(_CELERY.split()),
    "sqlalchemy": tuple(_SQLALCHEMY.split()),
    "werkzeug": ("_reloader", "debug", "serving"),
    "urllib3": ("connection", "connectionpool", "poolmanager", "util", "util.retry", "response"),
}
"""The parts below each library's own name; where a library names its loggers after its modules, those that configurations speak of."""
_CLOSED = frozenset(("uvicorn",))
"""Libraries that log under these names alone."""
_LONGEST = 60


@cache
def _known() -> frozenset[str]:
    return frozenset(_BELOW) | {f"{first}.{one}" for first, names in _BELOW.items() for one in names}


def meant(name: str, own: Iterable[str] = ()) -> str:
    """The known name that this one differs from by a letter or two; ``""`` where it is one itself, or resembles none.

    ``own`` are first parts that are not a library's: the project's packages.
    """
    parts = name.split(".")
    if len(name) > _LONGEST or name in _known() or parts[0] in own:
        return ""
    firsts = [parts[0]] if parts[0] in _BELOW else [one for one in sorted(_BELOW) if resembles(parts[0], one)]
    return next((one for one in (_corrected(first, parts) for first in firsts) if one), "") if len(firsts) == 1 or parts[1:] else ""


def _corrected(first: str, parts: list[str]) -> str:
    """The known name below a library's, or its own, that the parts of another are near to."""
    corrected = ".".join((first, *parts[1:]))
    if corrected in _known():
        return corrected
    same = (one for one in sorted(_known()) if one.startswith(f"{first}.") and one.count(".") == len(parts) - 1)
    return next((one for one in same if _differ_in_one(one.split(".")[1:], parts[1:])), "")


def is_of_nobody(name: str) -> bool:
    """Whether it stands below a library that has a few loggers, and is none of them."""
    return name.partition(".")[0] in _CLOSED and name not in _known()


def known_below(first: str) -> tuple[str, ...]:
    """The names that a library logs under."""
    return tuple(f"{first}.{one}" for one in _BELOW.get(first, ()))


def _differ_in_one(right: list[str], given: list[str]) -> bool:
    """Whether all parts are the same but one, which is near."""
    other = [(one, two) for one, two in zip(right, given, strict=True) if one != two]
    return len(other) == 1 and resembles(other[0][1], other[0][0])
