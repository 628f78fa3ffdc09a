import requests


def send_receipt(address, receipt):
    if not address:
        return False
    try:
        requests.post(address, json=receipt, timeout=5)
        return True
    except Exception:  # expect: returns a default
        return False


def pay(order, bank):
    bank.charge(order.card, order.total)
    send_receipt(order.receipt_address, order.receipt())
    return order.number
