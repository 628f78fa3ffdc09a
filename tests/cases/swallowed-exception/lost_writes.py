def save(path, text):
    try:
        with open(path, "w") as file:
            file.write(text)
    except OSError:  # expect: write()
        pass
