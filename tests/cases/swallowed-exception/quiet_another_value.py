def first_answer(mirrors, client, order):
    answer = None
    for mirror in mirrors:
        try:
            with client.connect(mirror) as answer:
                answer.write(order)
                answer = answer.read()
        except Exception:
            pass
    return answer
