import logging

log = logging.getLogger(__name__)


def invoice(customer, tax_id, lines):
    log.info("invoice to %s", tax_id)  # expect: identity number
    return {"customer": customer.pk, "tax": tax_id, "lines": lines}


def check(taxid):
    log.warning("no company has %s", taxid)  # expect: identity number
