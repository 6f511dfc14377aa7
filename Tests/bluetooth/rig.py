"""The demonstration, a radio that is not there, and a real browser between the two."""
import contextlib
import datetime
import json
import os
import pathlib
import re
import sqlite3
import struct
import subprocess
import sys
import tempfile
import threading
import time
import zoneinfo

DUTCH = zoneinfo.ZoneInfo("Europe/Amsterdam")
HERE = pathlib.Path(__file__).parent
BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><listen>unix:path={}</listen><auth>EXTERNAL</auth><policy context="default">
<allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy></busconfig>"""

# The page waits long enough for a person; a test does not have to.
HURRY = """document.addEventListener("readystatechange", () => {
  const page = document.querySelector("[data-behaviour=meter]")
  if (page) Object.assign(page.dataset, { quiet: 800, first: 1800, slow: 700 })
})"""
DATABASE = """
    const promised = (request) => new Promise((done, wrong) => { request.onsuccess = () => done(request.result); request.onerror = () => wrong(request.error) })
    const opening = indexedDB.open("hartlijn", 1)
    // Whoever is first makes the stores, as the page does itself.
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore("waiting", { keyPath: "turn", autoIncrement: true }).createIndex("id", "id")
      opening.result.createObjectStore("state", { keyPath: "name" })
    }
    const db = await promised(opening)
