from shop.logs import configure


def setup():
    configure(verbose=False)
