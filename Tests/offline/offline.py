#!/usr/bin/env python3
"""A phone that works without internet, in a real browser, with a line that is cut.

    offline.py HARTLIJN          200 readings, 20 cuts
    offline.py HARTLIJN --long   1,000 readings, 100 cuts
"""
import json
import random
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
import traceback
import uuid

from line import Line
from window import Driver, Window

LONG = "--long" in sys.argv
DAY = 86_400_000
failures = []
chance = random.Random(20261126)


def check(what, is_right, found=""):
    print(("ok    " if is_right else "WRONG ") + what + (f": {found}" if found != "" and not is_right else ""), flush=True)
    if not is_right:
        failures.append(what)


class Ward:
    """The site, the line to it, one phone, and what stands in the database."""

    def __init__(self, folder, port, accounts, driver):
        self.database = f"{folder}/hartlijn.sqlite"
        self.line = Line(port)
        self.accounts = accounts
        self.phone = Window(driver, f"http://localhost:{self.line.port}")

    def rows(self, sql, *values):
        with sqlite3.connect(f"file:{self.database}?mode=ro", uri=True) as db:
            return db.execute(sql, values).fetchall()

    def sign_in(self, name):
        self.phone.open("/")
        self.phone.fill("name", name)
        self.phone.fill("password", self.accounts[name])
        self.phone.run("document.querySelector('form.card').requestSubmit()")
        self.phone.arrives("/today")
        # The key of this person is on the phone, and the page without internet too.
        self.phone.waits(lambda: self.phone.run(MINE), "a key on the phone")
        try:
            self.phone.waits(lambda: self.phone.run(CACHED), "a page on the phone", 8)
        except AssertionError:
            # The clearing of the last sign-out may still have been under way; the next page brings it.
            self.phone.open("/today")
            self.phone.waits(lambda: self.phone.run(CACHED), "a page on the phone")

    def sign_out(self):
        self.phone.open("/more")
        self.phone.press("Afmelden")

    def number(self, external):
        return self.rows("SELECT count(*) FROM measurements_reading WHERE external_id LIKE ?", f"{external}|%")[0][0]

    def waiting(self):
        return self.phone.run(WAITING)

    def kept(self, systolic, diastolic, at, tolerance=5000):
        return self.rows(
            "SELECT count(*) FROM measurements_reading WHERE first_value = ? AND second_value = ? AND abs(taken_at - ?) <= ?",
            systolic, diastolic, at, tolerance)[0][0]


OPEN = """
    const promised = (request) => new Promise((done, wrong) => { request.onsuccess = () => done(request.result); request.onerror = () => wrong(request.error) })
    const opening = indexedDB.open("hartlijn", 1)
    opening.onupgradeneeded = () => { opening.result.createObjectStore("waiting", { keyPath: "turn", autoIncrement: true }).createIndex("id", "id"); opening.result.createObjectStore("state", { keyPath: "name" }) }
    const db = await promised(opening)
    const all = (store) => promised(db.transaction(store).objectStore(store).getAll())
"""
WAITING = OPEN + "const found = (await all('waiting')).length; db.close(); return found"
MINE = OPEN + "const found = (await all('state')).find((one) => one.name === 'mine'); db.close(); return found?.value ?? null"
DUMP = OPEN + "const found = JSON.stringify([await all('waiting'), await all('state')]); db.close(); return found"
CACHED = """
    if (!navigator.serviceWorker.controller) return 0
    let found = 0
    for (const name of await caches.keys()) found += (await (await caches.open(name)).keys()).length
    return found > 10 ? found : 0"""
CACHES = """
    const found = {}
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) found[new URL(request.url).pathname] = await (await cache.match(request)).text()
    }
    return found"""
# Another clock in the page, in every page from now on.
CLOCK = """{ const Real = Date; const by = %d; globalThis.Date = class extends Real {
    constructor(...given) { given.length ? super(...given) : super(Real.now() + by) } static now() { return Real.now() + by } } }"""
FILL = """
    const release = document.querySelector("script[type=module]").src.replace("hartlijn.js", "")
    const { closed } = await import(release + "behaviours/reading.js")
    const { keep, remembered } = await import(release + "behaviours/kept.js")
    const { key } = await remembered("mine")
    const rows = []
    for (const item of given[0]) rows.push(await closed(item, key))
    for (const row of rows) await keep(row)
    return rows.map((row) => row.sealed)"""


