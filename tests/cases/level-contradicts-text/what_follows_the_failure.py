import logging

log = logging.getLogger(__name__)


def commit(group, partition, size):
    if size is None:
        log.info("could not get the size of %s", partition)  # expect: tells a failure at info
    try:
        return group.commit(partition)
    except KeyError:
        log.info("Commit of %s failed", partition)  # expect: tells a failure at info
