import logging

logger = logging.getLogger(__name__)

HIDDEN = {"authorization", "x-auth-token", "cookie", "proxy-authorization", "set-cookie"}


class LogPolicy:
    def on_request(self, request):
        for name, value in request.headers.items():
            if name.lower() in HIDDEN:
                value = "*****"
            logger.debug("    %s: %s", name, value)
