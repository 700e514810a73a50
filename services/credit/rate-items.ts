import { composeScore } from '#domain/credit/compose-score.ts'
import type { CityRating, ComposedScore } from '#domain/credit/compose-score.ts'
import { assessmentOn, industryParameters } from '#domain/credit/industry-standard.ts'
import type { AssessedCriterion, IndustryAssessment, IndustryCriterion } from '#domain/credit/industry-standard.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { ruleSetOn } from '#domain/kernel/rule-set.ts'
import type { Tx } from '#prisma/client.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { creditRuleSetsOf } from './load-rule-sets.ts'

/** The rating of a subject for one item that has an industry standard. */
export interface ItemRating {
  readonly itemCode: string
  readonly itemNameZh: string
  readonly itemNameEn: string
  readonly version: string
  readonly bodyZh: string
  readonly bodyEn: string
  readonly composed: ComposedScore
  readonly assessment:
    (Pick<IndustryAssessment, 'period' | 'score' | 'recordedOn'> & { readonly criteria: readonly RatedCriterion[] }) | null
}

export type RatedCriterion = IndustryCriterion & AssessedCriterion

/** The subject's rating for each item it offers that a competent authority rates by its own standard, as of that day. */
export async function rateItems(tx: Tx, subjectId: string, city: CityRating, day: CalendarDay): Promise<readonly ItemRating[]> {
  const offered = await tx.serviceOffering.findMany({
    where: { intermediary: { subjectId }, isWithdrawn: false },
    include: { serviceItem: { select: { nameZh: true, nameEn: true } } },
    orderBy: { serviceItemCode: 'asc' },
  })
  const codes = offered.map(({ serviceItemCode }) => serviceItemCode)
  const standards = await tx.creditRuleSetVersion.findMany({
    where: {
      state: 'PUBLISHED',
      organisationId: { not: null },
      serviceItemCodes: { hasSome: codes },
      effectiveFrom: { lte: toDbDay(day) },
    },
    include: { organisation: true, assessments: { where: { subjectId } } },
    orderBy: { effectiveFrom: 'desc' },
  })
  if (standards.length === 0) return []
  const ruleSet = unwrap(ruleSetOn(await creditRuleSetsOf(tx), day))
  return offered.flatMap(({ serviceItemCode, serviceItem }) => {
    const standard = standards.find(({ serviceItemCodes }) => serviceItemCodes.includes(serviceItemCode))
    if (!standard) return []
    const parameters = industryParameters.parse(standard.parameters)
    const counting = assessmentOn(standard.assessments.map(toAssessment), parameters, day)
    const row = standard.assessments.find(({ id }) => id === counting?.assessmentId)
    const given = (row?.criteria ?? []) as unknown as readonly AssessedCriterion[]
    return [
      {
        ...{ itemCode: serviceItemCode, itemNameZh: serviceItem.nameZh, itemNameEn: serviceItem.nameEn, version: standard.version },
        bodyZh: standard.organisation?.nameZh ?? '',
        bodyEn: standard.organisation?.nameEn ?? standard.organisation?.nameZh ?? '',
        composed: composeScore(city, counting, parameters, ruleSet),
        assessment: counting && { ...counting, criteria: parameters.criteria.flatMap((one) => joined(one, given)) },
      },
    ]
  })
}

function toAssessment(row: { id: string; period: string; score: number; recordedAt: Date; annulledAt: Date | null }): IndustryAssessment {
  const { id, period, score, recordedAt, annulledAt } = row
  return { assessmentId: id, period, score, recordedOn: shanghaiDayOf(recordedAt), annulledOn: annulledAt && shanghaiDayOf(annulledAt) }
}

function joined(criterion: IndustryCriterion, given: readonly AssessedCriterion[]): readonly RatedCriterion[] {
  const own = given.find(({ code }) => code === criterion.code)
  return own ? [{ ...criterion, ...own }] : []
}