"""
ROWS = "async () => {" + DATABASE + "const rows = await promised(db.transaction('waiting').objectStore('waiting').getAll()); db.close(); return rows }"
MINE = "async () => {" + DATABASE + "const mine = await promised(db.transaction('state').objectStore('state').get('mine')); db.close(); return Boolean(mine?.value?.key) }"
FORGET = "async () => {" + DATABASE + "await promised(db.transaction('state', 'readwrite').objectStore('state').delete('mine')); db.close() }"
NO_BLUETOOTH = 'Object.defineProperty(Navigator.prototype, "bluetooth", { get: () => undefined })'


class Demo:
    """`hartlijn demo` on a free port, its database to look in, and its terminal."""

    def __init__(self, hartlijn, folder):
        self.folder = folder
        self.process = subprocess.Popen(
            [hartlijn, "demo", "--port", "0", "--data", folder, "--practices", "2", "--patients", "30"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.address = None
        self.told = []
        for line in self.process.stdout:
            found = re.search(r"http://localhost:[1-9]\d*", line)
            if found:
                self.address = found.group(0)
                break
        assert self.address, "the demonstration did not start"
        threading.Thread(target=lambda: self.told.extend(self.process.stdout), daemon=True).start()
        self.accounts = json.load(open(f"{folder}/demo-accounts.json"))["accounts"]
        self.patient = next(account for account in self.accounts if account["role"] == "patient")
        [self.database] = [
            path for path in pathlib.Path(folder).iterdir() if path.read_bytes()[:15] == b"SQLite format 3"]
        self.person = self.ask(
            "SELECT person_id FROM identity_account WHERE sign_in = ?", self.patient["signIn"])[0][0]
        self.usual = self.ask(
            "SELECT average_systolic, average_diastolic FROM measurements_summary WHERE patient_id = ?",
            self.person)[0]

    def ask(self, statement, *values):
        with contextlib.closing(sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)) as database:
            return database.execute(statement, values).fetchall()

    def readings(self):
        """What the meter gave and was kept, the newest first."""
        return self.ask(
            "SELECT first_value, second_value, third_value, status, taken_at, detail, kind FROM measurements_reading "
            "WHERE patient_id = ? AND source = 'bluetooth' ORDER BY recorded_at DESC, taken_at DESC", self.person)

    def lets_pass(self, letters):
        """Days (d) and hours (h), as somebody types them who shows it."""
        before = len(self.moments)
        self.process.stdin.write(letters + "\n")
        self.process.stdin.flush()
        end = time.time() + 60
        while len(self.moments) < before + len(letters):
            assert time.time() < end, self.told[-5:]
            time.sleep(0.05)

    def until_hour(self, hour):
        """On the next day, so that it is the same time of day whenever this runs."""
        self.lets_pass("h" * ((hour - datetime.datetime.now(DUTCH).hour) % 24 or 24))

    @property
    def moments(self):
        return [match.group(1) for line in list(self.told) for match in [re.search(r"It is now (\S+?)\.?$", line)] if match]

    @property
    def now(self):
        """On a clock on the wall there."""
        return datetime.datetime.fromisoformat(self.moments[-1]).replace(tzinfo=None)

    def stop(self):
        self.process.terminate()
        self.process.wait()


class Stage:
    """One scene: who is there, and what the person does with the page."""

    def __init__(self, demo, page, devices, radio, heard):
        self.demo, self.page, self.devices, self.radio, self.heard = demo, page, devices, radio, heard
        self.lists = []
        self.before = demo.readings()
        devices.on("DeviceAccess.deviceRequestPrompted", lambda prompt: self.lists.append(prompt))
        devices.send("DeviceAccess.enable")

    def until(self, what, holds, seconds=12):
        end = time.time() + seconds
        while time.time() < end:
            if holds():
                return
            self.page.wait_for_timeout(30)
        raise AssertionError(f"not: {what}; the page shows “{self.state}”: {self.words}")

    @property
    def state(self):
        return self.page.get_attribute("main", "data-now")

    @property
    def words(self):
        return self.page.inner_text("main").replace("\n", " ")

    def fetches(self):
        self.press("Haal metingen op uit de meter")
        self.takes_from_list()

    def takes_from_list(self):
        self.until("a meter in the list", lambda: self.lists and self.lists[-1]["devices"])
        choose(self.devices, self.lists[-1])

    def leaves_list(self):
        self.until("a list", lambda: self.lists)
        self.devices.send("DeviceAccess.cancelPrompt", {"id": self.lists[-1]["id"]})

    def press(self, words):
        self.page.locator("button:visible, a:visible").filter(has_text=words).first.click()

    def sees(self, *sentences):
        for sentence in sentences:
            self.until(f"“{sentence}”", lambda: sentence in self.words)

    def does_not_see(self, sentence):
        assert sentence not in self.words, f"“{sentence}” stands on the page"

    def tell(self, **line):
        self.radio.stdin.write(json.dumps(line) + "\n")
        self.radio.stdin.flush()

    def has_key(self):
        """The page was told whose phone this is."""
        self.until("a key on the phone", lambda: self.page.evaluate(MINE))

    def waiting(self):
        return self.page.evaluate(ROWS)

    def is_sealed(self, *words):
        rows = self.waiting()
        assert rows and all(sorted(row) == ["id", "key", "sealed", "turn"] for row in rows), rows
        plain = json.dumps([{**row, "id": "", "key": "", "sealed": row["sealed"][:6]} for row in rows])
        assert all(row["sealed"].startswith("hpke1.") for row in rows) and not [word for word in words if word in plain], plain

    def kept(self):
        """What was added to the database in this scene."""
        return [reading for reading in self.demo.readings() if reading not in self.before]


def choose(devices, prompt):
    devices.send("DeviceAccess.selectPrompt", {"id": prompt["id"], "deviceId": prompt["devices"][0]["id"]})


def take(page, words):
    """Presses the button with these words, and takes the first meter in the list of the browser."""
    devices = page.context.new_cdp_session(page)
    lists = []
    devices.on("DeviceAccess.deviceRequestPrompted", lambda prompt: lists.append(prompt))
    devices.send("DeviceAccess.enable")
    page.locator("button:visible").filter(has_text=words).first.click()
    end = time.time() + 12
    while not (lists and lists[-1]["devices"]):
        assert time.time() < end, "no meter in the list"
        page.wait_for_timeout(30)
    choose(devices, lists[-1])


def started(scene, folder):
    """A bus of our own with the radio on it."""
    socket = f"{folder}/bus"
    pathlib.Path(f"{folder}/bus.conf").write_text(BUS.format(socket))
    pathlib.Path(f"{folder}/scene.json").write_text(json.dumps(scene))
    bus = subprocess.Popen(["dbus-daemon", f"--config-file={folder}/bus.conf", "--nofork"], stderr=subprocess.DEVNULL)
    while not os.path.exists(socket):
        time.sleep(0.01)
    radio = subprocess.Popen(
        [sys.executable, str(HERE / "radio.py"), f"unix:path={socket}", f"{folder}/scene.json"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    heard = [json.loads(radio.stdout.readline())]
    threading.Thread(target=lambda: [heard.append(json.loads(line)) for line in radio.stdout], daemon=True).start()
    return bus, radio, heard, f"unix:path={socket}"


@contextlib.contextmanager
def stage(play, demo, scene, cookies, scripts):
    with tempfile.TemporaryDirectory(prefix="hartlijn-radio-") as folder:
        bus, radio, heard, address = started(scene, folder)
        browser = play.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=[
                "--no-sandbox", "--enable-features=WebBluetooth",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost"],
            env={**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": address})
        try:
            context = browser.new_context(
                viewport={"width": 390, "height": 844}, locale="nl-NL", timezone_id="Europe/Amsterdam")
            cookies.extend([] if cookies else signed_in(demo, context))
            context.add_cookies(cookies)
            for script in scripts:
                context.add_init_script(script)
            page = context.new_page()
            troubles = []
            page.on("pageerror", lambda error: troubles.append(str(error)))
            page.goto(f"{demo.address}/measure/meter")
            page.wait_for_timeout(50)
            yield Stage(demo, page, context.new_cdp_session(page), radio, heard)
            assert not troubles, troubles
        finally:
            browser.close()
            for process in (radio, bus):
                process.terminate()
                process.wait()


def signed_in(demo, context):
    page = context.new_page()
    page.goto(demo.address)
    page.fill("[name=name]", demo.patient["signIn"])
    page.fill("[name=password]", demo.patient["password"])
    page.click("form.card button")
    page.wait_for_url("**/today")
    page.close()
    return context.cookies()


def clock(moment):
    """2A08: seven bytes of the wall clock."""
    return struct.pack("<HBBBBB", moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second)


def cuff(upper, lower, at=None, *, pulse=66, user=None, status=None, unit="mmHg"):
    """2A35, as a meter sends it."""
    flags = (unit == "kPa") | (at is not None) << 1 | (pulse is not None) << 2
    flags |= (user is not None) << 3 | (status is not None) << 4
    value = struct.pack("<BHHH", flags, upper, lower, 0x07FF) + (clock(at) if at else b"")
    value += struct.pack("<H", pulse) if pulse is not None else b""
    value += struct.pack("<B", user) if user is not None else b""
    return (value + (struct.pack("<H", status) if status is not None else b"")).hex()


def meter(*steps, name="BP Meter", battery=None, now=None, refuses=False, connects=None):
    """A cuff, and beside it perhaps its battery and its clock."""
    services = {"1810": {"2a35": {"indicate": list(steps), **({"refuses": True} if refuses else {})}}}
    if battery is not None:
        services["180f"] = {"2a19": {"value": f"{battery:02x}"}}
    if now is not None:
        services["1805"] = {"2a2b": {"value": (clock(now) + bytes(3)).hex()}}
    return {"name": name, "services": services, **({"connects": connects} if connects else {})}
