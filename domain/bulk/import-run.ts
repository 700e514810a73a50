import { moveTo } from '../kernel/transition-table.ts'
import type { TransitionTable } from '../kernel/transition-table.ts'

/** What is of the register, kept by the reform office and open to everyone: catalogue 清单, register 名录, offerings 服务项目, calendar 节假日安排. */
export const registerKinds = ['CATALOGUE', 'INTERMEDIARIES', 'OFFERINGS', 'CALENDAR'] as const
export type RegisterKind = (typeof registerKinds)[number]

/** What can be imported by the thousand; beside the register, cases 办件 by the agency whose they are. */
export const importKinds = [...registerKinds, 'CASES'] as const
export type ImportKind = (typeof importKinds)[number]

export const importStates = ['UPLOADED', 'CHECKING', 'CHECKED', 'FAULTY', 'APPLYING', 'APPLIED', 'FAILED', 'ABANDONED'] as const
export type ImportState = (typeof importStates)[number]

/**
 * Upload → dry run → import. An import is checked again while it is applied, since facts may have changed meanwhile: then it ends FAULTY.
 * FAULTY is an end: the file has to be put right and uploaded anew.
 */
export const importProcedure: TransitionTable<ImportState> = {
  UPLOADED: ['CHECKING', 'ABANDONED'],
  CHECKING: ['CHECKED', 'FAULTY', 'FAILED'],
  CHECKED: ['APPLYING', 'ABANDONED'],
  APPLYING: ['APPLIED', 'FAULTY', 'FAILED'],
  FAULTY: [],
  APPLIED: [],
  FAILED: [],
  ABANDONED: [],
}
export const importFinals = ['FAULTY', 'APPLIED', 'FAILED', 'ABANDONED'] as const satisfies readonly ImportState[]

/** The run after a step of its procedure. */
export const moveImport = (from: ImportState, to: ImportState) => moveTo(importProcedure, from, to)

/** Whether the worker still has something to do; a page shows progress meanwhile. */
export const isUnderWay = (state: ImportState): boolean => state === 'UPLOADED' || state === 'CHECKING' || state === 'APPLYING'

/** Limits of our own: of the file, of its unpacked parts, and of what is kept of a report. Bytes unless named otherwise. */
export const importLimits = {
  fileBytes: 40 * 1024 * 1024,
  rows: 200_000,
  columns: 200,
  cellCharacters: 32_767,
  /** A worksheet as unpacked: it is read as a stream, so this bounds time, not memory. */
  worksheetBytes: 400 * 1024 * 1024,
  /** The texts of a workbook as unpacked; they are held while it is read. */
  sharedStringsBytes: 96 * 1024 * 1024,
  /** Begun so often and never ended: the file brings the worker down. */
  attempts: 5,
  faultsKept: 1000,
  samplesKept: 20,
  daysKept: 30,
} as const

/** What is wrong with one cell, row or, with row 0, the file: a code and facts for the sentence. */
export interface RowFault {
  /** As a spreadsheet counts, the header included; 0: the whole file. */
  readonly row: number
  /** Key of the column; null: the row as a whole. */
  readonly column: string | null
  /** What stands there, at most 100 characters of it. */
  readonly value: string
  readonly code: string
  readonly facts: Readonly<Record<string, unknown>>
}

/** What an import would change, or has changed. */
export interface ImportSummary {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  /** Of a calendar: days of the file's years that the file doesn't have. Nothing else is ever removed by an import. */
  readonly removed: number
  /** How many rows change a field, by the column's key. */
  readonly changedFields: Readonly<Record<string, number>>
  /** Some of the rows that are added or changed. */
  readonly sample: readonly {
    readonly row: number
    readonly key: string
    readonly name: string
    readonly isNew: boolean
    readonly fields: readonly string[]
  }[]
  /** Headings of the file that mean nothing here and were left alone. */
  readonly ignoredColumns: readonly string[]
}
