"""A logger's level is not what the policy asks

A logger drops records that the policy wants kept, or writes finer ones than the policy allows.

## Why it matters

A level that is too high loses what an investigation needs; one that is too low fills the log with what nobody reads, and with what should
not be in it (CWE-778, CWE-779).

## How to fix it

Set the level that the policy names for this environment.

## Examples

```python
# file: logproof.yaml
rules:
  log-level-outside-policy:
    parameters: {keep: INFO}
# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {
        "out": {"class": "logging.StreamHandler", "formatter": "line"},
    },
    "root": {"handlers": ["out"], "level": "WARNING"},  # expect: wants records of INFO kept
})
```

```python
# file: logproof.yaml
rules:
  log-level-outside-policy:
    parameters: {finest: WARNING}
# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {
        "out": {"class": "logging.StreamHandler", "formatter": "line"},
    },
    "root": {"handlers": ["out"], "level": "INFO"},  # expect: nothing finer than WARNING
})
```

```python
# file: logproof.yaml
rules:
  log-level-outside-policy:
    parameters: {keep: INFO, finest: INFO}
# file: shop/logs.py
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {
        "out": {"class": "logging.StreamHandler", "formatter": "line"},
    },
    "root": {"handlers": ["out"], "level": "INFO"},
})
```

## Settings

`keep`: the level whose records no logger of `loggers` may drop, such as `INFO`. `loggers`: their names, `root` for the root logger;
those below them count too. The default is `["root"]`. `finest`: the finest level that any logger may have, such as `INFO`.
`keep` and `finest` are empty unless set. `environments`: which settings are judged. The default is `["production"]`.

```yaml
rules:
  log-level-outside-policy:
    parameters: {keep: INFO, loggers: [root, shop.security], finest: INFO}
    environments:
      staging: {parameters: {finest: DEBUG}}
```

A level that is not known, or that the environment may change, is not told.

## See also

`debug-level-in-production`, `security-logger-silenced`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.logconfig.facts import ConfiguredLogger
from checker.logconfig.model import LEVELS, level_number
from checker.logconfig.routing import is_null
from checker.model import Parameters, Severity
from checker.rule import Message, rule
from checker.rules.logconfig._wording import called


@rule(
    "LP533",
    "log-level-outside-policy",
    fact=ConfiguredLogger,
    severity=Severity.MEDIUM,
    cwe=(778, 779),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.2.3",),
    keep="",
    loggers=["root"],
    finest="",
    environments=["production"],
)
def log_level_outside_policy(fact: ConfiguredLogger, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a level that is too high or too low."""
    logger, level = fact.logger, fact.logger.level
    number = level_number(level)
    if level is None or level.unknown or level.open or number is None or (number == 0 and logger.name):
        return
    keep, finest = (LEVELS.get(str(parameters[name]).upper()) for name in ("keep", "finest"))
    word = str(level.value).rpartition(".")[2]
    if keep is not None and number > keep and _wanted(logger.name, parameters["loggers"]):
        told = f"{called(logger.name)} is at {word}, and the policy wants records of {parameters['keep']} kept"
        yield Message(told, level.span)
    elif finest is not None and number < finest and any(not is_null(one.handler) for one in fact.reached[0]):
        yield Message(f"{called(logger.name)} is at {word}, and the policy allows nothing finer than {parameters['finest']}", level.span)


def _wanted(name: str, loggers: list[str]) -> bool:
    """Whether a logger is one of those, or below one of them; the root alone stands for itself."""
    return any((one == "root" and not name) or name == one or name.startswith(f"{one}.") for one in loggers)
