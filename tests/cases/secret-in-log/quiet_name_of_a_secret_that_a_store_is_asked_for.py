"""The key by which a store of secrets is asked for one is its name."""

import logging

log = logging.getLogger(__name__)


class Vault:
    def get_secret_value(self, scope_name, secret_key):
        command = f"value = secrets.get(scope = '{scope_name}', key = '{secret_key}')"
        log.debug("running %s", command)
        return self.run(command)
