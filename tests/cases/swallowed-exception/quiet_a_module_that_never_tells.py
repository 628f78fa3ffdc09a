"""A panel that shows what a machine does; nothing of it is told anywhere."""


class Panel:
    def __init__(self, machine, store):
        self.machine = machine
        self.store = store

    def save_state(self, state):
        try:
            self.store.save(state)
        except Exception:
            pass

    def keep_record(self, record):
        self.machine.pause()
        try:
            self.store.insert(record)
        except Exception:
            pass
        self.machine.resume()

    def send_report(self, report):
        try:
            self.machine.send(f"report {report}")
        except Exception:
            pass

    def speed(self):
        try:
            return self.machine.speed()
        except Exception:
            return 0

    def heat(self):
        try:
            return self.machine.heat()
        except Exception:
            return 0

    def load(self):
        try:
            return self.machine.load()
        except Exception:
            return 0

    def name(self):
        try:
            return self.machine.name()
        except Exception:
            return "?"

    def names(self):
        try:
            return list(self.machine.parts())
        except Exception:
            return []

    def pressure(self):
        return self.machine.read("pressure")

    def torque(self):
        return self.machine.read("torque")

    def angle(self):
        return self.machine.read("angle")

    def depth(self):
        return self.machine.read("depth")

    def width(self):
        return self.machine.read("width")

    def height(self):
        return self.machine.read("height")

    def weight(self):
        return self.machine.read("weight")

    def flow(self):
        return self.machine.read("flow")

    def level(self):
        return self.machine.read("level")

    def range(self):
        return self.machine.read("range")

    def voltage(self):
        return self.machine.read("voltage")

    def current(self):
        return self.machine.read("current")

    def power(self):
        return self.machine.read("power")

    def phase(self):
        return self.machine.read("phase")

    def noise(self):
        return self.machine.read("noise")

    def light(self):
        return self.machine.read("light")

    def colour(self):
        return self.machine.read("colour")

    def humidity(self):
        return self.machine.read("humidity")

    def dust(self):
        return self.machine.read("dust")

    def smoke(self):
        return self.machine.read("smoke")

    def salt(self):
        return self.machine.read("salt")
