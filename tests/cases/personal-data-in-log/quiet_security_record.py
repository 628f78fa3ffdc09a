import logging

security = logging.getLogger("security")


def login_failed(username, user_id, remote_addr, ip_address):
    security.warning("login of %s (%s) from %s refused", username, user_id, remote_addr)
    security.info("client address %s", ip_address)
