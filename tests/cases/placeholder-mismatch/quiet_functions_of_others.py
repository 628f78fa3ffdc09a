from logging import debug, warning

from django.contrib.messages import info
from rich import print as error


def show(request, order, formatter):
    info(request, "order %s is on its way" % order.id)
    error("[red]%s[/red] of", order.id)
    warning("order %s: nobody has paid", order.id)
    debug("records look like this: %(asctime)s %(name)s %(message)s")
    debug(msg="shares are given in %s")
    debug("the template is %s:%s", formatter.template, formatter.style)
