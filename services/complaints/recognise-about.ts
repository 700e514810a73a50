import { normaliseUscc } from '#domain/kernel/uscc.ts'
import type { Tx } from '#prisma/client.ts'
import { ValidationError } from '../kernel/use-case-error.ts'
import type { ComplaintAbout } from './complaint-office.ts'

/**
 * Whom a complaint is about: an institution of the register by its code, or an approving agency; neither where only words were given.
 * @throws ValidationError INTERMEDIARY_UNKNOWN, AGENCY_UNKNOWN, ABOUT_AMBIGUOUS when both are named
 */
export async function recogniseAbout(
  tx: Tx,
  { uscc: typed, agencyId }: { readonly uscc?: string | null | undefined; readonly agencyId?: string | null | undefined },
): Promise<ComplaintAbout> {
  const uscc = typed ? normaliseUscc(typed) : null
  if (uscc && agencyId) throw problem('agencyId', 'ABOUT_AMBIGUOUS')
  if (agencyId) {
    const agency = await tx.organisation.findFirst({ where: { id: agencyId, kind: 'AGENCY' }, select: { id: true } })
    if (!agency) throw problem('agencyId', 'AGENCY_UNKNOWN')
    return { agencyId, subjectId: null }
  }
  if (!uscc) return { agencyId: null, subjectId: null }
  const firm = await tx.intermediary.findFirst({ where: { subject: { uscc } }, select: { subjectId: true } })
  if (!firm) throw problem('uscc', 'INTERMEDIARY_UNKNOWN', { uscc })
  return { agencyId: null, subjectId: firm.subjectId }
}

const problem = (path: string, code: string, facts: Record<string, unknown> = {}) => new ValidationError([{ path, code, facts }])
