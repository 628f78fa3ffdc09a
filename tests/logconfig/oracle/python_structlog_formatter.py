import logging.config

import structlog


def setup():
    logging.config.dictConfig({
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "json": {
                "()": structlog.stdlib.ProcessorFormatter,
                "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, structlog.processors.JSONRenderer()],
                "foreign_pre_chain": [structlog.stdlib.add_log_level, structlog.processors.format_exc_info],
            },
        },
        "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "json", "level": "WARNING"}},
        "loggers": {"shop": {"handlers": ["out"], "level": "DEBUG", "propagate": False}},
        "root": {"handlers": ["out"], "level": "INFO"},
    })
