import logging

from sqlalchemy import create_engine

logging.getLogger("sqlalchemy.engine").setLevel(logging.INFO)  # expect:


def connect(url):
    return create_engine(url)
