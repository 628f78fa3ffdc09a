import logging

line = logging.Formatter("%(name)s %(levelname)s %(message)s")
first, second = logging.StreamHandler(), logging.FileHandler("logs/shop.log", delay=True)
second.setFormatter(line)
second.setLevel(logging.WARNING)
shop = logging.getLogger("shop")
shop.addHandler(first)
shop.handlers = [second]
shop.setLevel(logging.INFO)
shop.propagate = False
