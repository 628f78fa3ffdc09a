"""A statement of SQL says where the password stands."""

import logging

logger = logging.getLogger(__name__)


def create(cursor, name, value):
    statement = f"CREATE USER '{name}'@'%' IDENTIFIED BY '{value}'"
    logger.debug("running %s", statement)  # expect: the password reaches logger.debug(), from value
    cursor.execute(statement)


def change(cursor, name, value):
    statement = "ALTER ROLE %s WITH PASSWORD '%s'" % (name, value)
    logger.debug("running %s", statement)  # expect: the password reaches logger.debug(), from value
    cursor.execute(statement)


def grant(cursor, name, value):
    statement = f"GRANT SELECT ON {value} TO '{name}' ORDER BY '{value}'"
    logger.debug("running %s", statement)
    cursor.execute(statement)
