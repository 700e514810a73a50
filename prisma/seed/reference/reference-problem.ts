/** One thing wrong in a reference file: where it stands and why it can't be taken. */
export interface RowProblem {
  readonly file: string
  /** Line of the file, 1 = the header; a record over several lines is named by its first. */
  readonly line: number
  /** Column name of the header; null when the whole row or file is meant. */
  readonly column: string | null
  readonly reason: string
}

/** Reference files that can't be loaded. Nothing of any of them was written; every problem is listed. */
export class ReferenceProblem extends Error {
  override name = 'ReferenceProblem'
  readonly problems: readonly RowProblem[]

  constructor(problems: readonly RowProblem[]) {
    super(`The reference data can't be loaded:\n${problems.map(sentenceOf).join('\n')}`)
    this.problems = problems
  }
}

function sentenceOf({ file, line, column, reason }: RowProblem): string {
  return `  ${file}, line ${line}${column === null ? '' : `, column ${column}`}: ${reason}`
}
