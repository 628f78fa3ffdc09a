# file: app/journal.py
import logging

journal = logging.getLogger("app")
# file: app/jobs.py
from app.journal import journal


def resend(invoice, smtp_password):
    journal.info("sending invoice %s", invoice.id)
    journal.debug("smtp password: %s", smtp_password)  # expect: password
