import { z } from 'zod'
import { addMonths } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'

/** One thing a competent authority looks at, with the most points it can bring. */
export const industryCriterion = z.strictObject({
  code: z.string().regex(/^[A-Z][A-Z0-9]{0,9}$/, 'CRITERION_CODE'),
  titleZh: z.string().trim().min(1).max(60),
  titleEn: z.string().trim().min(1).max(120),
  most: z.number().positive().max(100),
})
export type IndustryCriterion = z.output<typeof industryCriterion>

/**
 * 行业考评标准: an authority's own criteria for the items it is competent for. `weight` is the share of its assessment in the score for such an
 * item, at most a half: the city's rating leads (ours). An assessment counts for `validMonths` from the day it was recorded.
 */
export const industryParameters = z
  .strictObject({
    criteria: z.array(industryCriterion).min(1).max(20),
    weight: z.number().gt(0).max(0.5),
    validMonths: z.int().min(1).max(36),
  })
  .check((found) => {
    const refuse = (code: string) => found.issues.push({ code: 'custom', message: code, input: found.value, path: ['criteria'] })
    const { criteria } = found.value
    if (new Set(criteria.map(({ code }) => code)).size < criteria.length) refuse('CRITERION_TWICE')
    if (Math.abs(criteria.reduce((sum, { most }) => sum + most, 0) - 100) > 1e-9) refuse('CRITERIA_NOT_100')
  })
export type IndustryParameters = z.output<typeof industryParameters>

/** The first draft an authority gets to edit. */
export const industryTemplate: IndustryParameters = {
  criteria: [
    { code: 'Q', titleZh: '成果质量', titleEn: 'Quality of results', most: 40 },
    { code: 'T', titleZh: '时限执行', titleEn: 'Keeping time limits', most: 30 },
    { code: 'S', titleZh: '规范执业', titleEn: 'Orderly conduct', most: 30 },
  ],
  weight: 0.3,
  validMonths: 12,
}

/** The points of one criterion in an assessment, with the reason. */
export interface AssessedCriterion {
  readonly code: string
  readonly points: number
  readonly reason: string
}

/** An authority's assessment of one intermediary under its standard. */
export interface IndustryAssessment {
  readonly assessmentId: string
  readonly period: string
  /** 0–100. */
  readonly score: number
  readonly recordedOn: CalendarDay
  readonly annulledOn: CalendarDay | null
}

/** The assessment that counts on that day: the last one recorded, not annulled, not outdated. */
export function assessmentOn(
  assessments: readonly IndustryAssessment[],
  { validMonths }: Pick<IndustryParameters, 'validMonths'>,
  day: CalendarDay,
): IndustryAssessment | null {
  const counting = assessments
    .filter(
      ({ recordedOn, annulledOn }) =>
        recordedOn <= day && day < addMonths(recordedOn, validMonths) && !(annulledOn !== null && annulledOn <= day),
    )
    .sort((a, b) => (a.recordedOn === b.recordedOn ? (a.assessmentId < b.assessmentId ? -1 : 1) : a.recordedOn < b.recordedOn ? -1 : 1))
  return counting.at(-1) ?? null
}
