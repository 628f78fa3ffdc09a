import subprocess

from rich.console import Console


def set_limit(card, watts, quiet=False):
    card.limit(watts)
    if not quiet:
        print(f"the limit is {watts} W now")


def place(orders, level=0):
    for order in orders:
        order.place()
        if level > 1 or (order.big and not order.silent):
            print("placed", order.number)


def unit_log(unit):
    done = subprocess.run(["journalctl", "--user", "-u", unit], capture_output=True, text=True, check=True)
    print(done.stdout)


def choose(prompts, names):
    print("There are", len(names))
    return prompts.ask("Which one?", names)


def written(console: Console, path):
    console.print(f"[green]wrote[/green] {path}")
