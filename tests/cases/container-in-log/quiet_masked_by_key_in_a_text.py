import logging

logger = logging.getLogger(__name__)
AUTHORIZATION = "Authorization"


def shown(headers):
    return "\n".join(
        f"  {name}: {value}" if name != AUTHORIZATION else f"  {name}: **REDACTED TOKEN**" for name, value in headers.items()
    )


def send(session, url, token):
    headers = {"Authorization": f"Bearer {token}", "Accept": "*/*"}
    logger.debug("GET %s\n%s", url, shown(headers))
    return session.get(url, headers=headers)
