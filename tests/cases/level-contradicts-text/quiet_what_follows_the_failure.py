import logging

log = logging.getLogger(__name__)


def commit(group, partition, status):
    log.info("Job %s: %s records processed. %s records failed.", group, status.done, status.bad)
    try:
        return group.commit(partition)
    except KeyError as error:
        log.info("Commit failed for %s due to %s, will retry", partition, type(error).__name__)
    except TypeError:
        log.info("Failed to serialize %s; falling back to pickle", partition)
    except ValueError:
        log.info("Failed to process %s with expected exception", partition)


def count(procedures, name):
    procedures.fail(name)
    log.info("Recorded failure of the procedure %s", name)
