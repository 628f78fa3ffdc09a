from flask import Flask, request

from shop.errors import Unauthorised
from shop.orders import orders

app = Flask(__name__)


@app.delete("/orders/<number>")
def remove(number):
    if not request.user.may("delete", number):
        raise Unauthorised("You may not delete this order.")  # expect: denied access
    orders.remove(number)
    return "", 204
