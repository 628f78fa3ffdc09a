def pages(client, urls):
    found = []
    for url in urls:
        try:
            found.append(client.get(url))
        except ConnectionError:
            client.reset()
        finally:
            if client.closed:
                break  # expect: break
            client.release()
    return found


def numbers(files):
    total = 0
    for file in files:
        try:
            total += int(file.read())
        finally:
            with file:
                file.close()
            continue  # expect: continue
    return total


class Store:
    def save(self, order):
        try:
            self.session.add(order)
            self.session.commit()
        finally:
            try:
                self.session.close()
            except OSError:
                return False  # expect: return
            return True
