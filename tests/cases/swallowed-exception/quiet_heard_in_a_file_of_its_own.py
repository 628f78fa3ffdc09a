import os

FOLDER = "/var/log/shop"


def charge(orders, gateway):
    for order in orders:
        try:
            gateway.charge(order)
        except Exception as error:
            with open(os.path.join(FOLDER, "errors.log"), "a") as file:
                file.write(f"{order.id}: {error}\n")


def charge_in_silence(orders, gateway):
    for order in orders:
        try:
            gateway.charge(order)
        except Exception:  # expect: is swallowed
            pass
