import type { Prisma, Subject } from '#prisma/generated/client.ts'
import type { Tx } from '#prisma/client.ts'

export interface Nominee {
  readonly uscc: string
  /** Set when a practitioner of that institution is nominated, not the institution itself. */
  readonly practitionerId?: string | null | undefined
}

const parts = {
  intermediary: { include: { practitioners: { include: { subject: true }, orderBy: { id: 'asc' } } } },
} as const satisfies Prisma.SubjectInclude

/** Whom a nomination is about: the organisation of that code, or one of its practitioners. Each null where there is none. */
export async function findNominee(tx: Pick<Tx, 'subject'>, { uscc, practitionerId }: Nominee) {
  const organisation = await tx.subject.findUnique({ where: { uscc }, include: parts })
  const practitioners = organisation?.intermediary?.practitioners ?? []
  const nominee: Subject | null = practitionerId ? (practitioners.find(({ id }) => id === practitionerId)?.subject ?? null) : organisation
  return { organisation, practitioners, nominee }
}
