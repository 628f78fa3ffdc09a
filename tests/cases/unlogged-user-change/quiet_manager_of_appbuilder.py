from flask import flash, redirect
from flask_appbuilder import expose
from flask_appbuilder.security.registerviews import BaseRegisterUser


class Activation(BaseRegisterUser):
    @expose("/activation/<string:activation_hash>")
    def activation(self, activation_hash):
        waiting = self.appbuilder.sm.find_register_user(activation_hash)
        if not waiting:
            return redirect(self.appbuilder.get_url_for_index)
        role = self.appbuilder.sm.find_role("Public")
        if not self.appbuilder.sm.add_user(waiting.username, waiting.first_name, waiting.last_name, waiting.email, role):
            flash("That did not work")
            return redirect(self.appbuilder.get_url_for_index)
        self.appbuilder.sm.del_register_user(waiting)
        return self.render_template("activated.html", username=waiting.username)
