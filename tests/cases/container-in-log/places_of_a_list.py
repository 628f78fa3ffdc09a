import logging

log = logging.getLogger(__name__)


def parts(config):
    params = [
        config.get("scheme") or "http",
        config.get("host"),
        config.get("remote_secret"),
        config.get("path") or "",
        config.get("camera_id"),
    ]
    if params[2] is not None:
        params[2] = str(params[2])

    if params[4] is not None:
        params[4] = str(params[4])
    return params


def show(config, send):
    scheme, host, secret, path, camera = parts(config)
    log.debug("asking camera %s on %s", camera, host)
    send(secret)
