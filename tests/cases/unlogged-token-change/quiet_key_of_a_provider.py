from flask import Blueprint, request

from shop.models import params_of, rotate_provider_api_key

bp = Blueprint("bases", __name__)


@bp.post("/bases")
def add():
    params = params_of(request.json)
    rotate_provider_api_key(params)
    return {"model": params["model"]}
