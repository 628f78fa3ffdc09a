"""Personal data is written to a log

Identity and card numbers, health data, precise locations or birth dates reach a log call. Names, e-mail and postal addresses and phone
numbers are left alone unless the policy asks for them (`privacy.yaml` does). User names, ids and client addresses are what an audit
trail is made of and are never reported.

## Why it matters

Card numbers in a log put the whole log chain into the scope of PCI DSS, and its rules for stored card data then hold for every copy.
Under the GDPR and its relatives, logged personal data has to be found, shown and deleted on request, which nobody can do in a year of
log archives. It is CWE-532 and CWE-359, and a lost log file becomes a breach that has to be notified.

## How to fix it

Log the record's id and look the rest up where access is controlled. If a person must recognise the value, show a part that does not
identify: a card's last four digits, a year of birth, a city instead of coordinates.

## Examples

```python
import logging

logger = logging.getLogger(__name__)


def charge(order_id: int, card_number: str) -> None:
    logger.info("charging %s for order %s", card_number, order_id)  # expect: card number reaches logger.info()
```

The last four digits are enough to recognise a card:

```python
import logging

logger = logging.getLogger(__name__)


def charge(order_id: int, card_number: str) -> None:
    logger.info("charging card ending in %s for order %s", card_number[-4:], order_id)
```

Structured fields count like any other argument:

```python
import structlog

log = structlog.get_logger()


def admit(patient_id: int, date_of_birth: str) -> None:
    log.info("admitted", patient=patient_id, born=date_of_birth)  # expect: birth date reaches log.info()
```

Who did what from where belongs into an audit record:

```python
import logging

logger = logging.getLogger(__name__)


def login(username: str, user_id: int, client_ip: str) -> None:
    logger.info("login of %s (id %s) from %s", username, user_id, client_ip)
```

## Settings

`categories`: what counts. The default is `["grave"]`; add `"personal"` for names, e-mail and postal addresses and phone numbers.
If your project masks in a way that the tool does not see, name the function:

```toml
[tool.logproof.rules.personal-data-in-log.parameters]
categories = ["grave", "personal"]

[tool.logproof.vocabulary]
sanitizers = ["myproj.text.scrub"]
```

## See also

`secret-in-log`, `container-in-log`.
[CWE-359](https://cwe.mitre.org/data/definitions/359.html), [CWE-532](https://cwe.mitre.org/data/definitions/532.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.rules.leaks._wording import escaped_by_exception, log_message, origins
from checker.source.facts.records import Argument, LogCall, Origin


@rule(
    "LP102",
    "personal-data-in-log",
    fact=LogCall,
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    cwe=(532, 359),
    owasp=("A09:2021", "A09:2025"),
    asvs=("14.2.4", "16.2.5"),
    pci=("3.3.1", "3.4.1", "3.5.1"),
    categories=["grave"],
)
def personal_data_in_log(call: LogCall, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a log call that writes personal data of the categories asked for."""
    categories = frozenset(parameters["categories"]) & {"grave", "personal"}

    def wanted(argument: Argument, origin: Origin) -> bool:
        return origin.category in categories and not escaped_by_exception(origin)

    found = origins(call.arguments, wanted)
    grave = any(origin.category == "grave" for origin in found)
    yield from log_message(call, found, Confidence.HIGH, severity=None if grave else Severity.MEDIUM)
