import { readFileSync } from 'node:fs'
import { openingTranscriptSchema } from '#domain/selection/opening-schema.ts'
import { checkOpening } from '#domain/selection/opening-transcript.ts'
import type { OpeningTranscript } from '#domain/selection/opening-transcript.ts'
import { openingTools } from '#services/selection/opening-tools.ts'

// npm run verify-opening FILE: opens every quote of a downloaded record again. Needs no database and no network. Ends with 1 where it breaks.

const say = (line: string) => process.stdout.write(`${line}\n`)

/** @returns the exit code: 0 true, 1 broken, 2 no such record */
async function verify(file: string | undefined): Promise<number> {
  if (file === undefined) return unreadable('npm run verify-opening FILE')
  const read = openingTranscriptSchema.safeParse(parse(file))
  if (!read.success) {
    for (const { path, message } of read.error.issues) say(`${path.join('.') || '(file)'}: ${message}`)
    return unreadable(`NO RECORD OF AN OPENING 不是开启记录: ${file}`)
  }
  const transcript = read.data as OpeningTranscript
  const faults = await checkOpening(transcript, openingTools)
  for (const { code, of } of faults) say(`${code}: ${of}`)
  if (faults.length > 0) say(`BROKEN 核对发现问题: ${transcript.selection}, ${faults.length} of ${transcript.quotes.length} quotes or keys`)
  else say(`TRUE 核对无误: ${transcript.selection}, ${transcript.quotes.length} quotes opened again with both keys`)
  return faults.length > 0 ? 1 : 0
}

function unreadable(text: string): number {
  process.stderr.write(`${text}\n`)
  return 2
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

process.exitCode = await verify(process.argv[2])
