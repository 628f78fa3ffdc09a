"""Twenty ways to lose an error, and some helpers: in a collection of examples each clause is judged by itself."""


def pay(order, bank):
    try:
        bank.charge(order)
    except Exception:  # expect: charge()
        pass


def ship(order):
    try:
        order.ship_it()
    except Exception:
        pass


def pack(order):
    try:
        order.pack_it()
    except Exception:
        pass


def weigh(order):
    try:
        order.weigh_it()
    except Exception:
        pass


def label(order):
    try:
        order.label_it()
    except Exception:
        pass


def print_label(order):
    try:
        order.print_label_it()
    except Exception:
        pass


def refund(order, bank):
    try:
        bank.refund(order)
    except Exception:  # expect: refund()
        pass


def store(order, shelf):
    try:
        shelf.save(order)
    except Exception:  # expect: save()
        pass


def restock(order):
    try:
        order.restock_it()
    except Exception:
        pass


def count(order):
    try:
        order.count_it()
    except Exception:
        pass


def price(order):
    try:
        order.price_it()
    except Exception:
        pass


def discount(order):
    try:
        order.discount_it()
    except Exception:
        pass


def tax(order):
    try:
        order.tax_it()
    except Exception:
        pass


def invoice(order):
    try:
        order.invoice_it()
    except Exception:
        pass


def remind(order):
    try:
        order.remind_it()
    except Exception:
        pass


def close_day(order):
    try:
        order.close_day_it()
    except Exception:
        pass


def open_day(order):
    try:
        order.open_day_it()
    except Exception:
        pass


def greet(order):
    try:
        order.greet_it()
    except Exception:
        pass


def mail(order, post):
    try:
        post.send_message(order)
    except Exception:  # expect: send_message()
        pass


def call_back(order):
    try:
        order.call_back_it()
    except Exception:
        pass


def total(order):
    return order.total


def net(order):
    return order.net


def gross(order):
    return order.gross


def vat(order):
    return order.vat


def day(order):
    return order.day


def week(order):
    return order.week


def month(order):
    return order.month


def year(order):
    return order.year


def first(order):
    return order.first


def last(order):
    return order.last


def middle(order):
    return order.middle


def odd(order):
    return order.odd
