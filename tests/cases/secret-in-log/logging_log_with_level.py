import logging

LEVEL = logging.DEBUG


def unlock(disk, recovery_key):
    logging.log(LEVEL, "unlocking %s using %s", disk, recovery_key)  # expect: key
    logging.log(LEVEL, "unlocking %s", disk)
