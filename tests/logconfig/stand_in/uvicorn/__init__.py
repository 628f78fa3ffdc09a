"""What `uvicorn.Config.configure_logging` (0.30) does with a dictionary."""

import logging.config


def run(app, log_config=None):
    if log_config is not None:
        logging.config.dictConfig(log_config)
