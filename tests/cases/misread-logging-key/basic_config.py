import logging
import sys

if "--quiet" in sys.argv:
    logging.basicConfig(level="warning", format="%(asctime)s %(message)s")  # expect: 'WARNING'
elif "--file" in sys.argv:
    logging.basicConfig(level=logging.INFO, filename="shop.log", handlers=[logging.StreamHandler()])  # expect: fails with both
elif "--one" in sys.argv:
    logging.basicConfig(level=logging.INFO, handlers=logging.StreamHandler())  # expect: takes a list
else:
    logging.basicConfig(level=logging.INFO, handler=[logging.StreamHandler()])  # expect: it is called `handlers`
