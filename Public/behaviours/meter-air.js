// Speaks with a meter over the air: asks for a device, listens until it is quiet, and gives what was heard.

import { hex } from "./meter-bytes.js"

const SERVICES = { 0x1810: 0x2a35, 0x181d: 0x2a9d }
const CLOCKS = [[0x1805, 0x2a2b], [0x1810, 0x2a08], [0x181d, 0x2a08]]

export const number = (uuid) => uuid.slice(4, 8).toUpperCase()

/** The browser's own list, in which the person chooses. */
export const choose = (bluetooth) =>
  bluetooth.requestDevice({
    filters: Object.keys(SERVICES).map((service) => ({ services: [Number(service)] })),
    optionalServices: [0x180f, 0x1805],
  })

/** What the meter gives: `{ name, readings, battery, clock, lost }`. */
export async function listen(device, { first, quiet, heard }) {
  const found = { name: device.name ?? "", readings: [], battery: null, clock: null, lost: false }
  const server = await device.gatt.connect()
  const silence = untilQuiet(first, quiet)
  device.addEventListener("gattserverdisconnected", () => {
    found.lost = true
    silence.end()
  })
  found.battery = await battery(server)
  found.clock = await clock(server)
  let refusal
  let listening = 0
  for (const [service, characteristic] of Object.entries(SERVICES)) {
    const value = await find(server, Number(service), characteristic)
    if (!value) continue
    value.addEventListener("characteristicvaluechanged", () => {
      const { buffer, byteOffset, byteLength } = value.value
      const bytes = new Uint8Array(buffer.slice(byteOffset, byteOffset + byteLength))
      found.readings.push({ characteristic: number(value.uuid), bytes })
      heard(found.readings)
      silence.again()
    })
    await value.startNotifications().then(() => listening++, (failure) => (refusal = failure))
  }
  if (refusal && !listening && !found.lost) throw refusal
  if (!found.lost) await silence.over
  // What is behind us cannot be lost any more.
  const { lost } = found
  device.gatt.disconnect()
  return { ...found, lost }
}

const find = (server, service, characteristic) =>
  server.getPrimaryService(service).then((found) => found.getCharacteristic(characteristic)).catch(() => null)

const read = async (server, service, characteristic) =>
  (await find(server, service, characteristic))?.readValue().catch(() => null)

const battery = async (server) => (await read(server, 0x180f, 0x2a19))?.getUint8(0) ?? null

async function clock(server) {
  for (const [service, characteristic] of CLOCKS) {
    const value = await read(server, service, characteristic)
    if (value) {
      return { characteristic: characteristic.toString(16).toUpperCase(), hex: hex(new Uint8Array(value.buffer)) }
    }
  }
  return null
}

/** A meter does not say how much it will send: it is done when it has said nothing for a while. */
function untilQuiet(first, quiet) {
  let end
  const over = new Promise((done) => (end = done))
  let waiting = setTimeout(end, first)
  const again = () => {
    clearTimeout(waiting)
    waiting = setTimeout(end, quiet)
  }
  return { over, end, again }
}
