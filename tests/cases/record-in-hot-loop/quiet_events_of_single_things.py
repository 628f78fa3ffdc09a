import logging

logger = logging.getLogger(__name__)


def expire(tasks, today):
    for task in tasks:
        if task.due < today:
            task.close()
            logger.info("Expired task %s (was %s)", task.id, task.status)


def discover(bulbs, known):
    for bulb in bulbs:
        if bulb.address not in known:
            known.add(bulb.address)
            logger.info("New bulb %s", bulb.address)
