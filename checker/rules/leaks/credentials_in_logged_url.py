"""An address that may carry credentials is written to a log

A database URL, a broker's DSN, a webhook, a signed link or the full URL of a request reaches a log call. User and password stand before
the `@`, keys and tokens in the query.

## Why it matters

`postgresql://shop:s3cret@db/shop` is a password with a prefix, and a signed link or webhook URL is a password as a whole: who reads it can
use it. Connection strings are logged at every start of a service, so the leak is in each log ever written (CWE-532).

## How to fix it

Log the parts that help: host, port and database name, or the path without its query.
`urllib.parse.urlsplit(url).hostname`, SQLAlchemy's `make_url(url).render_as_string()` (it hides the password) and `request.path` do that.

## Examples

```python
import logging
import os

logger = logging.getLogger(__name__)


def connect() -> None:
    database_url = os.environ["DATABASE_URL"]
    logger.info("connecting to %s", database_url)  # expect: reaches logger.info()
```

The host says where you connect to:

```python
import logging
import os
from urllib.parse import urlsplit

logger = logging.getLogger(__name__)


def connect() -> None:
    database_url = os.environ["DATABASE_URL"]
    logger.info("connecting to %s", urlsplit(database_url).hostname)
```

The address may have been built elsewhere:

```python
# file: shop/settings.py
import os

BROKER_URL = os.environ["BROKER_URL"]


# file: shop/worker.py
import logging

from shop import settings

logger = logging.getLogger(__name__)


def run() -> None:
    logger.warning(f"waiting for jobs on {settings.BROKER_URL}")  # expect: reaches logger.warning()
```

## Confidence

What is only called `connection_url` or `proxy_url` is told with low confidence where the module names no database, no user and no password.
What `create_engine()` and the like are given is an address, whatever it is called, and so is a `url` that the record calls a database's.

## Settings

If your project strips credentials in a way that the tool does not see, name the function:

```toml
[tool.logproof.vocabulary]
sanitizers = ["myproj.urls.without_password"]
```

## See also

`secret-in-log`, `container-in-log`. [CWE-532](https://cwe.mitre.org/data/definitions/532.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.rules.leaks._wording import escaped_by_exception, log_message, named, origins, told_by_name
from checker.source.facts.records import Argument, LogCall, Origin


@rule(
    "LP104",
    "credentials-in-logged-url",
    fact=LogCall,
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    cwe=(532, 312),
    owasp=("A09:2021", "A09:2025"),
    asvs=("14.2.1", "16.2.5"),
    pci=("8.3.2",),
)
def credentials_in_logged_url(call: LogCall, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a log call that writes addresses which may carry credentials."""
    found = origins(call.arguments, _is_address)
    if not found:
        return
    holds = f"it shows {named(found[0].member)}" if found[0].member else "such an address may carry a password or a token"
    if found[0].member and found[0].member in found[0].label:  # the URL with its password
        holds = ""
    yield from log_message(call, found, Confidence.HIGH, because=holds)


def _is_address(argument: Argument, origin: Origin) -> bool:
    """An address whose password is not already told by name (`secret-in-log`) for the same argument."""
    return origin.category == "url" and not escaped_by_exception(origin) and not told_by_name(argument, origin)
