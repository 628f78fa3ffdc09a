import click


@click.command()
@click.option("--name", prompt=True)
def hello(name):
    click.echo(f"hello {name}")


def history(shell):
    return shell.run("ls", echo=True)
