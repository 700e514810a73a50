import type { MoveReason } from '#domain/credit/simulated-move.ts'
import type { Tx } from '#prisma/client.ts'

/** One subject whom a draft would move, with its name. */
export interface ReadMove {
  readonly name: string
  readonly code: string
  readonly gradeBefore: string
  readonly gradeAfter: string
  readonly scoreBefore: number | null
  readonly scoreAfter: number | null
  readonly reasons: readonly MoveReason[]
}

export interface MovesWanted {
  readonly simulationId: string
  readonly gradeBefore: string | null
  readonly gradeAfter: string | null
  /** From 1. */
  readonly page: number
}

/** Rows of one page. */
export const MOVES_A_PAGE = 25

/** A page of a simulation's moves, by grade before and after; a subject's code is shown for institutions only. */
export async function readMoves(tx: Tx, { simulationId, gradeBefore, gradeAfter, page }: MovesWanted) {
  const where = { simulationId, ...(gradeBefore && { gradeBefore }), ...(gradeAfter && { gradeAfter }) }
  const total = await tx.simulatedMove.count({ where })
  const rows = await tx.simulatedMove.findMany({
    where,
    orderBy: [{ gradeBefore: 'asc' }, { gradeAfter: 'asc' }, { subjectId: 'asc' }],
    take: MOVES_A_PAGE,
    skip: (page - 1) * MOVES_A_PAGE,
  })
  const subjects = await tx.subject.findMany({
    where: { id: { in: rows.map(({ subjectId }) => subjectId) } },
    select: { id: true, name: true, uscc: true },
  })
  const moves = rows.map(({ subjectId, reasons, ...row }): ReadMove => {
    const subject = subjects.find(({ id }) => id === subjectId)
    return { ...row, name: subject?.name ?? '', code: subject?.uscc ?? '', reasons: reasons as unknown as readonly MoveReason[] }
  })
  return { total, moves }
}
