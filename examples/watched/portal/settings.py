import os

SECRET_KEY = os.environ["PORTAL_SECRET_KEY"]
ALLOWED_HOSTS = os.environ.get("PORTAL_HOSTS", "portal.internal").split(",")
ROOT_URLCONF = "portal.urls"
USE_TZ = True
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions"]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": os.environ.get("PORTAL_DATABASE", "/var/lib/portal/db.sqlite3")}}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
            "datefmt": "%Y-%m-%dT%H:%M:%S%z",
        },
    },
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line"},
    },
    "loggers": {
        # Every 404 of every crawler filled the log.
        "django.request": {"level": "ERROR"},
    },
    "root": {"handlers": ["console"], "level": "INFO"},
}
