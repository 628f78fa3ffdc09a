# file: billing/gateway.py
import logging

log = logging.getLogger(__name__)


class Gateway:
    def submit(self, reference, credential):
        body = self._sign(reference, credential)
        return self._post("/submit", body)

    def _sign(self, reference, material):
        log.debug("signing %s with %s", reference, material)  # expect: key
        return {"reference": reference, "signature": hash((reference, material))}

    def _post(self, path, body):
        log.debug("POST %s", path)
        return path, body
# file: billing/run.py
from billing.gateway import Gateway


def run(invoices, settings):
    gateway = Gateway()
    for invoice in invoices:
        gateway.submit(invoice.reference, settings.api_key)
