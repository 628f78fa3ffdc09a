"""A secret option is not marked as one

`cfg.StrOpt("admin_password")`: the framework that reads the option also logs its value, because nothing says that it is a secret.

## Why it matters

Some frameworks write down what they were configured or called with: every OpenStack service logs all of its options as it starts at debug
level, Ansible the parameters of each module on the host that it manages, luigi those of each task. They hide what is marked. A
password whose declaration lacks the mark stands in these logs without a log call anywhere in your code (CWE-532).

## How to fix it

Mark it: `secret=True` for oslo.config, `no_log=True` in an Ansible argument spec, `significant=False` for a parameter of luigi.

## Examples

```python
from oslo_config import cfg

OPTIONS = [
    cfg.StrOpt("storage_login", default="admin", help="Account on the storage array."),
    cfg.StrOpt("storage_password", help="Password of that account."),  # expect: the password storage_password is not marked
    cfg.StrOpt("storage_api_token", secret=True, help="Token of the array's API."),
    cfg.StrOpt("storage_private_key", help="Path of the key file."),
]
```

```python
from ansible.module_utils.basic import AnsibleModule


def main():
    module = AnsibleModule(
        argument_spec=dict(
            login=dict(type="str", required=True),
            password=dict(type="str", required=True),  # expect: Ansible writes it to the host's syslog
            api_key=dict(type="str", no_log=True),
            update_password=dict(type="str", choices=["always", "on_create"]),
        )
    )
    module.exit_json(changed=bool(module.params["login"]))
```

Options that say what they are:

```python
from oslo_config import cfg

OPTIONS = [
    cfg.StrOpt("storage_password", secret=True, help="Password of the account on the storage array."),
    cfg.StrOpt("token_algorithm", default="sha256", help="What tokens are signed with."),
    cfg.StrOpt("secret_store", choices=["file", "vault"], help="Where secrets are kept."),
]
```

## Settings

`frameworks`: which count: `oslo.config`, `ansible`, `luigi`. A name that often means something else has low confidence.

## See also

`secret-in-log`. [CWE-532](https://cwe.mitre.org/data/definitions/532.html), [oslo.config:
secret options](https://docs.openstack.org/oslo.config/latest/reference/defining.html), [Ansible: protecting sensitive data with
no_log](https://docs.ansible.com/ansible/latest/dev_guide/developing_program_flow_modules.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.source.facts.records import UnmarkedOption


@rule(
    "LP111",
    "unmarked-secret-option",
    fact=UnmarkedOption,
    severity=Severity.MEDIUM,
    confidence=Confidence.MEDIUM,
    cwe=(532,),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.2.5",),
    pci=("8.3.2",),
    frameworks=["oslo.config", "ansible", "luigi"],
)
def unmarked_secret_option(option: UnmarkedOption, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each option."""
    if option.framework in parameters["frameworks"]:
        yield Message(
            f"the {option.label} {option.name} is not marked by {option.mark}=: {option.writes}",
            confidence=Confidence.LOW if option.weak else Confidence.MEDIUM,
            properties=(("framework", option.framework),),
        )
