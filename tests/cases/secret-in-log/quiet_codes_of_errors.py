import logging
import socket
import ssl

from snowcone.connector.network import PROGRAMMATIC_ACCESS_TOKEN

log = logging.getLogger(__name__)


def probe(host: str, context: ssl.SSLContext) -> bool:
    try:
        with socket.create_connection((host, 443)) as sock, context.wrap_socket(sock, server_hostname=host):
            return True
    except ssl.SSLCertVerificationError as exc:
        log.debug("no trust in %s (verify_code=%s)", host, exc.verify_code)
        return False


def advise() -> None:
    log.error("set the authenticator to %s", PROGRAMMATIC_ACCESS_TOKEN)
