import ftplib
import logging

import ldap
import paramiko
import pymysql

logger = logging.getLogger(__name__)


def bind(server, dn, word):
    logger.info("binding %s with %s", dn, word)  # expect: the password reaches logger.info()
    directory = ldap.initialize(server)
    directory.simple_bind_s(dn, word)
    return directory


def rows(host, user, word, table):
    logger.debug("%s as %s, %s, table %s", host, user, word, table)  # expect: the password reaches logger.debug()
    return pymysql.connect(host, user, word, "shop")


def files(host, user, phrase):
    logger.debug("files of %s, %s", host, phrase)  # expect: the password reaches logger.debug()
    return ftplib.FTP(host, user, phrase)


def shell(host, user, phrase):
    logger.debug("shell of %s, %s", host, phrase)  # expect: the password reaches logger.debug()
    client = paramiko.SSHClient()
    client.connect(host, 22, user, phrase)
    return client
