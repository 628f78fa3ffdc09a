"""Options of a driver, by position and by name, translated help and a group of their own."""

from oslo_config import cfg
from shop.i18n import _

GROUP = cfg.OptGroup(name="array", title="Storage array")


def options():
    return [
        cfg.StrOpt("array_user", default="admin", help=_("Account on the array.")),
        cfg.StrOpt(  # expect: the password array_password is not marked by secret=
            name="array_password",
            help=_("Password of that account."),
        ),
        cfg.StrOpt("array-api-token", default=None, help=_("Token of the REST interface.")),  # expect: not marked by secret=
        cfg.MultiStrOpt("peer_passwords", default=[]),  # expect: peer_passwords
    ]


def register(conf):
    conf.register_group(GROUP)
    conf.register_opts(options(), group=GROUP)
