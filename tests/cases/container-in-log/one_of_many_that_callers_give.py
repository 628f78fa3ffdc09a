"""Of all that the callers of one helper give, each kind is told, however many of one kind there are."""

import logging

logger = logging.getLogger(__name__)


def trace(what):
    logger.info("%s", what)  # expect: its text shows the API key


def first(user_password):
    trace(user_password)


def second(root_password):
    trace(root_password)


def third(mail_password):
    trace(mail_password)


def fourth(proxy_password):
    trace(proxy_password)


def fifth(ldap_password):
    trace(ldap_password)


def sixth(wifi_password):
    trace(wifi_password)


def seventh(smtp_password):
    trace(smtp_password)


def eighth(vault_password):
    trace(vault_password)


def ninth(admin_password):
    trace(admin_password)


def tenth(guest_password):
    trace(guest_password)


def eleventh(disk_password):
    trace(disk_password)


def twelfth(sudo_password):
    trace(sudo_password)


def thirteenth(host, api_key):
    fields = {"host": host, "api_key": api_key}
    trace(fields)
