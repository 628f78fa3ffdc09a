# file: shop/start.py
import configparser

import uvicorn

PLACES = configparser.ConfigParser()
PLACES.read("/etc/shop/shop.ini")

log_config = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {
        "service": {"class": "logging.FileHandler", "filename": PLACES["logs"]["service"], "formatter": "line"},  # expect: whatever its name
    },
    "root": {"handlers": ["service"], "level": "INFO"},
}

if __name__ == "__main__":
    uvicorn.run("shop.app:app", log_config=log_config)
