import type { RuleParameter, RuleSet } from '#domain/kernel/rule-set.ts'
import type { DrawTimes } from './draw-method.ts'
import type { FundSource, SelectionMode } from './selection.ts'

/** The parameters of selections (rulebook R3), each with its own basis. Shares are fractions of 1. */
export interface SelectionParameters {
  /** Fewest bidders with whom a round does not fail. */
  readonly minimumPool: RuleParameter<Readonly<Record<SelectionMode, Readonly<Record<FundSource, number>>>>>
  /** Fund sources for which the owner may choose directly, without a selection. */
  readonly directFundSources: RuleParameter<readonly FundSource[]>
  /** Shortest sign-up: whole working days after the day it opens, the last of them being the earliest day it may close. */
  readonly minimumSignUpWorkingDays: RuleParameter<number>
  /** How long after the line a round is closed, so that nothing the server received before the line is lost on its way to the database. */
  readonly closingDelaySeconds: RuleParameter<number>
  /** Publicity of the result, from the day after it. */
  readonly publicityWorkingDays: RuleParameter<number>
  /** Working days in which the owner scores the plans or picks from the shortlist; after them the round fails. */
  readonly decisionWorkingDays: RuleParameter<number>
  readonly objectionAnswerWorkingDays: RuleParameter<number>
  /** Calendar days after the award in which the contract is filed. */
  readonly contractDays: RuleParameter<number>
  /** How often a failed selection is announced once more. */
  readonly reAnnouncements: RuleParameter<number>
  /** A quote under this share of the median is abnormally low. */
  readonly abnormallyLowShare: RuleParameter<number>
  /** Working days in which an abnormally low quote is explained. */
  readonly explanationWorkingDays: RuleParameter<number>
  /** Percentages of which one is drawn in average-price mode. */
  readonly averagePercents: RuleParameter<readonly number[]>
  /** Share of the bidders, lowest credit first, cut off before the shortlist is drawn. */
  readonly creditTailShare: RuleParameter<number>
  /** How many are drawn for the owner to pick from. */
  readonly shortlistSize: RuleParameter<number>
  /** How long after the opening time the supervising body's key may still come. */
  readonly shareGraceHours: RuleParameter<number>
  /** The score as which a bidder who isn't rated yet counts in a shortlist or comparison. */
  readonly unratedScore: RuleParameter<number>
  /** How long each source of a draw's randomness is waited for. */
  readonly drawTimes: RuleParameter<DrawTimes>
}

export interface SelectionRuleSet extends RuleSet {
  readonly parameters: SelectionParameters
}
