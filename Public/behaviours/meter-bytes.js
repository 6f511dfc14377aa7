// Reads of a meter's bytes what the screen needs at once: the numbers, and which user they are of.
// The server reads the same bytes again; what it says is what counts.

// Millimetres of mercury in a kilopascal. Source: NIST SP 811, table B.8.
const KPA = 7.50061505

/** 12 bits of number, 4 bits of power of ten; five patterns say that there is no number. */
export function shortFloat(bits) {
  const mantissa = bits & 0x0fff
  if (mantissa >= 0x07fe && mantissa <= 0x0802) return null
  const exponent = bits >> 12
  return (mantissa < 0x0800 ? mantissa : mantissa - 0x1000) * 10 ** (exponent < 8 ? exponent : exponent - 16)
}

/** `{ numbers: "128/82", user: 1 }`, and of a cuff the `pressure` in mmHg; what cannot be read is null. */
export function peek(characteristic, bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return characteristic === "2A35" ? cuff(view) : scale(view)
  } catch {
    return { numbers: null, user: null }
  }
}

function cuff(view) {
  const flags = view.getUint8(0)
  const pressures = [1, 3].map((place) => shortFloat(view.getUint16(place, true)))
  const place = 7 + (flags & 2 ? 7 : 0) + (flags & 4 ? 2 : 0)
  const isRead = !pressures.includes(null)
  const numbers = flags & 1 || !isRead ? null : pressures.map(Math.round).join("/")
  const [systolic, diastolic] = pressures.map((number) => Math.round(number * (flags & 1 ? KPA : 1)))
  return { numbers, pressure: isRead ? { systolic, diastolic } : null, user: user(view, flags & 8, place) }
}

function scale(view) {
  const flags = view.getUint8(0)
  const steps = view.getUint16(1, true)
  const numbers = flags & 1 || steps === 0xffff ? null : `${(steps * 0.005).toFixed(1)} kg`
  return { numbers, user: user(view, flags & 4, 3 + (flags & 2 ? 7 : 0)) }
}

function user(view, isThere, place) {
  const number = isThere ? view.getUint8(place) : 255
  return number === 255 ? null : number
}

export const hex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")
