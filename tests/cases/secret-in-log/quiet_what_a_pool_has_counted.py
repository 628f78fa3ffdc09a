"""What is a number or a mask is one, whoever runs what makes it; a future tells no more than that it is done."""

import logging
from concurrent.futures import ThreadPoolExecutor, as_completed

import requests

logger = logging.getLogger(__name__)


def sign_in(host):
    answer = requests.post(f"https://{host}/oauth/token", data={"grant_type": "client_credentials"})
    return answer.json()["access_token"]


def count(host):
    return len(requests.get(f"https://{host}/pages").json())


def stars(token):
    return "*" * len(token)


def one(host):
    with ThreadPoolExecutor() as pool:
        future = pool.submit(sign_in, host)
        logger.info("running %s", future)
        logger.info("done: %s", future.done())
        counted = pool.submit(count, host)
        logger.info("counted %s", counted.result())
        return future.result()


def each(hosts, tokens):
    with ThreadPoolExecutor() as pool:
        for value in pool.map(count, hosts):
            logger.info("counted %s", value)
        for future in as_completed([pool.submit(count, host) for host in hosts]):
            logger.info("counted %s", future.result())
    logger.info("counted %s", list(map(count, hosts)))
    logger.info("signed in with %s", list(map(stars, tokens)))


def two_kinds(hosts):
    with ThreadPoolExecutor() as pool:
        signed = [pool.submit(sign_in, host) for host in hosts]
        counted = [pool.submit(count, host) for host in hosts]
        for future in as_completed(counted):
            logger.info("counted %s", future.result())
        return [future.result() for future in signed]
