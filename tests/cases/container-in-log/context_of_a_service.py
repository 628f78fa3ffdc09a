from oslo_config import cfg
from oslo_log import log

LOG = log.getLogger(__name__)
CONF = cfg.CONF


def authorize(context, action, target):
    LOG.debug("%s is asked for by %s", action, context.to_dict())  # expect: context
    LOG.debug("%s is asked for by %s", action, context.to_dict()["user_id"])
