import logging

logger = logging.getLogger(__name__)


def load_tokens(service_tokens, services):
    for name, token in service_tokens.items():
        if name not in services:
            logger.warning("nobody wants %s", token)  # expect: token
            continue
        services[name].accept(token)
        logger.info("service %s is known", name)
