# file: shop/logging_setup.py
import logging

import uvicorn


def setup_logging():
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    payments = logging.getLogger("shop.payments")
    if not payments.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
        payments.addHandler(handler)  # expect: each record of the logger shop.payments is written twice


def main():
    setup_logging()
    uvicorn.run("shop.app:app", log_config=None)


if __name__ == "__main__":
    main()
