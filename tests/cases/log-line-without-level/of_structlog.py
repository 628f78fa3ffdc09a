# file: shop/logs.py
import structlog

structlog.configure(  # expect: the events that structlog writes have no level
    processors=[
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        structlog.processors.JSONRenderer(),
    ],
)
