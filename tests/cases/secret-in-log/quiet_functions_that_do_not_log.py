from math import log

from vendor.training import Module, log_metric

KEPT = {}


def write_log(name, value):
    KEPT[name] = value


class Trainer(Module):
    def step(self, token_loss, password_strength):
        self.log("token_loss", token_loss)
        self.log("train/password_strength", password_strength)
        self.log_dict({"password": password_strength})
        log_metric("password_strength", password_strength)
        return log(password_strength)


def keep(password):
    write_log("login", len(password))
    log_metric("logins", len(password))
