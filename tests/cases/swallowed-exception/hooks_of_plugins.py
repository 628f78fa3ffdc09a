class Manager:
    def __init__(self, addons):
        self.addons = addons
        self.tasks = []

    def captcha(self, task):
        for plugin in self.addons.active():
            try:
                plugin.captcha_task(task)
            except Exception:  # expect: captcha_task()
                pass
        self.tasks.append(task)

    def version(self, plugin):
        try:
            return plugin.version()
        except Exception:
            return ""

    def unload(self, plugin):
        try:
            plugin.deactivate()
            plugin.close()
        except Exception:
            pass
