import logging

logger = logging.getLogger(__name__)


def show(options):
    shown = dict(user=options["user"], token=options["token"])
    shown["token"] = "[hidden]"
    logger.info("options %s", shown)
    logger.info("options %s", {name: value for name, value in options.items() if name != "token" and name in ("user", "host")})
