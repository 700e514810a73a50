import { readFile, writeFile } from 'node:fs/promises'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { schema } from '../schema.ts'

/** Prints graphql/schema.graphql, which partners read and page documents are typed by; with `--check` only compares it. */
const file = new URL('../schema.graphql', import.meta.url)
const printed = `${printSchema(lexicographicSortSchema(schema))}\n`

if (process.argv.includes('--check')) {
  const committed = await readFile(file, 'utf8').catch(() => '')
  if (committed !== printed) {
    process.stderr.write('graphql/schema.graphql is not what the program answers to: run `npm run schema:print` and commit it.\n')
    process.exitCode = 1
  }
} else {
  await writeFile(file, printed)
}
