"""What a server sends in a handshake, and whose credentials they are, logs nobody in."""

import logging

import gssapi

logger = logging.getLogger(__name__)


class KerberosPlugin:
    def __init__(self, username, password):
        self.username = username
        self.password = password

    def auth_switch_response(self, sock, auth_data: bytes) -> bytes:
        logger.debug("# auth_data: %s", auth_data)
        return sock.read()

    def cached(self):
        creds = gssapi.Credentials(usage="initiate")
        creds_upn = str(creds.name)
        logger.debug("cached credentials of %s", creds_upn)
        return creds
