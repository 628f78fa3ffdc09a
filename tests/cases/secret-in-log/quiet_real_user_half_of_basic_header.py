import base64
import logging

logger = logging.getLogger(__name__)


def authenticate(request, clients):
    kind, _, encoded = request.headers["Authorization"].partition(" ")
    if kind != "Basic":
        return None
    client_id, client_secret = base64.b64decode(encoded).decode().split(":", 1)
    client = clients.get(client_id)
    if client is None or not client.check(client_secret):
        logger.debug("client %r was refused", client_id)
        return None
    return client
