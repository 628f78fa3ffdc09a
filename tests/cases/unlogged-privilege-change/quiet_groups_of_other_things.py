from flask import Blueprint, redirect

from shop.models import FilterGroup, PriceGroup, db

bp = Blueprint("filters", __name__)


@bp.route("/filter-groups/<int:key>", methods=["DELETE"])
def remove_filter_group(key):
    filter_group = FilterGroup.query.get(key)
    filter_group.delete()
    return "", 204


@bp.route("/price-groups/<int:key>", methods=["DELETE"])
def remove_price_group(key):
    row = PriceGroup.query.get(key)
    db.session.delete(row)
    db.session.commit()
    return redirect("/prices")
