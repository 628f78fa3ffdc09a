# file: shop/commands/rights.py
import click

from shop.db import gateway


class SetRoleHandler:
    def run(self, command):
        gateway.roles.set_role(command.user_id, command.role)


@click.command()
@click.argument("user")
def promote(user):
    gateway.roles.set_role(user, "admin")
