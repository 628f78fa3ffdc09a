import logging
import sys
from logging.handlers import RotatingFileHandler


def setup():
    console = logging.StreamHandler(sys.stdout)
    kept = RotatingFileHandler("logs/app.log", maxBytes=10 * 1024 * 1024, backupCount=5, encoding="utf-8")
    kept.setLevel(logging.ERROR)
    logging.basicConfig(level=0, format="%(asctime)s %(levelname)s %(name)s %(message)s", handlers=[console, kept], force=True)
    for name in ("httpx", "telegram", "apscheduler"):
        logging.getLogger(name).setLevel(logging.WARNING)
