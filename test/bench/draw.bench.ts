import { createHash } from 'node:crypto'
import { drawAndTranscribe } from '#domain/selection/make-transcript.ts'
import { verifyTranscript } from '#domain/selection/verify-transcript.ts'
import { drawPlaces } from '#domain/selection/rfc3797.ts'
import { checkBls } from '#services/selection/check-bls.ts'
import { sampleMaterial } from '../factories/drawing.ts'

// A draw of many bidders by the beacon: transcript with the whole order, then its verification from the file's text, signature of the
// beacon included. npm run bench -- draw [PARTICIPANTS]. Baseline: the RFC's own way, a list from which each pick is taken out, with whole
// numbers of arbitrary size, once to draw and once to check, without any proof.
const PARTICIPANTS = Number(process.argv[3] ?? 10_000)
const ROUNDS = 5

const { material, chain } = sampleMaterial('RANDOM_DRAW', PARTICIPANTS)
const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()
// Nothing is remembered between rounds: each checks the signature anew.
const tools = { sha256, checkBls, chains: [chain] }

function timed<T>(work: () => T): { ms: number; value: T } {
  const began = performance.now()
  const value = work()
  return { ms: performance.now() - began, value }
}

function drawAndVerify() {
  const drawn = timed(() => drawAndTranscribe(material, tools))
  if (!drawn.value.ok) throw new Error(drawn.value.refusal.code)
  const text = JSON.stringify(drawn.value.value.transcript)
  const verified = timed(() => verifyTranscript(JSON.parse(text), tools))
  if (!verified.value.isTrue) throw new Error('the draw does not verify')
  const keyString = drawn.value.value.transcript.draws[0]?.keyString ?? ''
  return {
    drawMs: drawn.ms,
    verifyMs: verified.ms,
    keyString,
    bytes: text.length,
    order: drawn.value.value.transcript.draws[0]?.drawn ?? [],
  }
}

/** As the RFC describes it. */
function byTheBook(keyString: string): number[] {
  const left = Array.from({ length: PARTICIPANTS }, (_, index) => index + 1)
  const picked: number[] = []
  for (let index = 0; index < PARTICIPANTS; index += 1) {
    const two = Buffer.from([index >> 8, index & 0xff])
    const digest = createHash('sha256').update(two).update(keyString).update(two).digest('hex')
    picked.push(...left.splice(Number(BigInt(`0x${digest}`) % BigInt(left.length)), 1))
  }
  return picked
}

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
const rounded = (ms: number): number => Math.round(ms * 10) / 10

const cold = drawAndVerify()
const warm = Array.from({ length: ROUNDS }, drawAndVerify)
const book = timed(() => byTheBook(cold.keyString))
if (book.value.join() !== cold.order.join()) throw new Error('the baseline draws another order')
const again = timed(() => byTheBook(cold.keyString))
const tree = timed(() => drawPlaces(cold.keyString, new Array<number>(PARTICIPANTS).fill(1), PARTICIPANTS, sha256))
const firstMs = cold.drawMs + cold.verifyMs
const medianMs = median(warm.map(({ drawMs, verifyMs }) => drawMs + verifyMs))

console.log(
  JSON.stringify({
    bench: 'draw',
    participants: PARTICIPANTS,
    firstMs: rounded(firstMs),
    medianMs: rounded(medianMs),
    drawMs: rounded(median(warm.map(({ drawMs }) => drawMs))),
    verifyMs: rounded(median(warm.map(({ verifyMs }) => verifyMs))),
    transcriptBytes: cold.bytes,
    orderMs: rounded(tree.ms),
    baseline: {
      what: 'RFC 3797 on a list, drawn and checked, no proof',
      orderMs: rounded(again.ms),
      drawAndCheckMs: rounded(book.ms + again.ms),
    },
    limitMs: 1000,
    isWithinLimit: medianMs < 1000,
  }),
)
