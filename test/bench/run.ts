import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { getHeapStatistics } from 'node:v8'
import { StartProblem } from '#server/start-problem.ts'

// npm run bench -- NAME: runs NAME.bench.ts beside this file. A bench prints its result as one JSON line, the last one.

const names = (await readdir(import.meta.dirname)).flatMap((file) =>
  file.endsWith('.bench.ts') ? [file.slice(0, -'.bench.ts'.length)] : [],
)
const name = process.argv[2] ?? ''
if (!names.includes(name) || !existsSync(`${import.meta.dirname}/${name}.bench.ts`)) {
  throw new StartProblem(`npm run bench -- NAME, where NAME is one of: ${names.sort().join(', ')}.`)
}
// What the program's worker does is measured with the heap that `npm start` gives: left alone, V8 lets garbage lie.
const inProgramHeap = ['import', 'rating']
if (inProgramHeap.includes(name) && getHeapStatistics().heap_size_limit > 400 * 1024 * 1024) {
  const args = ['--max-old-space-size=256', 'start.mjs', '--run', 'test/bench/run.ts', ...process.argv.slice(2)]
  process.exit(spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1)
}
await import(`./${name}.bench.ts`)
