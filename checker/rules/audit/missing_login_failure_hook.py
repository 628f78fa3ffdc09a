"""A framework's login is switched on and nothing hears of its failures

The login is the framework's own: it verifies, answers, and tells of a failure by a signal or a hook at most. Nothing in the project is
connected to that, and no app that records it is installed.

## Why it matters

Nobody sees guessed passwords: no view of the project is there in which somebody would notice that the record is missing (CWE-778). What the
frameworks do themselves was read in their code: Django, Django REST framework, simplejwt, djoser, allauth, Flask-Security and fastapi-users
write nothing about a failed login; Flask-AppBuilder does.

## How to fix it

Connect a receiver that writes one record, at warning: which account, from where. Its module has to be imported, or it is never connected.

## Examples

```python
# file: site/settings.py
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions"]
# file: site/urls.py
from django.contrib.auth import views
from django.urls import path

urlpatterns = [
    path("login/", views.LoginView.as_view()),  # expect: Django's login is switched on (LoginView.as_view())
]
```

With a receiver:

```python
# file: site/settings.py
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions"]
# file: site/urls.py
from django.contrib.auth import views
from django.urls import path

urlpatterns = [path("login/", views.LoginView.as_view())]
# file: site/signals.py
import logging

from django.contrib.auth.signals import user_login_failed
from django.dispatch import receiver

logger = logging.getLogger(__name__)


@receiver(user_login_failed)
def failed(sender, credentials, request, **kwargs):
    logger.warning("authn_login_fail user=%r from=%s", credentials.get("username"), request.META.get("REMOTE_ADDR"))
```

```python
from fastapi_users import FastAPIUsers

from users import backend, manager

users = FastAPIUsers(manager, [backend])
router = users.get_auth_router(backend)  # expect: the login of fastapi-users is switched on
```

## Settings

What switches a login on and where its failures can be heard is vocabulary, `logins`: add your own framework there.

## See also

`unlogged-login-failure`.
[OWASP Logging Vocabulary](https://cheatsheetseries.owasp.org/cheatsheets/Logging_Vocabulary_Cheat_Sheet.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.source.facts.security import LoginWired


@rule(
    "LP213",
    "missing-login-failure-hook",
    fact=LoginWired,
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    cwe=(778, 223),
    owasp=("A07:2021", "A07:2025", "A09:2021", "A09:2025"),
    asvs=("16.3.1",),
    pci=("10.2.1.4",),
)
def missing_login_failure_hook(wired: LoginWired, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a project and a family of logins."""
    yield Message(
        f"{wired.framework} is switched on ({wired.by}), and nothing in the project records a failed login",
        related=wired.looked,
        confidence=wired.confidence,
        help=wired.help,
        properties=(("event", wired.event), ("wired", wired.by)),
    )
