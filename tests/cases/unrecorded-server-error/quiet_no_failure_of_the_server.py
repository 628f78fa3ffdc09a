from fastapi import FastAPI, HTTPException

app = FastAPI()


@app.get("/health")
def health(shop):
    try:
        shop.ping()
    except Exception:
        raise HTTPException(status_code=500, detail="not well")


@app.get("/a")
def expected(shop):
    try:
        return shop.orders()
    except ConnectionError:
        raise HTTPException(status_code=502)


@app.get("/b")
def of_the_client(shop, number):
    try:
        return shop.order(int(number))
    except Exception:
        raise HTTPException(status_code=400)


@app.get("/c")
def let_through(shop, number):
    try:
        return shop.order(number, limit=500)
    except Exception:
        raise


@app.get("/d")
def asked(shop):
    if not shop.is_open:
        raise HTTPException(status_code=500)
    try:
        return shop.orders()
    except Exception:
        return []
