"""Answers ten finished weeks as a practice nurse would, at the speed of a person, and tells how long it took.

Usage: python3 Tests/tenweeks/ten_weeks.py HARTLIJN [--instant]

A demonstration is made; ten patients of its first practice get a line for a week that is over. A browser is then driven from
the keyboard alone. Between the keys it waits as long as a person would need:

- 0.28 s for a key, 1.35 s for each decision (Card, Moran and Newell 1980, doi:10.1145/358886.358895)
- what stands beside the line and the whole text of the answer are read, at 238 words a minute (Brysbaert 2019,
  doi:10.1016/j.jml.2019.104047)

With --instant nothing is waited for: what remains is the time of the machine.
"""
import json
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "offline"))
from window import Driver  # noqa: E402

KEY, DECISION, WORDS_A_MINUTE = 0.28, 1.35, 238
WEEKS = ["week-on-target"] * 7 + ["week-above"] * 2 + ["week-too-few"]
ENTER = "\ue007"


def prepare(data):
    """Ten lines for weeks that are over, with the numbers of the patients themselves."""
    database = sqlite3.connect(f"{data}/hartlijn.sqlite")
    practice = database.execute("SELECT practice_id FROM identity_account WHERE sign_in = 'marieke'").fetchone()[0]
    patients = database.execute(
        """
        SELECT summary.patient_id, summary.average_systolic, summary.average_diastolic
        FROM measurements_summary AS summary
        WHERE summary.practice_id = ? AND summary.average_systolic IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM worklist_item AS item
                          WHERE item.practice_id = summary.practice_id AND item.patient_id = summary.patient_id
                            AND item.closed_at IS NULL)
        ORDER BY summary.patient_id LIMIT ?
        """, (practice, len(WEEKS))).fetchall()
    assert len(patients) == len(WEEKS), "the demonstration is too small"
    columns = [row[1] for row in database.execute("PRAGMA table_info(worklist_item)")]
    now = int(time.time() * 1000)
    database.execute("UPDATE worklist_item SET closed_at = ?, closed_by = id "
                     "WHERE practice_id = ? AND closed_at IS NULL AND reason LIKE 'week-%'", (now - 90_000_000, practice))
    for place, (reason, (patient, upper, lower)) in enumerate(zip(WEEKS, patients)):
        values = {"practice_id": practice, "id": place.to_bytes(16, "big"), "patient_id": patient, "family": "pressure",
                  "reason": reason, "urgency": 2, "systolic": upper, "diastolic": lower, "count": 24,
                  "opened_at": now - 3_600_000 + place * 1000}
        if reason == "week-too-few":
            values["systolic"] = values["diastolic"] = None
        values = {name: value for name, value in values.items() if name in columns}
        database.execute(f"INSERT INTO worklist_item ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})",
                         list(values.values()))
    database.commit()
    database.close()


