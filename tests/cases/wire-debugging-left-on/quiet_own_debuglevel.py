class Robot:
    debuglevel = 0

    def __init__(self, verbose):
        self.debuglevel = 1 if verbose else 0

    def echo(self, text, echo=True):
        return text if echo else ""


robot = Robot(False)
robot.echo("hello", echo=True)
