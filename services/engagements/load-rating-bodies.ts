import { ratingBodiesOf } from '#domain/engagements/rating-bodies.ts'
import type { RatingBodies, RatingBody } from '#domain/engagements/rating-bodies.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { Tx } from '#prisma/client.ts'
import { divisionLines } from '../catalogue/division-lines.ts'
import { loadAgencyTies } from '../intermediaries/load-agency-ties.ts'

/** What an engagement must bring along for its rating bodies to be found. */
export const ratedInclude = {
  serviceItem: { select: { approvingAgencyZh: true, nameZh: true, nameEn: true } },
  intermediary: { select: { subjectId: true, subject: { select: { uscc: true } } } },
} as const

export interface RatedRow {
  readonly id: string
  readonly divisionCode: string
  readonly applicantId: string
  readonly serviceItem: { readonly approvingAgencyZh: string }
  readonly intermediary: { readonly subject: { readonly uscc: string | null } }
}

/** Who rates each engagement as competent authority and as centre, by the engagement's id; three statements, however many. */
export async function loadRatingBodies(tx: Tx, engagements: readonly RatedRow[], now: Date): Promise<ReadonlyMap<string, RatingBodies>> {
  if (engagements.length === 0) return new Map()
  const lines = await divisionLines(
    tx,
    engagements.map(({ divisionCode }) => divisionCode),
  )
  const usccs = engagements.flatMap(({ intermediary }) => intermediary.subject.uscc ?? [])
  const ties = await loadAgencyTies(tx, [...new Set(usccs)], shanghaiDayOf(now))
  const bodies = await loadBodies(tx, [...new Set([...lines.values()].flat())])
  return new Map(
    engagements.map(({ id, divisionCode, applicantId, serviceItem, intermediary }) => {
      const rated = {
        approvingAgency: serviceItem.approvingAgencyZh,
        divisionLine: lines.get(divisionCode) ?? [divisionCode],
        ownerSubjectId: applicantId,
        agencyTies: ties.get(intermediary.subject.uscc ?? '') ?? [],
      }
      return [id, ratingBodiesOf(rated, bodies)]
    }),
  )
}

async function loadBodies(tx: Tx, divisionCodes: readonly string[]): Promise<readonly RatingBody[]> {
  const rows = await tx.organisation.findMany({
    where: { kind: { in: ['AGENCY', 'REFORM_OFFICE'] }, divisionCode: { in: [...divisionCodes] } },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ id, kind, nameZh, agencyKindZh, divisionCode, subjectId }) => ({
    organisationId: id,
    kind: kind === 'AGENCY' ? 'AGENCY' : 'REFORM_OFFICE',
    name: nameZh,
    agencyKind: agencyKindZh,
    divisionCode,
    subjectId,
  }))
}
