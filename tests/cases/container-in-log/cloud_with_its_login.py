"""What clouds.yaml says of a cloud is written with its login."""

import logging

from os_client_config import config as cloud_config
from oslo_utils import strutils

LOG = logging.getLogger(__name__)


class Shell:
    def open(self, name):
        clouds = cloud_config.OpenStackConfig()
        self.cloud = clouds.get_one_cloud(cloud=name)
        LOG.debug("the cloud: %s", self.cloud.config)  # expect: the cloud's configuration reaches LOG.debug()
        LOG.debug("the cloud: %s", strutils.mask_password(self.cloud.config))
        LOG.debug("the cloud: %s", self.cloud.name)
