/** The file as a whole can't be read as a table. Carries what the user is told: a code and facts. */
export class SheetProblem extends Error {
  override readonly name = 'SheetProblem'
  readonly code: string
  readonly facts: Readonly<Record<string, unknown>>

  constructor(code: string, facts: Readonly<Record<string, unknown>> = {}) {
    super(code)
    this.code = code
    this.facts = facts
  }
}

/** One row as it stands in the file. */
export interface SheetRow {
  /** As a spreadsheet counts, from 1. */
  readonly number: number
  readonly cells: readonly string[]
}
