"""What is marked, also by what is handed on, and what is said to be no secret."""

import luigi
from ansible.module_utils.basic import AnsibleModule
from luigi.parameter import ParameterVisibility
from oslo_config import cfg

COMMON = {"secret": True}
OPTIONS = [
    cfg.StrOpt("array_password", secret=True),
    cfg.StrOpt("peer_password", **COMMON),
    cfg.StrOpt("motd_token", secret=False),
]


class Export(luigi.Task):
    password = luigi.Parameter(significant=False)
    api_key = luigi.Parameter(visibility=ParameterVisibility.PRIVATE)


def main():
    module = AnsibleModule(
        argument_spec=dict(
            password=dict(type="str", required=True, no_log=True),
            next_token=dict(type="str", no_log=False),
            passwords=dict(type="dict", no_log=True),
        )
    )
    module.exit_json(changed=False)
