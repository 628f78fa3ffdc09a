# file: shop/accounts.py
import logging

log = logging.getLogger("shop.accounts")


def login(user, password):
    if not user.check_password(password):
        log.info("login failed for account %s", user.pk)

# file: shop/logs.py
import logging
import logging.config

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
})
logging.getLogger("shop").setLevel(logging.INFO)
