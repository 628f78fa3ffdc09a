"""Methods by which the class of a view, or one that it inherits from, sees how each of its requests ends.

https://www.django-rest-framework.org/api-guide/views/#dispatch-methods, https://docs.djangoproject.com/en/5.2/ref/class-based-views/base/,
https://flask.palletsprojects.com/en/stable/api/#flask.views.View.dispatch_request,
https://www.tornadoweb.org/en/stable/web.html#tornado.web.RequestHandler.on_finish
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.audit.project.recording.handlers import Handlers
    from checker.source.names.lookup import Names

_AROUND = frozenset({"dispatch", "dispatch_request"})
"""Those that run what answers in the middle of their own."""
_OF_ERRORS = frozenset({"handle_exception", "write_error"})
_AT_LAST = frozenset({"finalize_response", "on_finish"})
FOR_ALL = _AT_LAST | _OF_ERRORS
"""Those to which an error comes wherever it was raised: in a serializer, or by who was asked for a right."""
_NAMES = FOR_ALL | _AROUND

_SENDS, _SENT = "calls send_error(", frozenset({"HTTPError"})


def sent(text: str) -> frozenset[str]:
    """What such a method is told of by an answer that a message calls so, as if it had been raised: Tornado's ``send_error(403)``."""
    return _SENT if text.startswith(_SENDS) else frozenset()


def around(names: Names, fn: Fn) -> Iterator[Fn]:
    """Those of a method's class; none of any other function."""
    for cls in names.mro(fn.owner)[0] if fn.owner is not None else ():
        found = (cls.record.methods.get(name) for name in sorted(_NAMES) if name != fn.name)
        yield from (cls.module.functions[position] for position in found if position is not None)


def records(handlers: Handlers, hook: Fn, names: frozenset[str], *, raised: bool) -> bool:
    """Whether such a method records a refusal; ``names`` are those of what is raised and its bases.

    What is written of each answer alike is a log of accesses.
    """
    if hook.name in _OF_ERRORS:
        return raised and handlers.records_for(hook, names)
    return handlers.tells(hook, raised=raised, names=names)
