"""The line between the phone and the site, which can be cut: before a question arrives, or after it was answered."""
import socket
import threading
import urllib.parse


class Line:
    """Listens on loopback and passes every request on by a connection of its own."""

    def __init__(self, site_port):
        self.site_port = site_port
        self.is_up = True
        # Told the head and the body of each request, it says "before", "after" or nothing.
        self.plan = lambda head, body: None
        self.lock = threading.Lock()
        self.sent = []
        self.cuts = {"before": 0, "after": 0}
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        while True:
            caller, _ = self.listener.accept()
            threading.Thread(target=self.serve, args=(caller,), daemon=True).start()

    def serve(self, caller):
        caller.settimeout(60)
        with caller:
            try:
                self.pass_on(caller)
            except OSError:
                pass

    def pass_on(self, caller):
        if not self.is_up:
            return self.cut(caller)
        data = b""
        while b"\r\n\r\n" not in data:
            piece = caller.recv(65536)
            if not piece:
                return
            data += piece
        head, _, body = data.partition(b"\r\n\r\n")
        lines = head.split(b"\r\n")
        fields = {line.split(b":", 1)[0].lower(): line.split(b":", 1)[1].strip() for line in lines[1:]}
        while len(body) < int(fields.get(b"content-length", b"0")):
            body += caller.recv(65536)
        with self.lock:
            where = self.plan(lines[0].decode(), body)
            if where:
                self.cuts[where] += 1
        if not self.is_up or where == "before":
            return self.cut(caller)
        kept = [line for line in lines[1:] if not line.lower().startswith((b"connection:", b"accept-encoding:"))]
        answer = self.answer(b"\r\n".join([lines[0], *kept, b"Connection: close"]) + b"\r\n\r\n" + body)
        if lines[0].startswith(b"POST /measure/sent"):
            with self.lock:
                self.sent.append((urllib.parse.parse_qs(body.decode()), answer))
        if where == "after" or not self.is_up:
            return self.cut(caller)
        caller.sendall(answer)

    def answer(self, question):
        with socket.create_connection(("127.0.0.1", self.site_port), timeout=60) as site:
            site.sendall(question)
            data = b""
            while True:
                piece = site.recv(65536)
                if not piece:
                    return data
                data += piece

    def cut(self, caller):
        """As when the internet goes away: no answer, not even a polite end."""
        caller.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
