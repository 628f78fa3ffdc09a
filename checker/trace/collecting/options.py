"""Settings by path, as readers keep them, taken apart again: what stands below a key, the items of a list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.logconfig.model import Setting

Options = Mapping[str, Setting]


def below(options: Options, key: str) -> dict[str, Setting]:
    """What stands below a key; the key's own value, where it has one, under ``""``."""
    found = {path[len(key) + 1 :]: one for path, one in options.items() if path.startswith(f"{key}.")}
    return {"": options[key], **found} if key in options else found


def listed(options: Options, key: str) -> list[dict[str, Setting]]:
    """The items of a list in order, each as settings by path; a single value is a list of one."""
    found: dict[str, dict[str, Setting]] = {}
    for path, one in below(options, key).items():
        first, _, rest = path.partition(".")
        if first.isdigit() or path == "":
            found.setdefault(first or "0", {})[rest] = one
    return list(found.values())


def heads(options: Options) -> list[str]:
    """The first keys, in order."""
    return list(dict.fromkeys(path.partition(".")[0] for path in options))


def text(options: Options, *keys: str, default: str = "") -> str:
    """The first of the values that is there and known, as text."""
    for key in keys:
        one = options.get(key)
        if one is not None and one.value is not None and not one.unknown:
            return str(one.value)
    return default


def texts(options: Options, key: str) -> list[str]:
    """A value, or the items of a list, as texts; those that are not known are left out."""
    return [str(one[""].value) for one in listed(options, key) if "" in one and one[""].value is not None]


def is_on(options: Options, key: str, *, default: bool = False) -> bool:
    """A switch; what is not known is taken as the default."""
    word = text(options, key).lower()
    return word in ("true", "yes", "on", "1") if word else default


def pairs(options: Options, key: str) -> Iterator[tuple[str, Setting]]:
    """Names and values below a key."""
    yield from ((name, one) for name, one in below(options, key).items() if name)
