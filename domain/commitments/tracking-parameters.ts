import { ownDefaultsOf } from '#domain/kernel/rule-set.ts'
import type { RuleParameter } from '#domain/kernel/rule-set.ts'

/** How a promise is watched from its signature to its end: publicity, objections to it, reminders. */
export interface TrackingParameters {
  /** How long a handling commitment is in publicity at least, working days from the day after acceptance. */
  readonly publicityWorkingDays: RuleParameter<number>
  /** Working days within which an objection raised in publicity is answered. */
  readonly publicityAnswerWorkingDays: RuleParameter<number>
  /** On which working days ahead of its due day an applicant is reminded; 0 is the day itself. */
  readonly reminderDaysAhead: RuleParameter<readonly number[]>
}

const ownDefault = ownDefaultsOf('信选容缺默认规则 ZZ-TOLERANCE-1')
const own = <T>(value: T, ...basis: Parameters<typeof ownDefault>): RuleParameter<T> => ({
  value,
  basis: ownDefault(...basis),
  isUnderLegalReview: false,
})

/** The city notice demands publicity and names no length; the rest is named nowhere. */
export const trackingParameters: TrackingParameters = {
  publicityWorkingDays: own(
    5,
    'T.8',
    '容缺办理承诺至少公示五个工作日',
    'A handling commitment is in publicity for five working days at least',
  ),
  publicityAnswerWorkingDays: own(
    5,
    'T.9',
    '公示异议五个工作日内答复',
    'An objection raised in publicity is answered in five working days',
  ),
  reminderDaysAhead: own(
    [5, 3, 1, 0],
    'T.10',
    '承诺期限前第五、三、一个工作日和当日提醒申请人',
    'The applicant is reminded five, three and one working days ahead and on the day',
  ),
}
