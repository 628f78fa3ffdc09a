"""fail2ban's jails and filters, and its patterns held against Python's own engine, which is the one that fail2ban runs them on."""

from __future__ import annotations

import re

import pytest

from checker.monitoring.jails import Jail, LogFilter, filter_of, interpolated, names_who, pattern
from tests.monitoring.reading import facts_of

_JAILS = """\
[INCLUDES]
before = paths-debian.conf

[DEFAULT]
bantime  = 10m ; ten minutes
log_root = /var/log/shop

[shop]
enabled = true ; since May
filter  = shop-auth[mode=hard]
logpath = %(log_root)s/auth.log
          %(log_root)s/web-*.log tail

[sshd]
logpath = %(sshd_log)s
backend = systemd

[later]
enabled = %(when)s
logpath = /var/log/later.log
"""


def test_jails() -> None:
    """A jail has its state, its filter without options, and its files with what the defaults fill in."""
    shop, sshd, later = (one for one in facts_of("deploy/fail2ban/jail.local", _JAILS) if isinstance(one, Jail))
    assert (shop.name, shop.enabled, shop.stated, shop.filter, shop.span.line) == ("shop", True, True, "shop-auth", 8)
    assert [one.value for one in shop.paths] == ["/var/log/shop/auth.log", "/var/log/shop/web-*.log"]
    assert (sshd.enabled, sshd.stated, sshd.journal, [one.unknown for one in sshd.paths]) == (
        False,
        False,
        True,
        ["it is defined elsewhere"],
    )
    assert later.enabled is None


def test_filters() -> None:
    """A filter has a pattern for each line, with its own parts filled in; what joins lines or includes others is not whole."""
    text = "[Init]\nwho = <HOST>\n[Definition]\nfailregex = ^a %(who)s$\n   ^b%% %(what)s\n\n# none\nignoreregex = ^c\n"
    (found,) = facts_of("fail2ban/filter.d/shop.conf", text)
    assert isinstance(found, LogFilter)
    assert (found.name, [(one.value, one.unknown) for one in found.failures]) == (
        "shop", [("^a <HOST>$", ""), (None, "a part of it is defined elsewhere")],
    )  # fmt: skip
    assert [one.value for one in found.ignored] == ["^c"]
    assert not found.partial
    (joined,) = facts_of("fail2ban/filter.d/shop.conf", text.replace("[Init]", "[INCLUDES]\nbefore = apache-common.conf\n[Init]"))
    assert joined.partial


def test_the_nearest_filter_counts() -> None:
    """Of two filters of one name the one beside the jail is taken."""
    (jail,) = (one for one in facts_of("a/fail2ban/jail.conf", "[shop]\nenabled = true\nlogpath = /x.log\n") if isinstance(one, Jail))
    text = "[Definition]\nfailregex = <HOST>\n"
    filters = [*facts_of("b/fail2ban/filter.d/shop.conf", text), *facts_of("a/fail2ban/filter.d/shop.conf", text)]
    chosen = filter_of(jail, filters)
    assert chosen is not None
    assert chosen.span.path == "a/fail2ban/filter.d/shop.conf"


@pytest.mark.parametrize(
    ("written", "line", "wanted"),
    [
        (r"^ WARNING \S+: login failed from <HOST>$", " WARNING shop: login failed from 203.0.113.7", True),
        (r"^ WARNING \S+: login failed from <HOST>$", " WARNING shop: login failed from ::ffff:203.0.113.7", True),
        (r"^ WARNING \S+: login failed from <HOST>$", " WARNING shop: login failed from host.shop.net", True),
        (r"login failed from <ADDR>\b", "login failed from 2001:db8::1 twice", True),
        (r"login failed from <ADDR>$", "login failed from host.shop.net", False),
        (r"user=<F-USER>\S+</F-USER> ip=<IP4>", "user=ada ip=203.0.113.7", True),
        (r"id=<F-ID>\d+</F-ID>$", "id=77", True),
        (r"<F-NOFAIL>login</F-NOFAIL> from \[?<IP6>\]?", "login from [2001:db8::1]", True),
        (r"(?P<what>login|token) refused (?P<host>\S+)", "token refused 203.0.113.7", True),
        (r"%(__prefix_line)slogin failed ip=<HOST>$", " web1 shop[77]: login failed ip=203.0.113.7", True),
    ],
)
def test_patterns(written: str, line: str, wanted: bool) -> None:
    """With its tags filled in a pattern finds what fail2ban's manual says that it finds."""
    whole = interpolated(written, {})
    assert whole is not None
    assert bool(re.search(pattern(whole), line)) is wanted
    assert names_who(whole)


def test_what_is_not_known_stays_so() -> None:
    """A tag of a part that stands elsewhere gives no pattern, and a name without end none either."""
    assert pattern("^<mdre-normal> from <HOST>") == ""
    assert interpolated("%(a)s", {"a": "%(b)s", "b": "%(a)s"}) is None
    assert interpolated("100%% %(a)s", {"a": "b"}) == "100% b"
    assert not names_who(r"from \S+")
