import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { createIdentity, recipientOf, unwrapUnder, wrapUnder } from '#services/selection/age-sealing.ts'

// npm run supervisor-key -- new [COUNT] | unwrap FILE: what the page does in the browser, for an officer's own machine without scripts or network.
// The passphrase is asked for, never an argument: arguments are seen by others on the machine and kept in histories.

const WORK_FACTOR = 18
const SHORTEST = 12
const MOST = 20
const usage = 'npm run -s supervisor-key -- new [COUNT] > keys.json\nnpm run -s supervisor-key -- unwrap FILE'

class Problem extends Error {}

/** Asks on the terminal without showing what is typed; from a pipe it takes a line each. */
async function askPassphrases(prompts: readonly string[]): Promise<readonly string[]> {
  const terminal = createInterface({
    input: process.stdin,
    output: new Writable({ write: (_chunk, _encoding, done) => done() }),
    terminal: process.stdin.isTTY,
  })
  const lines = terminal[Symbol.asyncIterator]()
  const answers: string[] = []
  for (const prompt of prompts) {
    process.stderr.write(`${prompt}: `)
    const { value, done } = await lines.next()
    process.stderr.write('\n')
    answers.push(done ? '' : value)
  }
  terminal.close()
  return answers
}

async function makeKeys(countText: string): Promise<string> {
  const count = Number(countText)
  if (!Number.isInteger(count) || count < 1 || count > MOST) throw new Problem(`COUNT: 1 – ${MOST}`)
  const [passphrase = '', again] = await askPassphrases(['Passphrase 口令', 'Once more 再输一遍'])
  if (passphrase.length < SHORTEST) throw new Problem(`At least ${SHORTEST} characters. 口令至少 ${SHORTEST} 个字符。`)
  if (passphrase !== again) throw new Problem('The two differ. 两次输入的口令不一样。')
  const keys = []
  for (let made = 0; made < count; made++) {
    const identity = await createIdentity()
    keys.push({ recipient: await recipientOf(identity), wrappedIdentity: await wrapUnder(passphrase, identity, WORK_FACTOR) })
    process.stderr.write(`${made + 1}/${count}\n`)
  }
  return JSON.stringify(keys, null, 2)
}

async function unwrap(file: string): Promise<string> {
  const wrapped = readFileSync(file, 'utf8')
  const [passphrase = ''] = await askPassphrases(['Passphrase 口令'])
  return unwrapUnder(passphrase, wrapped).catch(() => {
    throw new Problem('Wrong passphrase, or no locked key. 口令不对，或者不是锁好的密钥。')
  })
}

try {
  const [verb, argument] = process.argv.slice(2)
  if (verb === 'new') process.stdout.write(`${await makeKeys(argument ?? '10')}\n`)
  else if (verb === 'unwrap' && argument !== undefined) process.stdout.write(`${await unwrap(argument)}\n`)
  else throw new Problem(usage)
} catch (error) {
  const isExpected = error instanceof Problem || (error as NodeJS.ErrnoException).code === 'ENOENT'
  if (!isExpected) throw error
  process.stderr.write(`${(error as Error).message}\n`)
  process.exitCode = 1
}
