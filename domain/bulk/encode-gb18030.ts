/** Two-byte characters: first byte 81 to FE, second 40 to FE without 7F. Four-byte ones of the basic plane: 81308130 to 8431A439. */
const [firstByte, lastByte] = [0x81, 0xfe]
const basicPlaneFourByte = 39_420

/** From a UTF-16 code unit to its bytes as one number; 0: none. Made from the decoder, so that both agree to the last character. */
let table: Uint32Array | null = null

function tableOf(): Uint32Array {
  if (table) return table
  const made = new Uint32Array(0x10000)
  const decoder = new TextDecoder('gb18030')
  const add = (bytes: readonly number[]) => {
    const text = decoder.decode(Uint8Array.from(bytes))
    const code = text.charCodeAt(0)
    if (text.length !== 1 || code === 0xfffd || made[code] !== 0) return
    made[code] = bytes.reduce((number, byte) => number * 256 + byte, 0)
  }
  for (let lead = firstByte; lead <= lastByte; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) if (trail !== 0x7f) add([lead, trail])
  }
  for (let linear = 0; linear < basicPlaneFourByte; linear += 1) add(fourBytes(linear))
  table = made
  return made
}

function fourBytes(linear: number): [number, number, number, number] {
  const rest = Math.floor(linear / 10)
  return [0x81 + Math.floor(rest / 1260), 0x30 + (Math.floor(rest / 126) % 10), 0x81 + (rest % 126), 0x30 + (linear % 10)]
}

/** Characters beyond the basic plane follow in one row from 90308130 on. */
const beyondBasicPlane = 189_000

/** Text in GB 18030, for programs that don't read UTF-8; half a character, or the mark of a lost one, becomes a question mark. */
export function encodeGb18030(text: string): Uint8Array<ArrayBuffer> {
  const codes = tableOf()
  const bytes = new Uint8Array(text.length * 4)
  let at = 0
  const put = (...some: readonly number[]) => {
    for (const byte of some) bytes[at++] = byte
  }
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    const number = code < 0x80 || code > 0xffff ? code : (codes[code] ?? 0)
    if (code < 0x80) put(code)
    else if (code > 0xffff) put(...fourBytes(code - 0x10000 + beyondBasicPlane))
    else if (number === 0) put(0x3f)
    else if (number <= 0xffff) put(number >>> 8, number & 0xff)
    else put(number >>> 24, (number >>> 16) & 0xff, (number >>> 8) & 0xff, number & 0xff)
  }
  return bytes.subarray(0, at)
}
