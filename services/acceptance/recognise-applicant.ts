import { z } from 'zod'
import { readSubjectCode } from '../checks/read-standing.ts'
import { parseInput } from '../kernel/parse-input.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { demandOfficer } from './case-officer.ts'

/** Projects that are offered again (our own limit). */
const mostProjects = 5

export const recogniseApplicantInput = z.object({ code: z.string().min(1).max(40) })

/** An applicant as the agency knows it from its own earlier cases. */
export interface RecognisedApplicant {
  readonly name: string
  /** An identity number only ever masked. */
  readonly shownCode: string
  readonly caseCount: number
  /** Latest first, each once. */
  readonly projects: readonly { readonly projectName: string; readonly projectCode: string | null }[]
}

/**
 * Recognises an applicant at the counter: a firm by its USCC, a person by the keyed hash of the number that was typed, which is neither kept
 * nor shown. Of earlier cases only those of the officer's own agency are spoken of. Null for somebody the platform has never met.
 * @throws ValidationError USCC_INVALID, IDENTITY_INVALID
 */
export async function recogniseApplicant(
  context: UseCaseContext,
  input: z.input<typeof recogniseApplicantInput>,
): Promise<RecognisedApplicant | null> {
  const { agencyId } = demandOfficer(context, 'case.open')
  const { uscc, identityHash, shown } = readSubjectCode(context, parseInput(recogniseApplicantInput, input).code)
  const { prisma } = context
  const known = await prisma.subject.findFirst({
    where: { OR: [...(uscc ? [{ uscc }] : []), ...(identityHash ? [{ identityHash }] : [])] },
    select: { id: true, name: true },
  })
  if (!known) return null
  const where = { agencyId, applicantId: known.id, state: { not: 'DRAFT' as const } }
  const [caseCount, projects] = await Promise.all([
    prisma.approvalCase.count({ where }),
    prisma.approvalCase.groupBy({
      by: ['projectName', 'projectCode'],
      where,
      _max: { filedAt: true },
      orderBy: { _max: { filedAt: 'desc' } },
      take: mostProjects,
    }),
  ])
  return {
    name: known.name,
    shownCode: shown,
    caseCount,
    projects: projects.map(({ projectName, projectCode }) => ({ projectName, projectCode })),
  }
}
