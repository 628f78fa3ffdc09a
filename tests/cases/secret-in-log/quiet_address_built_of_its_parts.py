import logging

import yarl

_logger = logging.getLogger(__name__)


def call(host, user, password):
    where = yarl.URL.build(scheme="amqp", host=host, user=user)
    _logger.debug("calls %s", where)
    return where.with_password(password)
