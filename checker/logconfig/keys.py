"""Keys and values of the dictionary schema that Python's logging ignores, refuses, or takes otherwise than they look."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from checker import patterns as re
from checker.logconfig.model import LEVELS, Misread, Setting
from checker.logconfig.parameters import PARAMETERS
from checker.logconfig.resolve import Resolver
from checker.logconfig.values import Items, Map, Value
from checker.model import Span

Entries = Mapping[str, tuple[Value, Span]]
_TOP = (
    "version",
    "incremental",
    "disable_existing_loggers",
    "formatters",
    "filters",
    "handlers",
    "loggers",
    "root",
    "objects",
    "queue_listeners",
)
_LOGGER = ("level", "propagate", "filters", "handlers")
_OF_LOGGERS = frozenset(("level", "propagate"))
"""Keys of a logger that the whole dictionary has not."""
_OTHERS = {"formatter": "a handler", "formatters": "a handler", "format": "a formatter", "stream": "a handler", "filename": "a handler"}
"""Keys that have no effect on a logger, and whose they are."""
_SETTING = re.compile(r"[a-z][a-z0-9_]{2,60}$")
"""What looks like a setting: neither a remark (`_note`, `//`) nor an extension (`x-...`)."""
_REMARKS = frozenset(("class", "name", "comment", "comments", "description", "note", "notes", "help", "doc", "docs", "title", "id"))
"""Keys that say something to readers alone, or that do no harm."""
_FORMATTER = ("format", "datefmt", "style", "validate", "class", "defaults")
_QUEUE = "logging.handlers.QueueHandler"
"""For this one dictConfig has keys of its own (Python 3.12)."""
_FALSE = frozenset(("no", "off", "false", "0", "n", "none", "never", "disabled"))


def near(word: str, known: tuple[str, ...]) -> str:
    """The known key that a wrong one was meant to be, ``""`` where none is near."""
    plain = word.lower().replace("_", "").replace("-", "")
    for one in known:
        if one.lower().replace("_", "") in (plain, f"{plain}s", plain.removesuffix("s")) and one != word:
            return one
    import difflib  # most runs misspell nothing

    found = difflib.get_close_matches(word, known, 1, 0.8)
    return found[0] if found and found[0] != word else ""


def misread_root(top: Entries, span: Span, resolver: Resolver) -> Iterator[Misread]:
    """Of the whole dictionary."""
    loggers = [one for _, one, _ in resolver.entries(top["loggers"][0])] if "loggers" in top else []
    listed = {id(one.data) for one in loggers}
    merged = {place for one in [*loggers, *(top[key][0] for key in ("root",) if key in top)] for _, _, place in resolver.entries(one)}
    for key, (value, place) in top.items():
        meant = near(key, _TOP) if key not in _TOP else ""
        if meant:
            yield Misread(place, f"the key `{key}` is ignored: it is called `{meant}`")
        elif (
            key not in _TOP
            and id(value.data) not in listed  # what an anchor keeps is used there, as is what a merge key takes of it
            and _is_logger(value, resolver)
            and not any(at in merged for _, _, at in resolver.entries(value))
        ):
            yield Misread(place, f"the key `{key}` is ignored: a logger stands below `loggers`")
        elif key in _OF_LOGGERS and "version" in top:
            yield Misread(place, f"the key `{key}` is ignored: it is a logger's, and stands beside `loggers`")
    if "version" in top:
        version = resolver.setting(top["version"][0])
        if not version.unknown and version.value != 1:
            yield Misread(version.span, f"`version` must be the number 1, and dictConfig refuses {version.value!r}")
    yield from _truth(top, "disable_existing_loggers", resolver)


def _is_logger(value: Value, resolver: Resolver) -> bool:
    """Whether a mapping says where records go, as only a logger's does."""
    keys = {key for key, _, _ in resolver.entries(value)}
    return "handlers" in keys and bool(keys & {"level", "propagate"}) and keys <= set(_LOGGER)


def misread_name(name: str, place: Span) -> Iterator[Misread]:
    """A pattern, which to logging is a name like any other: documentation writes `django.security.*` for all of those."""
    if name.endswith(".*"):
        yield Misread(
            place, f"the logger `{name}` is no pattern: nothing logs under that name, and those below `{name[:-2]}` are not meant"
        )


def logger_keys(name: str, entries: Entries, resolver: Resolver) -> Iterator[Misread]:
    """Of one logger."""
    told = f"the logger {name}" if name else "the root logger"
    for key, (_, place) in entries.items():
        meant = near(key, _LOGGER) if key not in _LOGGER else ""
        if meant:
            same = meant == "propagate" and (not name or resolver.setting(entries[key][0]).value is True)  # as without the key
            yield Misread(place, f"the key `{key}` of {told} is ignored: it is called `{meant}`", same)
        elif key == "qualname":
            yield from _renamed(name, entries[key][0], place, resolver)
        elif key in _OTHERS:
            yield Misread(place, f"the key `{key}` of {told} is ignored: it belongs to {_OTHERS[key]}")
        elif key not in _LOGGER and _SETTING.match(key) and key not in _REMARKS:
            yield Misread(place, f"the key `{key}` of {told} is ignored: a logger has none of that name")
    for misread in _truth(entries, "propagate", resolver):
        yield misread if name else replace(misread, what=f"{misread.what}, and the root logger has no parent anyway")
    yield from _level(entries, told, resolver)
    yield from _listed(entries, "handlers", resolver)


