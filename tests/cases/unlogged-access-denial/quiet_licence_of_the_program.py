from flask import Blueprint, abort, current_app

bp = Blueprint("reports", __name__)


@bp.route("/reports")
def reports():
    if not current_app.license_plugin.check_license():
        abort(403)
    return "reports"
