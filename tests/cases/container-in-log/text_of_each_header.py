import logging

logger = logging.getLogger(__name__)


def shown(headers, short):
    return "\n".join(f"  {name}: {value}" if short else f"  {name}:   {value}" for name, value in headers.items())


def send(session, url, token):
    headers = {"Authorization": f"Bearer {token}", "Accept": "*/*"}
    logger.debug("GET %s\n%s", url, shown(headers, True))  # expect: headers
    return session.get(url, headers=headers)
