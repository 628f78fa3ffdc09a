import logging

log = logging.getLogger(__name__)


def received(form):
    log.debug("to %s", form.get("sim_card_number"))
