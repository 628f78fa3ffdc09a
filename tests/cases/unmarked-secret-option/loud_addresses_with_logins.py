"""An address of a database or of a queue has user and password in it, whatever the option is called."""

from oslo_config import cfg

OPTIONS = [
    cfg.StrOpt(
        "event_connection", help="The connection string used to connect to the event database."
    ),  # expect: the address with its login event_connection is not marked
    cfg.MultiStrOpt(
        "messaging_urls", default=[], help="Messaging URLs to listen for notifications."
    ),  # expect: the address with its login messaging_urls is not marked
    cfg.StrOpt(
        "transport_url", help="The address and optional user credentials for the messaging backend."
    ),  # expect: the address with its login transport_url is not marked
]