class Nurse:
    """One person with a keyboard and a large screen."""

    def __init__(self, driver, instant):
        options = {"binary": "/usr/bin/chromium",
                   "args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1440,900", "--lang=nl-NL",
                            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost"],
                   "prefs": {"intl.accept_languages": "nl-NL,nl"}}
        wishes = {"browserName": "chrome", "goog:chromeOptions": options}
        self.driver, self.instant = driver, instant
        self.session = "/session/" + driver.ask("POST", "/session", {"capabilities": {"alwaysMatch": wishes}})["sessionId"]
        self.keys, self.words, self.decisions, self.server, self.pages = 0, 0, 0, 0.0, 0

    def ask(self, method, path, body=None):
        return self.driver.ask(method, self.session + path, body)

    def run(self, script):
        return self.ask("POST", "/execute/sync", {"script": script, "args": []})

    def strike(self, key):
        self.keys += 1
        self.wait(KEY)
        strokes = [{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]
        self.ask("POST", "/actions", {"actions": [{"type": "key", "id": "keyboard", "actions": strokes}]})

    def wait(self, seconds):
        if not self.instant:
            time.sleep(seconds)

    def decide(self):
        self.decisions += 1
        self.wait(DECISION)

    def read(self, selector):
        text = self.run(f"const found = document.querySelector({json.dumps(selector)}); "
                        "return found ? (found.value ?? found.innerText) : ''")
        words = len(text.split())
        self.words += words
        self.wait(words / WORDS_A_MINUTE * 60)
        return text

    def arrives(self, part):
        """A page is there when it is loaded; how long the server took for it is asked of the browser."""
        until = time.time() + 30
        while time.time() < until:
            found = self.run("return [location.href, document.readyState, performance.getEntriesByType('navigation')[0]?."
                             "toJSON() ?? null]")
            if part in found[0] and found[1] == "complete" and found[2]:
                self.server += (found[2]["responseEnd"] - found[2]["requestStart"]) / 1000
                self.pages += 1
                return
            time.sleep(0.01)
        raise RuntimeError(f"never came to {part}, but to {found[0]}")

    def line(self):
        return self.run("return (document.activeElement.closest('[data-item]') ?? "
                        "document.querySelector('.selected'))?.dataset.item ?? ''")


def main():
    hartlijn, instant = sys.argv[1], "--instant" in sys.argv
    data = tempfile.mkdtemp(prefix="hartlijn-ten-weeks-")
    subprocess.run([hartlijn, "demo", "--only-make", "--data", data, "--practices", "2", "--patients", "120"], check=True,
                   stdout=subprocess.DEVNULL)
    prepare(data)
    accounts = json.loads(pathlib.Path(f"{data}/demo-accounts.json").read_text())["accounts"]
    nurse_account = next(account for account in accounts if account["signIn"] == "marieke")
    weeks = {place.to_bytes(16, "big").hex() for place in range(len(WEEKS))}
    server = subprocess.Popen([hartlijn, "serve", "--data", data, "--port", "8105"], stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL)
    driver = Driver()
    try:
        time.sleep(3)
        nurse = Nurse(driver, instant)
        secret = nurse_account["totpSecret"]
        signs_in_with_app(nurse, nurse_account, secret)
        nurse.keys = nurse.words = nurse.decisions = nurse.pages = 0
        nurse.server = 0.0
        begun = time.time()
        # Down the list to the first week that is over.
        for _ in range(80):
            if nurse.line().replace("-", "") in weeks:
                break
            nurse.strike("j")
            time.sleep(0.05)
        time.sleep(0.6)  # the pane follows the line a quarter of a second later
        answered = 0
        while answered < len(WEEKS):
            assert nurse.line().replace("-", "") in weeks, "the next line is no finished week"
            nurse.read("tr.selected")
            nurse.read(".pane-body")
            nurse.decide()
            nurse.strike("b")
            nurse.arrives("/message")
            text = nurse.read("textarea")
            assert len(text.split()) > 10, "no text was ready"
            assert nurse.run("return document.activeElement.matches('form button')"), "the focus is not at the button"
            nurse.decide()
            nurse.strike(ENTER)
            nurse.arrives("/worklist?sent=1")
            answered += 1
            if answered < len(WEEKS):
                focused = "return Boolean(document.activeElement.closest('[data-item]'))"
                # The browser gives the focus with the first picture it draws.
                assert any(nurse.run(focused) or time.sleep(0.02) for _ in range(100)), "no line has the focus"
        took = time.time() - begun
        print(json.dumps({
            "weeks": answered, "seconds": round(took, 1), "keys": nurse.keys, "decisions": nurse.decisions,
            "words": nurse.words, "pages": nurse.pages, "server_seconds": round(nurse.server, 2),
            "speed": "of the machine" if instant else "of a person"}))
    finally:
        driver.stop()
        server.terminate()
        server.wait(20)
        subprocess.run(["rm", "-r", data], check=False)


def signs_in_with_app(nurse, account, secret):
    """The digits of the app, as RFC 6238 makes them."""
    import base64
    import hmac
    import struct
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    mac = hmac.new(key, struct.pack(">Q", int(time.time()) // 30), "sha1").digest()
    place = mac[-1] & 15
    code = str(struct.unpack(">I", mac[place:place + 4])[0] % 2 ** 31 % 10 ** 6).zfill(6)
    nurse.ask("POST", "/url", {"url": "http://localhost:8105/"})
    nurse.run(f"document.querySelector('[name=name]').value = {json.dumps(account['signIn'])}; "
              f"document.querySelector('[name=password]').value = {json.dumps(account['password'])}; "
              "document.querySelector('form.card button').click()")
    nurse.arrives("/sign-in/again")
    nurse.run(f"document.querySelector('[name=code]').value = '{code}'; "
              "document.querySelector('form[action=\"/sign-in/again\"] button').click()")
    nurse.arrives("/worklist")


if __name__ == "__main__":
    main()
