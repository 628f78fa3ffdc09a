import logging

PASSWORDS = ("db_password", "smtp_password")


def show(settings):
    kept = {}
    for key, value in settings.items():
        if key not in PASSWORDS:
            kept[key] = value
    logging.info("settings: %s", kept)
