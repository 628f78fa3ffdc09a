"""A token of a second factor is made and deleted in a directory."""

from flask import redirect, session

from portal import app
from portal.directory import with_ipa
from portal.forms import ConfirmForm, TokenForm


@app.route("/settings/otp/", methods=["POST"])
@with_ipa
def add_otp(ipa):
    form = ConfirmForm()
    if form.validate_on_submit():
        ipa.otptoken_add(o_ipatokenowner=session["name"], o_ipatokenotpkey=form.secret.data)  # expect: a changed second factor
    return redirect("/settings")


@app.route("/settings/otp/delete/", methods=["POST"])
@with_ipa
def delete_otp(ipa):
    form = TokenForm()
    if form.validate_on_submit():
        ipa.otptoken_del(a_ipatokenuniqueid=form.token.data)  # expect: a changed second factor
    return redirect("/settings")
