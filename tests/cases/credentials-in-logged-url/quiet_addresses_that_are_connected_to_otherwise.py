import logging

import redis
import requests
from neo4j import GraphDatabase
from sqlalchemy import create_engine

log = logging.getLogger(__name__)


def graph(url, user, password):
    log.info("connecting to %s", url)
    return GraphDatabase.driver(url, auth=(user, password))


def page(url):
    log.info("fetching %s", url)
    return requests.get(url, timeout=5)


def local(path):
    url = f"sqlite:///{path}"
    log.info("opening %s", url)
    return create_engine(url)


def cache(host, port):
    log.info("redis at %s:%s", host, port)
    return redis.Redis(host=host, port=port)
