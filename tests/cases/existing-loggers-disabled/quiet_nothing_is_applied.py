# file: web/settings.py
INSTALLED_APPS = ["web"]
LOGGING = {}