def moment(milliseconds):
    return time.strftime("%Y-%m-%dT%H:%M:%S+00:00", time.gmtime(milliseconds / 1000))


def readings(count, first, step=60_000):
    """Numbers near what is usual for this person, so that none is doubted; a second apart in the time they were taken."""
    base = int(time.time()) * 1000 - first
    return [{"id": str(uuid.UUID(int=chance.getrandbits(128), version=4)), "at": moment(base + place * step),
             "typed": {"systolic": 134 + place % 9, "diastolic": 82 + place % 7, "pulse": 60 + place % 11}}
            for place in range(count)]


def measures(ward, systolic, diastolic, pulse):
    phone = ward.phone
    phone.press("Start met meten")
    phone.press("Ik zit rustig")
    phone.press("Mijn meter is klaar")
    for name, value in (("systolic", systolic), ("diastolic", diastolic), ("pulse", pulse)):
        phone.fill(name, str(value))
    phone.press("Volgende")


def installs(ward):
    ward.sign_in("fatma")
    manifest = ward.phone.devtools("Page.getAppManifest")
    check("the manifest has no errors", manifest["errors"] == [] and '"Hartlijn"' in manifest["data"], manifest["errors"])
    told = ward.phone.devtools("Page.getInstallabilityErrors")["installabilityErrors"]
    check("the browser would install it", told == [], told)
    kept = ward.phone.run(CACHES)
    pages = sorted(path for path in kept if not path.startswith("/a/"))
    check("the phone keeps two pages, one for each language", pages == ["/measure/offline/en", "/measure/offline/nl"], pages)
    whole = "".join(kept.values())
    named = [word for word in ("Fatma", "Yıldız", "Linde", 'name="form" value="0', "413") if word in whole]
    check("and nobody's name, practice or secret stands in what it keeps", named == [], named)


def two_days(ward):
    """Measured twice without internet, on two days; back home the readings are there once, with their own times."""
    phone, line = ward.phone, ward.line
    line.is_up = False
    now, said = int(time.time() * 1000), []
    for day, (systolic, diastolic, pulse) in ((2, (139, 86, 71)), (1, (137, 84, 69))):
        script = phone.devtools("Page.addScriptToEvaluateOnNewDocument", source=CLOCK % (-day * DAY))["identifier"]
        phone.open("/today")
        phone.sees("U hebt nu geen internet")
        measures(ward, systolic, diastolic, pulse)
        phone.sees("Bewaard op uw telefoon")
        phone.sees("Wij sturen het later")
        phone.sees(f"{systolic} over {diastolic}")
        said.append(phone.text)
        phone.devtools("Page.removeScriptToEvaluateOnNewDocument", identifier=script)
    check("the page says how many wait", "1 meting staat nog" in said[0] and "2 metingen staan nog" in said[1], said[1][:200])
    phone.open("/measure/numbers")
    for name, value in (("systolic", 192), ("diastolic", 112), ("pulse", 80)):
        phone.fill(name, str(value))
    phone.press("Volgende")
    for words in ("Wacht 5 minuten en meet nog een keer", "Uw bloeddruk is heel hoog", "Bel vandaag de huisarts", "Bel nu 112",
                  "Bel 0413", "De praktijk ziet deze meting nu nog niet"):
        phone.sees(words)
    check("a very high value is told at once, with the number of the practice", True)
    waiting, state = json.loads(phone.run(DUMP))
    check("what waits is sealed", [sorted(row) for row in waiting] == [["id", "key", "sealed", "turn"]] * 3
          and all(row["sealed"].startswith("hpke1.") for row in waiting), waiting)
    # What is not random: the sealed bytes, the keys and the numbers of rows say nothing to anybody.
    plain = re.sub(r'"(?:sealed|public|id|key|keys)": ?(?:"[^"]*"|\[[^\]]*\])', "", json.dumps([waiting, state], ensure_ascii=False))
    plain += json.dumps(phone.run("return [{ ...localStorage }, { ...sessionStorage }, location.pathname + location.search + location.hash]"))
    found = [word for word in ("139", "86", "137", "84", "192", "112", "Fatma", "fatma", "Yıldız") if word in plain]
    check("no number of a reading and no name can be read on the phone", found == [], (found, plain))
    line.is_up = True
    phone.open("/today")
    phone.sees("Klopt deze meting?")
    phone.sees("192 over 112")
    check("a doubtful reading is asked about when the internet is back", True)
    phone.press("Ja, klopt")
    phone.sees("Een meting was heel hoog")
    phone.press("Bekijk wat u kunt doen")
    phone.sees("Hebt u nu een van deze klachten?")
    check("and after a very high one the person is asked what they feel", True)
    phone.waits(lambda: ward.waiting() == 0, "nothing waits")
    times = [ward.kept(139, 86, now - 2 * DAY, 60_000), ward.kept(137, 84, now - DAY, 60_000), ward.kept(192, 112, now, 60_000)]
    check("each reading is there once, at the time when it was taken", times == [1, 1, 1], times)


