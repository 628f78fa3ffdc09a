import threading
import time


class Prices(threading.Thread):
    def run(self):
        while True:
            try:
                self.take_over()
            except Exception:  # expect: take_over()
                pass
            time.sleep(60)

    def take_over(self):
        for price in self.shop.asked():
            self.prices[price.product] = price.amount


def check_loop(shelves, stopped):
    while not stopped.is_set():
        try:
            check_shelves(shelves)
        except Exception:  # expect: check_shelves()
            pass
        stopped.wait(5)


def check_shelves(shelves):
    for shelf in shelves:
        shelf.fill()
