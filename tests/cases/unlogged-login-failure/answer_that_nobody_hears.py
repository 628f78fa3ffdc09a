from flask import Flask

from shop.rights import check_auth
from shop.tables import Shop

app = Flask(__name__)


class Shops:
    @staticmethod
    def find(number, roles):
        shop = Shop.query.get(number)
        if not shop:
            return None
        if shop.private:
            check_auth(one_of=roles, number=number)
        return shop

    @staticmethod
    def find_for(number, roles):
        if not check_auth(one_of=roles, number=number):
            return None
        return Shop.query.get(number)


@app.get("/shops/<number>")
def show(number):
    shop = Shops.find(number, ["owner"])
    if shop is None:
        return {"message": "There is no such shop."}, 404
    return shop.as_dict()


@app.get("/own/<number>")
def own(number):
    shop = Shops.find_for(number, ["owner"])
    if shop is None:
        return {"message": "There is no such shop."}, 404  # expect: a failed login leaves no security record
    return shop.as_dict()
