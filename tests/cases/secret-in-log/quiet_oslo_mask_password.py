from oslo_log import log as logging
from oslo_utils import strutils

LOG = logging.getLogger(__name__)


def run(command, password):
    line = f"{command} --password {password}"
    LOG.debug("running %s", strutils.mask_password(line))
    LOG.debug("running %s", strutils.mask_password(f"password={password}", secret="***"))
