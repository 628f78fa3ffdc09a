import logging

LOG = logging.getLogger(__name__)


class Secrets:
    def __init__(self, api):
        self._api = api

    def get(self, secret_ref):
        LOG.debug("reading the secret at %s", secret_ref)
        return self._api.read(secret_ref)


class Container:
    def __init__(self, api, refs):
        self._secrets = Secrets(api)
        self._refs = refs

    def contents(self):
        return {name: self._secrets.get(secret_ref=secret_ref) for name, secret_ref in self._refs.items()}


class PairOfKeys(Container):
    def __init__(self, api, public_key_ref=None, private_key_ref=None):
        refs = {}
        if public_key_ref:
            refs["public_key"] = public_key_ref
        if private_key_ref:
            refs["private_key"] = private_key_ref
        super().__init__(api, refs)
