"""An address of a database or of a queue has user and password in it, whatever the option is called."""

from oslo_config import cfg

OPTIONS = [
    cfg.StrOpt("event_connection", help="Connection string of the events."),  # expect: the address with its login event_connection is
    cfg.MultiStrOpt("messaging_urls", help="Messaging URLs to listen at."),  # expect: the address with its login messaging_urls is
    cfg.StrOpt("transport_url", help="Address and user credentials."),  # expect: the address with its login transport_url is
]
