import logging
import shutil
import urllib.request

logger = logging.getLogger(__name__)


def fetch(mirrors, target):
    for mirror in mirrors:
        logger.info("Getting %s", mirror)
        urllib.request.urlretrieve(mirror, target)


def spread(library, platforms):
    for platform in platforms:
        logger.info("Library for %s", platform.name)
        shutil.copy2(library, platform.folder)


def measure(workload, rounds):
    results = []
    for number in range(rounds):
        result = workload.run()
        results.append(result)
        logger.info(f"  Round {number + 1}/{rounds}: {result.joules:.2f} J")
    return results


def try_keys(keys, session):
    for attempt, key in enumerate(keys, 1):
        logger.info("Trying key %s (%d of %d)", key.number, attempt, len(keys))
        if session.opens(key):
            return key
    return None
