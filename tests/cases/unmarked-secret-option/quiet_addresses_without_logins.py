"""An address of a service has no login in it; that of a database is marked."""

from oslo_config import cfg

OPTIONS = [
    cfg.StrOpt("event_connection", secret=True, help="The connection string used to connect to the event database."),
    cfg.StrOpt("auth_url", help="Address of the identity service."),
    cfg.StrOpt("ovsdb_connection", default="tcp:127.0.0.1:6640", help="The connection of the native backend."),
    cfg.StrOpt("connection_type", choices=["kvm", "xen"], help="Which connection string is used."),
    cfg.StrOpt("base_url", help="Where the proxy of the database service listens."),
    cfg.IntOpt("connection_retries", help="How often a database URL is tried."),
]
