"""A function gives a token, whoever runs it: a pool, or ``map`` for each of several."""

import logging
from concurrent.futures import ThreadPoolExecutor, as_completed

import requests

logger = logging.getLogger(__name__)


def sign_in(host):
    answer = requests.post(f"https://{host}/oauth/token", data={"grant_type": "client_credentials"})
    return answer.json()["access_token"]


def sign_in_at_home():
    return sign_in("localhost")


def one(host):
    with ThreadPoolExecutor() as pool:
        future = pool.submit(sign_in, host)
        value = future.result()
    logger.info("got %s", value)  # expect: the token reaches logger.info()


def at_home():
    with ThreadPoolExecutor() as pool:
        logger.info("got %s", pool.submit(sign_in_at_home).result(timeout=5))  # expect: the token reaches logger.info()


def one_after_the_other(hosts):
    with ThreadPoolExecutor() as pool:
        for value in pool.map(sign_in, hosts):
            logger.info("got %s", value)  # expect: the token reaches logger.info()


def as_they_come(hosts):
    with ThreadPoolExecutor() as pool:
        futures = [pool.submit(sign_in, host) for host in hosts]
        for future in as_completed(futures):
            logger.info("got %s", future.result())  # expect: the token reaches logger.info()


def by_future(hosts):
    with ThreadPoolExecutor() as pool:
        futures = {pool.submit(sign_in, host): host for host in hosts}
        for future in as_completed(futures):
            logger.info("%s gives %s", futures[future], future.result())  # expect: the token reaches logger.info()


def all_of_them(hosts):
    found = list(map(sign_in, hosts))
    logger.info("got %s", found)  # expect: the token reaches logger.info()
