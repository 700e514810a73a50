import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { proofSteps } from '#domain/selection/verify-transcript.ts'
import type { KnownBefore } from '#domain/selection/verify-transcript.ts'
import { proveDraw } from '#services/selection/prove-draw.ts'
import { texts as en } from '#app/i18n/en/draw.ts'
import { texts as zh } from '#app/i18n/zh-CN/draw.ts'

// `npm run verify-draw FILE`: makes a draw again from its transcript alone. Exit 0: it holds; 1: it breaks, and where; 2: no such file.

const usage = 'npm run verify-draw -- FILE [--secret-hash HEX] [--pool-hash HEX] [--sha256 HEX]   (what you noted down before the draw)'

const print = (line: string): void => void process.stdout.write(`${line}\n`)

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'secret-hash': { type: 'string' }, 'pool-hash': { type: 'string' }, sha256: { type: 'string' } },
  })
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) return say(usage, 2)
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch {
    return say(`${file}: 读不到 / can't be read`, 2)
  }
  const known: KnownBefore = {
    ...(values['secret-hash'] !== undefined && { secretHash: values['secret-hash'].toLowerCase() }),
    ...(values['pool-hash'] !== undefined && { poolHash: values['pool-hash'].toLowerCase() }),
    ...(values.sha256 !== undefined && { sha256: values.sha256.toLowerCase() }),
  }
  return report(readJson(text), known)
}

function report(transcript: unknown, known: KnownBefore): number {
  const { isTrue, steps } = proveDraw(transcript, known)
  const done = new Map(steps.map(({ step, fault }) => [step, fault]))
  for (const step of proofSteps) {
    const fault = done.get(step)
    print(`${fault === undefined ? '·' : fault === null ? '✓' : '✗'} ${step.padEnd(10)} ${zh.proof[step]} / ${en.proof[step]}`)
    if (fault) print(`    ${sentence(zh.fault, fault)}\n    ${sentence(en.fault, fault)}`)
  }
  return say(isTrue ? `✓ ${zh.verify.isTrue} / ${en.verify.isTrue}` : '✗ 不一致 / It does not hold', isTrue ? 0 : 1)
}

/** The fault's sentence with its facts; a code without one is shown as it is. */
function sentence(faults: Readonly<Record<string, string>>, fault: { readonly code: string } & Readonly<Record<string, unknown>>): string {
  const text = faults[fault.code] ?? fault.code
  return text.replace(/\{(\w+)\}/g, (_whole, name: string) => String(fault[name] ?? ''))
}

/** What is no JSON is no transcript. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}

function say(line: string, code: number): number {
  print(line)
  return code
}

process.exitCode = await main()
