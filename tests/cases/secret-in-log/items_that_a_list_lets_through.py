import logging

log = logging.getLogger(__name__)


class Protocol:
    ALLOWED_PARAMS = frozenset({"method", "marshal_format", "run_id"})

    def __init__(self, settings):
        self._params = {"method": "connect", "license_key": settings.license_key}

    def send(self, client):
        status = client.post(self._params)
        if status == 413:
            log.warning("too large: %(params)r", {"params": {k: v for k, v in self._params.items() if k in self.ALLOWED_PARAMS}})
        else:
            log.warning("refused: %(params)r", {"params": {k: v for k, v in self._params.items()}})  # expect: license key
