# file: shop/admin/models.py
from shop.admin.database import connect


class AdminUser:
    def save(self):
        with connect() as link:
            link.cursor().execute("UPDATE admins SET email = %s WHERE id = %s", (self.email, self.id))


def log_admin_action(admin_id, action, details=None, ip_address=None):
    link = connect()
    cursor = link.cursor()
    try:
        cursor.execute("INSERT INTO actions (admin_id, action, details, ip_address) VALUES (%s, %s, %s, %s)", (admin_id, action, details, ip_address))
        link.commit()
    finally:
        cursor.close()
# file: shop/admin/routes.py
from flask import Blueprint, redirect, request, session, url_for

from shop.admin.models import AdminUser, log_admin_action

admin = Blueprint("admin", __name__)


@admin.route("/admins/new", methods=["POST"])
def new_admin():
    somebody = AdminUser(email=request.form["email"])
    somebody.set_password(request.form["password"])
    somebody.save()
    log_admin_action(session["admin"], "create_admin", somebody.email, request.remote_addr)
    return redirect(url_for("admin.admins"))
