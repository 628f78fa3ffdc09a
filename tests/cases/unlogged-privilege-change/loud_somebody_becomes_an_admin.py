from flask import Blueprint, request
from flask_login import login_required

from .models import Organization

bp = Blueprint("organizations", __name__)


@bp.route("/organizations/<int:number>/admins", methods=["POST"])
@login_required
def add(number):
    organization = Organization.query.get_or_404(number)
    organization.add_admin(request.json["user"])  # expect: a change of rights leaves no security record
    return {}
