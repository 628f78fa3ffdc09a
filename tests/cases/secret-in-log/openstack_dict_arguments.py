from oslo_log import log as logging

from volume.i18n import _

LOG = logging.getLogger(__name__)


class Driver:
    def do_setup(self, context):
        LOG.debug(  # expect: password
            "Connecting to array %(ip)s as %(login)s/%(password)s.",
            {"ip": self.san_ip, "login": self.san_login, "password": self.san_password},
        )
        LOG.info(_("Connected to array %s."), self.san_ip)
