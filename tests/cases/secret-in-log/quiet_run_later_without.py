import logging
import time
from functools import partial

from celery import shared_task

log = logging.getLogger(__name__)


def greet(value, password):
    log.info("greeting %s", value)


@shared_task
def greet_by_worker(value, password=None):
    log.info("greeting %s", value)


@shared_task
def greet_slowly(value, password=None):
    log.info("greeting %s", value)


def register(user, password, pool, options):
    partial(greet, user)(password)
    partial(greet, password=password)(user)
    pool.apply_async(greet, (user, password))
    greet_by_worker.delay(user, password=password)
    greet_slowly.apply_async([user, password], options)
    partial(log.info, "registered %s as %s", user)(type(password))
    time.delay(3)
    pool.apply_async(*options)
