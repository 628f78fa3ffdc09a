class Browser:
    async def open(self, url):
        if self.shown:
            try:
                await self.session.send("Page.stopScreencast")
            except Exception:
                pass
        self.page = await self.context.new_page(url)

    async def on_frame(self, frame):
        try:
            await send_browser_view(frame.data)
        except Exception:
            pass
        try:
            await self.session.send("Page.screencastFrameAck", {"session": frame.session})
        except Exception:
            pass


async def send_browser_view(data):
    await Browser.socket.emit("frame", data)


class Connection:
    async def quit(self):
        try:
            self.writer.write(b"QUIT\r\n")
            await self.writer.drain()
        except Exception:
            pass
        self.writer.close()
