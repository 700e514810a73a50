import { ownDefaultsOf } from '#domain/kernel/rule-set.ts'
import type { RuleParameter } from '#domain/kernel/rule-set.ts'

/** Who awarded an honour 荣誉. */
export const honourLevels = ['DISTRICT', 'CITY', 'PROVINCE', 'NATIONAL'] as const
export type HonourLevel = (typeof honourLevels)[number]

/** What an honour is worth when it is recorded, and for how long it counts from the day it was awarded. */
export interface HonourParameters {
  readonly honourPoints: RuleParameter<Readonly<Record<HonourLevel, number>>>
  readonly honourMonths: RuleParameter<number>
}

const ownDefault = ownDefaultsOf('信选信用评价默认规则 ZZ-1')

export const ZZ_1_HONOURS: HonourParameters = {
  honourPoints: {
    value: { DISTRICT: 1, CITY: 2, PROVINCE: 4, NATIONAL: 6 },
    basis: ownDefault(
      'ZZ-1.13',
      '荣誉加分：区县级1分、市级2分、省级4分、国家级6分',
      'An honour adds 1 point (district), 2 (city), 4 (province) or 6 (national)',
    ),
    isUnderLegalReview: false,
  },
  honourMonths: {
    value: 24,
    basis: ownDefault('ZZ-1.14', '荣誉自授予之日起24个月内有效', 'An honour counts for 24 months from the day it was awarded'),
    isUnderLegalReview: false,
  },
}