def cut_line(ward, count, cuts):
    """Cut at random: half of the times before the site has it, half after it stored and before the phone hears so."""
    phone, line = ward.phone, ward.line
    phone.open("/today")
    line.is_up = False
    before = ward.rows("SELECT count(*) FROM measurements_reading")[0][0]
    items = readings(count, 30 * DAY)
    began = time.time()
    for place in range(0, count, 250):
        phone.run(FILL, items[place:place + 250])
    print(f"      {count} readings sealed and kept in {time.time() - began:.1f} s")
    ends = ["before", "after"] * (cuts // 2)
    chance.shuffle(ends)

    def plan(head, _):
        if head.startswith("POST /measure/sent") and ends and chance.random() < 0.85:
            return ends.pop()
        return None

    line.plan, line.is_up, line.sent, line.cuts = plan, True, [], {"before": 0, "after": 0}
    began, reloads = time.time(), 0
    while ward.waiting() and time.time() - began < 600:
        # What a phone does: pages are opened, and the internet comes back.
        if reloads % 7 == 0:
            phone.open("/today")
        else:
            phone.run("dispatchEvent(new Event('online'))")
        reloads += 1
        time.sleep(0.15)
    line.plan = lambda head, body: None
    print(f"      delivered in {time.time() - began:.1f} s, {line.cuts['before']} cuts before and {line.cuts['after']} after")
    check(f"the line was cut {cuts} times", line.cuts == {"before": cuts // 2, "after": cuts // 2}, line.cuts)
    stored = [ward.number(item["id"]) for item in items]
    check(f"all {count} readings are there, each of them once", stored == [1] * count,
          f"{stored.count(0)} missing, {sum(1 for one in stored if one > 1)} more than once")
    more = ward.rows("SELECT count(*) FROM measurements_reading")[0][0] - before
    check("and nothing else came in", more == count, more)
    wrong = [item for item in items if ward.rows(
        "SELECT count(*) FROM measurements_reading WHERE external_id LIKE ? AND first_value = ? AND taken_at = ?", f"{item['id']}|%",
        item["typed"]["systolic"], parsed(item["at"]))[0][0] != 1]
    check("with the numbers and the times that were typed", wrong == [], wrong[:2])
    clocks = ward.rows("SELECT count(*) FROM measurements_phone_clock")[0][0]
    check("no clock was corrected", clocks == 0, clocks)


def parsed(text):
    import calendar
    return calendar.timegm(time.strptime(text[:19], "%Y-%m-%dT%H:%M:%S")) * 1000


def replayed(ward):
    """Somebody sends all of it once more: the answers say "known", and nothing is added."""
    before = ward.rows("SELECT count(*) FROM measurements_reading")[0][0]
    batches = [fields["reading"] for fields, _ in ward.line.sent[-4:]]
    outcomes = ward.phone.run("""
        const { form } = await (await fetch("/measure/phone")).json()
        const found = []
        for (const batch of given[0]) {
          const body = new URLSearchParams([["form", form], ...batch.map((each) => ["reading", each])])
          found.push(...(await (await fetch("/measure/sent", { method: "POST", body })).json()).results)
        }
        return found.map((each) => each.outcome)""", batches)
    check("a queue that is played again adds nothing",
          set(outcomes) == {"known"} and ward.rows("SELECT count(*) FROM measurements_reading")[0][0] == before, set(outcomes))


def two_tabs(ward):
    phone, line = ward.phone, ward.line
    line.is_up = False
    items = readings(120, 12 * DAY)
    phone.run(FILL, items)
    first = phone.tabs()[0]
    second = phone.new_tab()
    line.sent, line.is_up = [], True
    phone.turn_to(second)
    phone.ask("POST", "/url", {"url": phone.site + "/today"})
    phone.turn_to(first)
    phone.run("for (let time = 0; time < 5; time++) dispatchEvent(new Event('online'))")
    phone.waits(lambda: ward.waiting() == 0, "nothing waits", 30)
    times = [one for fields, _ in line.sent for one in fields["reading"]]
    check("two tabs send each reading once between them", len(times) == len(set(times)) == 120, f"{len(times)} sent, {len(set(times))} different")
    check("and each is kept once", all(ward.number(item["id"]) == 1 for item in items))
    phone.turn_to(second)
    phone.ask("DELETE", "/window")
    phone.turn_to(first)


def garbage(ward):
    """What others wrote into the database of the page breaks nothing, and is not sent."""
    phone, line = ward.phone, ward.line
    line.is_up = False
    [item] = readings(1, 5 * DAY)
    phone.run(FILL, [item])
    phone.run(OPEN + """
        const change = db.transaction("waiting", "readwrite")
        const rows = [{}, { id: 7, sealed: null }, { sealed: "hpke1.x.y", id: "z", key: [] }, { sealed: "a".repeat(1e6) }, { id: { deep: [1] } }]
        for (const row of rows) change.objectStore("waiting").add(row)
        await new Promise((done) => { change.oncomplete = done })
        db.close()""")
    line.sent, line.is_up = [], True
    phone.open("/today")
    # The database has it a moment before the line has passed the answer on.
    phone.waits(lambda: ward.number(item["id"]) == 1 and line.sent, "the reading between the rubbish")
    sent = [one for fields, _ in line.sent for one in fields["reading"]]
    check("rubbish in the database of the page breaks nothing, and goes nowhere", len(sent) == 1, len(sent))
    phone.run(OPEN + "await promised(db.transaction('waiting', 'readwrite').objectStore('waiting').clear()); db.close()")


def full(ward):
    """No room on the phone: the person hears it, and writes the numbers down."""
    phone, line = ward.phone, ward.line
    phone.open("/measure/numbers")
    phone.waits(lambda: phone.run(MINE), "a key")
    line.is_up = False
    phone.run("IDBObjectStore.prototype.add = () => { throw new DOMException('full', 'QuotaExceededError') }")
    for name, value in (("systolic", 136), ("diastolic", 84), ("pulse", 70)):
        phone.fill(name, str(value))
    phone.press("Volgende")
    phone.sees("Op uw telefoon is geen plek meer")
    phone.sees("Schrijf de getallen op papier")
    check("a phone without room says so, and the numbers stay in the form", phone.run("return document.forms[0].systolic.value") == "136")
    line.is_up = True


def session_over(ward):
    """Ended elsewhere ("daar afmelden"): nothing is lost, nothing can be read, and the phone says what to do."""
    phone, line = ward.phone, ward.line
    phone.open("/measure/numbers")
    phone.waits(lambda: phone.run(MINE), "a key")
    phone.devtools("Network.clearBrowserCookies")
    for name, value in (("systolic", 138), ("diastolic", 85), ("pulse", 72)):
        phone.fill(name, str(value))
    phone.press("Volgende")
    phone.sees("Bewaard op uw telefoon")
    phone.open("/today")
    phone.arrives("/")
    phone.sees("1 meting staat nog op uw telefoon")
    phone.sees("Meld u aan. Dan sturen wij uw metingen.")
    dump = phone.run(DUMP)
    check("a session that was ended keeps what is typed, sealed", '"sealed":"hpke1.' in dump and ward.waiting() == 1)
    now = int(time.time() * 1000)
    ward.sign_in("fatma")
    phone.waits(lambda: ward.waiting() == 0, "nothing waits")
    check("and sends it after signing in again", ward.kept(138, 85, now, 120_000) == 1)


def other_account(ward):
    """Hanneke signs in on the phone of Fatma: what waits there is not hers, and stays for who it belongs to."""
    phone, line = ward.phone, ward.line
    line.plan = lambda head, body: "before" if head.startswith("POST /measure/sent") else None
    items = readings(3, 3 * DAY)
    sealed = phone.run(FILL, items)
    ward.sign_out()
    phone.sees("3 metingen staan nog op uw telefoon")
    phone.press("Eerst versturen")
    phone.sees("Versturen lukt nu niet")
    phone.press("Afmelden en bewaren")
    phone.arrives("/")
    phone.sees("3 metingen staan nog op uw telefoon")
    check("signing out asks first, and keeps what it is told to keep", ward.waiting() == 3)
    check("but not whose phone it was", phone.run(MINE) is None)
    line.plan = lambda head, body: None
    ward.sign_in("hanneke")
    phone.sees("Hier wachten ook metingen van iemand anders")
    check("the other person hears that they wait, not whose they are", "Fatma" not in phone.text and ward.waiting() == 3)
    results = phone.run("""
        const { form } = await (await fetch("/measure/phone")).json()
        const body = new URLSearchParams([["form", form], ...given[0].map((each) => ["reading", each])])
        return (await (await fetch("/measure/sent", { method: "POST", body })).json()).results""", sealed)
    check("the server opens them for nobody else", [(one["outcome"], one.get("why")) for one in results] == [("refused", "other-account")] * 3, results)
    ward.sign_out()
    phone.arrives("/")
    check("the other person signs out without taking them along", ward.waiting() == 3)
    ward.sign_in("fatma")
    phone.waits(lambda: ward.waiting() == 0, "nothing waits")
    check("and who they belong to gets them in", all(ward.number(item["id"]) == 1 for item in items))


def leaves_nothing(ward):
    """Signing out with the choice to throw away: the phone is as if nobody had been there."""
    phone, line = ward.phone, ward.line
    line.plan = lambda head, body: "before" if head.startswith("POST /measure/sent") else None
    items = readings(2, 4 * DAY)
    phone.run(FILL, items)
    ward.sign_out()
    phone.sees("2 metingen staan nog op uw telefoon")
    phone.press("Afmelden en weggooien")
    phone.arrives("/")
    line.plan = lambda head, body: None
    check("thrown away is gone", ward.waiting() == 0 and sum(ward.number(item["id"]) for item in items) == 0)
    check("and so is whose phone it was", phone.run(MINE) is None)
    ward.sign_in("fatma")
    ward.sign_out()
    phone.arrives("/")
    check("whoever has nothing waiting just signs out", ward.waiting() == 0)


def wrong_clock(ward):
    """The clock of the phone is three hours behind: the reading stands at the right time, and both times are kept."""
    phone, line = ward.phone, ward.line
    ward.sign_in("fatma")
    # The service worker has the clock of this machine, so it is kept out of this.
    clock = CLOCK % -10_800_000 + "; delete ServiceWorkerRegistration.prototype.sync"
    script = phone.devtools("Page.addScriptToEvaluateOnNewDocument", source=clock)["identifier"]
    line.is_up = False
    phone.open("/measure/numbers")
    for name, value in (("systolic", 141), ("diastolic", 87), ("pulse", 73)):
        phone.fill(name, str(value))
    phone.press("Volgende")
    phone.sees("Bewaard op uw telefoon")
    line.is_up = True
    phone.open("/today")
    phone.waits(lambda: ward.waiting() == 0, "nothing waits")
    phone.devtools("Page.removeScriptToEvaluateOnNewDocument", identifier=script)
    now = int(time.time() * 1000)
    check("a clock that is wrong is corrected", ward.kept(141, 87, now, 60_000) == 1)
    [(said, by)] = ward.rows("SELECT said_at, corrected_by FROM measurements_phone_clock")
    check("and what it said is kept beside it", abs(by - 10_800_000) < 5000 and abs(said + 10_800_000 - now) < 60_000, (said, by))


def main(hartlijn, folder):
    site = subprocess.Popen([hartlijn, "demo", "--port", "0", "--data", f"{folder}/demo", "--practices", "1", "--patients", "6"],
                            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    driver = ward = None
    try:
        port = next(int(found.group(1)) for found in (re.search(r"http://localhost:(\d+)", line) for line in site.stdout) if found)
        with open(f"{folder}/demo/demo-accounts.json") as file:
            accounts = {one["signIn"]: one["password"] for one in json.load(file)["accounts"]}
        driver = Driver()
        ward = Ward(f"{folder}/demo", port, accounts, driver)
        size = (1000, 100) if LONG else (200, 20)
        for part in (installs, two_days, lambda ward: cut_line(ward, *size), replayed, two_tabs, garbage, full, session_over,
                     other_account, leaves_nothing, wrong_clock):
            part(ward)
    except Exception as trouble:
        traceback.print_exc()
        check("it went on to the end", False, trouble)
        if ward:
            print(ward.phone.here())
    finally:
        if ward:
            ward.phone.close()
        if driver:
            driver.stop()
        site.terminate()
        site.wait(20)


with tempfile.TemporaryDirectory() as place:
    main(sys.argv[1], place)
print("FAILED: " + ", ".join(failures) if failures else "The phone holds.")
sys.exit(1 if failures else 0)
