import logging

import bcrypt
import keyring
from werkzeug.security import check_password_hash, generate_password_hash

logger = logging.getLogger(__name__)


def kept(value, name):
    keyring.set_password("shop", name, value)
    logger.info("stored %s", value)  # expect: the password reaches


def of_a_user(form, user):
    value = form["f1"]
    user.set_password(value)
    logger.info("changed to %s", value)  # expect: the password reaches


def hashed(value, row):
    logger.info("made from %s", generate_password_hash(value))
    logger.debug("checking %s", value)  # expect: the password reaches
    return check_password_hash(row.pw_hash, value) or bcrypt.checkpw(value.encode(), row.pw_hash)


def whose(person, given):
    set_password(given, person)
    logger.info("changed that of %s", person)


def set_password(given, person):
    person.hash = generate_password_hash(given)
