"""A jail's filter does not exist

fail2ban has no filter of that name, and neither has the project: the jail does not start, and one that does not may keep fail2ban from
starting at all.

## Why it matters

Who guesses passwords is banned by nobody, while the configuration says that he is (CWE-778).

## How to fix it

Correct the name, or put the filter into `filter.d`; `fail2ban-client -t` tells before it is installed. `mode = ddos` of the filter `sshd`
has taken the place of `sshd-ddos`.

## Examples

```python
# file: fail2ban/jail.local
[sshd-ddos]  # expect: there is no filter sshd-ddos
enabled = true
logpath = /var/log/auth.log

[shop]
enabled = true
filter = shop-logins
logpath = /var/log/shop/auth.log
# file: fail2ban/filter.d/shop-logins.conf
[Definition]
failregex = ^login refused from <HOST>$
```

```python
# file: fail2ban/jail.local
[sshd]
enabled = true
mode = ddos
logpath = /var/log/auth.log

[shop]
enabled = true
filter = shop-logins
logpath = /var/log/shop/auth.log
# file: fail2ban/filter.d/shop-logins.conf
[Definition]
failregex = ^login refused from <HOST>$
```

Where the project has no filter of its own, they may be kept elsewhere: then it has low confidence.

## See also

`ban-filter-matches-nothing`. [CWE-778](https://cwe.mitre.org/data/definitions/778.html).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from checker.logconfig.model import PRODUCTION
from checker.model import Confidence, Parameters, Severity
from checker.monitoring.jails import Jail, LogFilter
from checker.rule import Message, rule

_SHIPPED = frozenset(
    ("3proxy", "apache-auth", "apache-badbots", "apache-botsearch", "apache-common", "apache-fakegooglebot", "apache-modsecurity",
     "apache-nohome", "apache-noscript", "apache-overflows", "apache-pass", "apache-shellshock", "assp", "asterisk", "bitwarden",
     "botsearch-common", "centreon", "common", "counter-strike", "courier-auth", "courier-smtp", "cowrie", "cyrus-imap", "dante",
     "directadmin", "domino-smtp", "dovecot", "dropbear", "drupal-auth", "ejabberd-auth", "exim", "exim-common", "exim-spam",
     "freeswitch", "froxlor-auth", "gitlab", "grafana", "groupoffice", "gssftpd", "guacamole", "haproxy-http-auth", "horde", "kerio",
     "lighttpd-auth", "mongodb-auth", "monit", "monitorix", "mssql-auth", "murmur", "mysqld-auth", "nagios", "named-refused",
     "nginx-bad-request", "nginx-botsearch", "nginx-error-common", "nginx-forbidden", "nginx-http-auth", "nginx-limit-req", "nsd",
     "openhab", "openvpn", "openwebmail", "oracleims", "pam-generic", "perdition", "php-url-fopen", "phpmyadmin-syslog", "portsentry",
     "postfix", "proftpd", "proxmox", "pure-ftpd", "qmail", "recidive", "roundcube-auth", "routeros-auth", "scanlogd",
     "screensharingd", "selinux-common", "selinux-ssh", "sendmail-auth", "sendmail-reject", "sieve", "slapd", "softethervpn",
     "sogo-auth", "solid-pop3d", "squid", "squirrelmail", "sshd", "stunnel", "suhosin", "tine20", "traefik-auth", "uwimap-auth",
     "vaultwarden", "vsftpd", "webmin-auth", "wuftpd", "xinetd-fail", "xrdp", "znc-adminlog", "zoneminder")
)  # fmt: skip
"""The filters of fail2ban 1.1 (``config/filter.d``)."""
_GONE = frozenset(("ssh", "sshd-ddos", "ssh-ddos", "postfix-sasl", "postfix-rbl", "postfix-auth", "apache", "apache-multiport", "sasl"))
"""Filters of fail2ban before 0.10 and of Debian's old jails, which are modes of others by now."""
_KEPT_ELSEWHERE = re.compile(r"[%<>{}$]")


@rule(
    "LP646",
    "undefined-ban-filter",
    fact=Jail,
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    cwe=(778,),
    owasp=("A07:2021", "A09:2021", "A07:2025", "A09:2025"),
)
def undefined_ban_filter(jail: Jail, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a jail that is on and whose filter is nowhere."""
    if not jail.enabled or jail.failures or not jail.filter or _KEPT_ELSEWHERE.search(jail.filter):
        return
    own = {one.name for one in project.monitored.facts if isinstance(one, LogFilter)}
    if jail.filter in own or jail.filter in _SHIPPED:
        return
    sure = Confidence.LOW if jail.environment != PRODUCTION or not (own or jail.filter in _GONE) else None
    where = "any more" if jail.filter in _GONE else "here nor among those of fail2ban"
    yield Message(f"there is no filter {jail.filter} {where}, so that the jail {jail.name} does not start", confidence=sure)
