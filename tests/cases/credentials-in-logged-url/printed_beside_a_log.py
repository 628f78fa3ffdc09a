import logging

import apprise


def _build_url(cfg):
    scheme = "ntfys://"
    host = cfg["NTFY_HOST"]
    user, passwd = cfg["NTFY_USER"], cfg["NTFY_PASS"]
    if user and passwd and host:
        url = scheme + user + ":" + passwd + "@" + host
    elif host:
        url = scheme + host
    else:
        url = scheme
    return url + cfg["NTFY_TOPIC"]


def notify(cfg, title, body):
    server = _build_url(cfg)
    print(server)  # expect: the URL with its password reaches print()
    sender = apprise.Apprise()
    sender.add(server)
    sender.notify(body, title=title)
    logging.debug("sent")
