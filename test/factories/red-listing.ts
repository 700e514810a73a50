import { randomUUID } from 'node:crypto'
import { createOrganisation } from '#services/access/create-organisation.ts'
import type { Platform, UseCaseContext } from '#services/kernel/use-case-context.ts'
import { decideRedListNomination } from '#services/listings/decide-red-list-nomination.ts'
import { nominateForRedList } from '#services/listings/nominate-for-red-list.ts'
import { startRedListPublicity } from '#services/listings/start-red-list-publicity.ts'
import { contextOf, createFirm } from './people.ts'
import { later } from './violation-case.ts'

/** Who takes a nomination to the red list, each another person. */
export interface NominationPeople {
  readonly nominator: UseCaseContext
  readonly examiner: UseCaseContext
  readonly decider: UseCaseContext
}

/** The people of a nomination, all at one instant; the nominator's authority is made with the first nomination. */
export function nominationPeople(platform: Platform, at: string): NominationPeople {
  return {
    nominator: contextOf(platform, at, { roles: ['AGENCY_MANAGER'], name: '推荐人' }),
    examiner: contextOf(platform, at, { roles: ['REFORM_OFFICE'], name: '审核人' }),
    decider: contextOf(platform, at, { roles: ['DECIDER'], name: '决定人' }),
  }
}

/** The nomination as its next step must name it. */
export async function nominationStep({ prisma }: UseCaseContext, id: string) {
  const { number, version } = await prisma.redListNomination.findUniqueOrThrow({ where: { id } })
  return { clientMutationId: randomUUID(), number, version }
}

/** A firm, nominated by this person in the name of a new authority; the person belongs to it from now on. */
export async function nominatedFirm(
  platform: Platform,
  nominator: UseCaseContext,
  known?: { readonly id: string; readonly uscc: string },
): Promise<{ readonly id: string; readonly subjectId: string; readonly uscc: string }> {
  const firm = known ?? (await createFirm(platform))
  const administrator = contextOf(platform, nominator.clock.now().toISOString(), { roles: ['ADMINISTRATOR'] })
  const organisationId = await createOrganisation(administrator, {
    clientMutationId: randomUUID(),
    kind: 'AGENCY',
    nameZh: '虚构主管部门',
    divisionCode: '410105',
  })
  Object.assign(nominator.viewer, { organisationId })
  const id = await nominateForRedList(nominator, {
    clientMutationId: randomUUID(),
    uscc: firm.uscc,
    reasons: '连续三年按期交付，无投诉。',
    basis: '河南省社会信用条例第二十八条',
  })
  return { id, subjectId: firm.id, uscc: firm.uscc }
}

/** A firm on the red list, publicised when it was nominated and decided at `decidedAt`. */
export async function redListedFirm(
  platform: Platform,
  { nominator, examiner, decider }: NominationPeople,
  decidedAt: string,
  known?: { readonly id: string; readonly uscc: string },
): Promise<{ readonly id: string; readonly subjectId: string; readonly uscc: string }> {
  const nominated = await nominatedFirm(platform, nominator, known)
  await startRedListPublicity(examiner, await nominationStep(examiner, nominated.id))
  const at = later(decider, decidedAt)
  await decideRedListNomination(at, { ...(await nominationStep(at, nominated.id)), isListed: true, reasons: '公示期满，无异议。' })
  return nominated
}
