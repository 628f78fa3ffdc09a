import logging
from logging import getLogger

logging.getLogger("shop").warning("no stock", item=4)  # expect: item by keyword


class Shop:
    log = getLogger("shop")

    def __init__(self):
        self.audit = getLogger("shop.audit").getChild("orders")

    def order(self, cart):
        self.log.info("ordered %s by %s", cart=cart.id, who=cart.user)  # expect: cart and who by keyword
        self.audit.info("ordered", extra={"cart": cart.id}, cart_id=cart.id)  # expect: cart_id by keyword
        logging.log(logging.INFO, "ordered", cart_id=cart.id)  # expect: cart_id by keyword
