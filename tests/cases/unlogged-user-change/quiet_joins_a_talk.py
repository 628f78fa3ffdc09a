from lodge.chat import Channel
from lodge.model import Model
from lodge.pool import Pool


class Followers(Model):
    def add_user(self, channel, user):
        self.rows.append((channel, user))
        self.save()

    def remove_user(self, channel, user):
        self.rows.remove((channel, user))
        self.save()


class Talks(Model):
    def subscribe(self, request, name):
        channel = Channel.named(name)
        Pool().get("followers").add_user(channel, request.user)
        return channel


class Fields(Model):
    def register(self, model, name):
        cursor = self.connection.cursor()
        cursor.execute("insert into fields values (?, ?)", (model, name))
        Pool().get("lodge.model").register(model, name)
