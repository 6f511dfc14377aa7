// What this phone keeps until the server has it: sealed readings in the order in which they were made, and whose key they
// were sealed with. Nothing here can be read by who holds the phone.

const SEALED = /^hpke1\.[\w-]{80,100}\.[\w-]{20,2000}$/
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function promised(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

let opened

function database() {
  opened ??= new Promise((resolve, reject) => {
    const opening = indexedDB.open("hartlijn", 1)
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore("waiting", { keyPath: "turn", autoIncrement: true }).createIndex("id", "id")
      opening.result.createObjectStore("state", { keyPath: "name" })
    }
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      // Somebody clears the site, or a newer page opens it: this one lets go, and opens it again when it must.
      opening.result.onversionchange = () => { opening.result.close(); opened = undefined }
      opening.result.onclose = () => { opened = undefined }
      resolve(opening.result)
    }
  })
  opened.catch(() => { opened = undefined })
  return opened
}

/** What `work` asks of a store, once it is on the disk. */
async function within(store, mode, work) {
  const change = (await database()).transaction(store, mode, { durability: "strict" })
  const done = new Promise((resolve, reject) => {
    change.oncomplete = resolve
    change.onabort = change.onerror = () => reject(change.error ?? new Error("aborted"))
  })
  const asked = promised(work(change.objectStore(store)))
  const [answer] = await Promise.all([asked, done])
  return answer
}

export function isReading(row) {
  return SEALED.test(row?.sealed) && UUID.test(row.id) && typeof row.key === "string"
}

/** Readings that wait, the oldest first. What is no reading is left alone: nothing of ours wrote it. */
export async function rows(most = 5000) {
  return (await within("waiting", "readonly", (store) => store.getAll(null, most))).filter(isReading)
}

export function keep(row) {
  return within("waiting", "readwrite", (store) => store.add(row))
}

export function change(row) {
  return within("waiting", "readwrite", (store) => store.put(row))
}

export function forget(turns) {
  if (!turns.length) return Promise.resolve()
  return within("waiting", "readwrite", (store) => turns.map((turn) => store.delete(turn)).at(-1))
}

export async function remembered(name) {
  return (await within("state", "readonly", (store) => store.get(name)))?.value
}

export function remember(name, value) {
  return within("state", "readwrite", (store) => (value === undefined ? store.delete(name) : store.put({ name, value })))
}

/** Nothing of anybody stays behind. */
export async function forgetEverything() {
  await within("waiting", "readwrite", (store) => store.clear())
  await within("state", "readwrite", (store) => store.clear())
}
