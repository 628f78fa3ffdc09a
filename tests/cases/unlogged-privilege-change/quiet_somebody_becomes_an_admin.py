from flask import Blueprint, current_app, request
from flask_login import current_user, login_required

from .models import Organization

bp = Blueprint("organizations", __name__)


@bp.route("/organizations/<int:number>/admins", methods=["POST"])
@login_required
def add(number):
    organization = Organization.query.get_or_404(number)
    organization.add_admin(request.json["user"])
    current_app.logger.info("%s made somebody an admin of %s", current_user.id, number)
    return {}