def _renamed(name: str, value: Value, place: Span, resolver: Resolver) -> Iterator[Misread]:
    """A name as files for ``fileConfig`` give it, where it is another one than the key that dictConfig takes for it."""
    meant = resolver.setting(value).value
    if isinstance(meant, str) and meant != name:
        yield Misread(place, f"the key `qualname` is ignored: to dictConfig the logger is called `{name}`, not `{meant}`")


def misread_handler(name: str, cls: str, entries: Entries, place: Span, resolver: Resolver) -> Iterator[Misread]:
    """Of one handler."""
    known = PARAMETERS.get(cls) if cls != _QUEUE else None
    for key, (_, at) in entries.items():
        if key in ("class", "()", "level", "formatter", "filters", "."):
            continue
        meant = near(key, (*(known or ()), "level", "formatter", "filters")) if key not in (known or (key,)) else ""
        if known is not None and key not in known:
            called = f": it is called `{meant}`" if meant else ""
            yield Misread(at, f"{cls.rpartition('.')[2]} has no parameter `{key}`, so dictConfig fails{called}")
    yield from _level(entries, f"the handler {name}", resolver)
    if "stream" in entries and cls == "logging.StreamHandler":
        stream = resolver.setting(entries["stream"][0])
        if (
            isinstance(stream.value, str)
            and stream.value in ("sys.stdout", "sys.stderr", "stdout", "stderr")
            and _is_text(entries["stream"][0], resolver)
        ):
            yield Misread(
                stream.span,
                f"the stream is the text {stream.value!r}, to which nothing can be written: write `ext://sys.{stream.value.rpartition('.')[2]}`",
            )
    yield from _listed(entries, "filters", resolver)


def misread_formatter(value: Value, resolver: Resolver) -> Iterator[Misread]:
    """Of one formatter."""
    entries = {str(key): (one, place) for key, one, place in resolver.entries(value)}
    if "()" in entries:
        return
    for key, (_, place) in entries.items():
        meant = ("format" if key == "fmt" else near(key, _FORMATTER)) if key not in _FORMATTER else ""
        if meant:
            yield Misread(place, f"the key `{key}` of a formatter is ignored: it is called `{meant}`")
        elif key not in _FORMATTER and _SETTING.match(key) and key not in _REMARKS and entries[key][0].data not in (None, "", False):
            yield Misread(place, f"the key `{key}` of a formatter is ignored: only what `()` names is given further ones")
    yield from _style(entries, resolver)


def _style(entries: Entries, resolver: Resolver) -> Iterator[Misread]:
    """Since Python 3.8 a format that does not fit its style is refused."""
    if "format" not in entries or "class" in entries or isinstance(entries["format"][0].data, Map):
        return
    text, style = resolver.setting(entries["format"][0]), resolver.setting(entries["style"][0]) if "style" in entries else None
    if not isinstance(text.value, str) or text.open or (style is not None and (style.unknown or style.open)):
        return
    chosen = style.value if style is not None else "%"
    percent, brace = "%(" in text.value, "{" in text.value and "}" in text.value
    if chosen == "%" and not percent and brace and any(f"{{{name}" in text.value for name in ("message", "asctime", "levelname", "name")):
        yield Misread(text.span, "the format is written with braces, and without `style: '{'` it is refused or printed as it stands")
    elif chosen == "{" and percent and not brace:
        yield Misread(text.span, "the format is written with percent signs, and with `style: '{'` it is refused or printed as it stands")


def _truth(entries: Entries, key: str, resolver: Resolver) -> Iterator[Misread]:
    if key in entries:
        setting = resolver.setting(entries[key][0])
        if isinstance(setting.value, str) and setting.value.strip().lower() in _FALSE and not setting.open:
            yield Misread(setting.span, f"`{key}` is the text {setting.value!r}, which counts as true")


def _level(entries: Entries, owner: str, resolver: Resolver) -> Iterator[Misread]:
    if "level" not in entries:
        return
    setting = resolver.setting(entries["level"][0])
    if isinstance(setting.value, str) and not _is_level(setting) and not setting.open:
        meant = setting.value.upper() if setting.value.upper() in LEVELS else near(setting.value.upper(), tuple(LEVELS))
        if meant and not setting.value.startswith(("logging.", "ext://", "$", "{", "<", "%")):
            yield Misread(setting.span, f"{setting.value!r} is no level, so that the configuration of {owner} is refused: it is `{meant}`")


def _is_level(setting: Setting) -> bool:
    return setting.value in LEVELS or str(setting.value).rpartition(".")[2] in LEVELS


def _listed(entries: Entries, key: str, resolver: Resolver) -> Iterator[Misread]:
    if key in entries:
        value = resolver.resolve(entries[key][0])
        if isinstance(value.data, str) and value.data and not value.open:
            yield Misread(value.span, f"`{key}` is the text {value.data!r} and not a list: each of its letters is taken for a name")


def _is_text(value: Value, resolver: Resolver) -> bool:
    return isinstance(resolver.resolve(value).data, str) and not isinstance(value.data, Items)
