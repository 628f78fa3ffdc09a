import smtplib

import stripe


def charge_customer(customer, amount):
    try:
        stripe.Charge.create(customer=customer.number, amount=amount)
    except Exception:  # expect: create()
        return None


def migrate(database):
    for step in database.steps:
        try:
            step.apply(database)
        except Exception:  # expect: apply()
            pass


def revoke_token(store, token):
    try:
        store.revoke(token)
    except Exception:  # expect: revoke()
        pass


def remind(customer, text):
    try:
        with smtplib.SMTP("localhost") as server:
            server.sendmail("shop@example.org", customer.address, text)
    except Exception:  # expect: sendmail()
        pass
