# file: shop/main.py
import logging

logging.basicConfig(filename="/var/log/shop.log", level=logging.INFO, format="%(levelname)s %(name)s %(message)s")  # expect: no time
