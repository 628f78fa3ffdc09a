import logging

logging.getLogger("shop").setLevel(logging.DEBUG)
logging.getLogger(__name__).setLevel(logging.DEBUG)
logging.getLogger("sqlparser").setLevel(logging.DEBUG)
logging.getLogger("bottle").setLevel(logging.DEBUG)
