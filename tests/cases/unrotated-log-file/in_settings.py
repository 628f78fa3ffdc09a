# file: web/settings.py
import os
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
INSTALLED_APPS = ["web"]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"file": {"class": "logging.FileHandler", "filename": BASE_DIR / "logs" / "web.log"}},  # expect: nothing rotates
    "root": {"handlers": ["file"], "level": "INFO"},
}
