import { describe, expect, it } from 'vitest'
import { headingOf } from './column.ts'
import { columnsOf } from './columns-of.ts'
import { importKinds } from './import-run.ts'
import { matchHeader } from './match-header.ts'
import { readCell } from './read-cell.ts'
import { writeCell } from './write-cell.ts'

describe.each(importKinds)('the table of %s', (kind) => {
  const columns = columnsOf[kind]

  it.each(['zh', 'en'] as const)('every heading of the template (%s) means its own column and no other', (language) => {
    const header = matchHeader(
      columns.map((column) => headingOf(column, language)),
      columns,
    )
    expect(header).toMatchObject({ missing: [], repeated: [], ignored: [] })
    expect(header.columns.map(({ column }) => column.key)).toEqual(columns.map(({ key }) => key))
  })

  it('no two columns share a word for themselves', () => {
    for (const column of columns) {
      for (const name of [column.key, column.zh, column.en, ...(column.also ?? [])]) {
        expect([name, matchHeader([name], columns).columns[0]?.column.key]).toEqual([name, column.key])
      }
    }
  })

  it.each(['zh', 'en'] as const)('the example (%s) can be read, and what is read is written and read alike', (language) => {
    for (const { cell, key, example, isRequired } of columns) {
      const read = readCell(cell, example[language])
      expect([key, read.ok]).toEqual([key, true])
      if (!read.ok) continue
      if (isRequired) expect([key, read.value]).not.toEqual([key, null])
      expect(readCell(cell, writeCell(cell, read.value, language))).toEqual(read)
    }
  })
})
