import functools
import logging
from functools import partial

from celery import shared_task

log = logging.getLogger(__name__)


def greet(value):
    log.info("greeting with %s", value)  # expect: the password


def greet_by_name(value):
    log.info("greeting with %s", value)  # expect: the password


def greet_in_pool(value):
    log.info("greeting with %s", value)  # expect: the password


def greet_in_tuple(value):
    log.info("greeting with %s", value)  # expect: the password


def greet_by_keyword(value, user):
    log.info("greeting %s with %s", user, value)  # expect: the password


@shared_task
def greet_by_worker(value):
    log.info("greeting with %s", value)  # expect: the password


@shared_task
def greet_by_worker_later(value):
    log.info("greeting with %s", value)  # expect: the password


def register(user, password, pool):
    later = partial(greet, password)
    later()
    functools.partial(greet_by_name, value=password)()
    pool.apply_async(greet_in_pool, (password,))
    pool.apply_async(greet_in_tuple, args=(password,))
    pool.submit(greet_by_keyword, user=user, value=password)
    greet_by_worker.delay(password)
    greet_by_worker_later.apply_async(args=[password], countdown=10)
