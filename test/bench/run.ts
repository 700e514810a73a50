import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { StartProblem } from '#server/start-problem.ts'

// npm run bench -- NAME: runs NAME.bench.ts beside this file. A bench prints its result as one JSON line, the last one.

const names = (await readdir(import.meta.dirname)).flatMap((file) =>
  file.endsWith('.bench.ts') ? [file.slice(0, -'.bench.ts'.length)] : [],
)
const name = process.argv[2] ?? ''
if (!names.includes(name) || !existsSync(`${import.meta.dirname}/${name}.bench.ts`)) {
  throw new StartProblem(`npm run bench -- NAME, where NAME is one of: ${names.sort().join(', ')}.`)
}
await import(`./${name}.bench.ts`)
