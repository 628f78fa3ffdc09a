import logging

logger = logging.getLogger(__name__)


def admit(patient):
    mrn = patient["mrn"]
    logger.info("admitting %s", mrn)  # expect: health data
