"""What decides a refusal, and switches of the set-up: what one of them refuses to everybody tells nothing of somebody's rights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.deciding.undecided import makers
from checker.source.audit.deciding.verifying.conditions import BARRED, IDENTITY, OF_ACCESS, RIGHTS, Conditions
from checker.source.audit.signs.mentions import named, words_of
from checker.source.audit.ways.paths import Entry, Guard, Handling, Way
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_SETTINGS = frozenset({"settings", "config", "conf", "app_config", "options", "cfg", "CONF", "constants", "environ", "Config", "Settings"})
_LAST_OF_SETTINGS = (("config",), ("settings",), ("configuration",), ("conf",))
_OF_SOMEBODY = frozenset({"user", "account", "member", "profile", "team", "project", "org", "organization", "tenant", "workspace", "role"})
"""Words of settings that are somebody's own."""
_SWITCHES = ("allow_", "enable_", "is_enabled", "using_", "use_", "supports_")
_ASKED = frozenset({"get_config", "get_setting", "get_app_config", "get_site_config", "get_option", "get_feature", "get_feature_flag"})
"""Functions that give a setting by its name."""
_ENVIRONMENT = frozenset({"os.getenv", "os.environ.get", "getenv", "environ.get"})
_WHERE_FROM = frozenset({"remote", "addr", "ip", "ips", "peer", "networks", "cidr", "cidrs"})
"""Words of where a client comes from: those that the settings list have a right, ``request.remote_addr not in config["OFFICE"]``."""
_OWN_SWITCHES = ("expose_", "enable_", "enabled_", "disable_", "is_enabled")
"""How attributes begin by which a server is set up: ``self.expose_info``."""


class Switches:
    """Tells tests of the set-up from others."""

    def __init__(self, follower: Follower, conditions: Conditions) -> None:
        self._follower = follower
        self._conditions = conditions

    def decided(self, fn: Fn, way: Way, positions: list[int]) -> Entry:
        """What decides: the last test or error, but not whether to raise, and no switch of the set-up inside the handler of an error."""
        last = way.entries[positions[-1]]
        if isinstance(last, Guard) and len(positions) > 1 and makers.asks_how_to_refuse(fn, last.condition):
            return way.entries[positions[-2]]
        if isinstance(last, Guard) and self.is_switch(fn, last.condition):
            caught = (way.entries[at] for at in reversed(positions[:-1]) if isinstance(way.entries[at], Handling))
            return next(caught, last)
        return last

    def is_switch(self, fn: Fn, node: int) -> bool:
        """Whether a test asks for the state of the set-up: the settings alone, or among others that ask for no right."""
        record = fn.body.nodes[node]
        if record[0] == ir.VAR:
            return self.is_switch(fn, record[2])
        if record[0] == ir.UNION:  # enabled = settings.SIGNUP if settings.PROVIDER == "basic" else False
            values = [one for one in record[1] if one != node and fn.body.nodes[one][0] != ir.CONST]
            return bool(values) and all(self.is_switch(fn, one) for one in values)
        if record[0] == ir.COND:
            operands = [one for one in record[2] if fn.body.nodes[one][0] != ir.CONST]
            asked = [self.is_switch(fn, one) for one in operands]
            if record[1] in ("in", "not in") and asked[-1:] == [True]:  # a format that the settings do not offer
                return (IDENTITY | RIGHTS | BARRED | OF_ACCESS | _WHERE_FROM).isdisjoint(words_of(fn, node))
            if record[1] in ("and", "or") and any(asked) and not self._conditions.is_comparison(fn, node):
                return RIGHTS.isdisjoint(words_of(fn, node))
            return bool(asked) and all(asked)
        text = self._follower.text(fn, record[1] if record[0] == ir.CALL else node)
        last = text.rpartition(".")[2]
        if record[0] == ir.CALL and text == "bool" and len(record[2]) == 1 and record[2][0] >= 0:
            return self.is_switch(fn, record[2][0])
        given = record[2][0] if record[0] == ir.CALL and record[2] else -1
        if given >= 0 and (last in _ASKED or text in _ENVIRONMENT) and fn.body.nodes[given][0] == ir.CONST:
            return (IDENTITY | RIGHTS).isdisjoint(words_of(fn, given))
        if (record[0] in (ir.GLOBAL, ir.IMPORT) and last.isupper()) or (
            record[0] == ir.CALL and not record[2] and last.lstrip("_").startswith(_SWITCHES)
        ):
            return True
        if record[0] == ir.ATTR and text == f"self.{last}" and last.startswith(_OWN_SWITCHES):
            return True
        if record[0] == ir.ITEM or (record[0] == ir.CALL and last == "get"):  # data["settings"]["application"].get("use_share")
            return self._of_settings(frozenset(named(fn, node)))
        return not _SETTINGS.isdisjoint(text.replace("()", "").split(".")[:-1])

    @staticmethod
    def _of_settings(names: frozenset[str]) -> bool:
        """Whether something is looked up in the settings, or is a switch by its name in settings of a longer one:
        ``self.instance_config.data.get("system").get("allow_new_passwords")``.
        """
        if not _SETTINGS.isdisjoint(names):
            return True
        kept = (split(name) for name in names)
        return any(name.startswith(_SWITCHES) for name in names) and any(
            words[-1:] in _LAST_OF_SETTINGS and _OF_SOMEBODY.isdisjoint(words) for words in kept
        )
