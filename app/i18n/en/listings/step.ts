import type { Translation } from '../../translate.ts'
import type { step as stepSource } from '../../zh-CN/listings/step.ts'
import { procedureStep } from './procedure-step.ts'

export const step: Translation<typeof stepSource> = {
  ...procedureStep,
  START_INVESTIGATION: {
    title: 'Start the investigation',
    text: 'You become the investigator of this case and can’t decide it afterwards.',
    submit: 'I investigate',
  },
  SERVE_NOTICE: {
    title: 'Serve the advance notice',
    text: 'The party then has 10 working days for its defence (our own default).',
    facts: 'Facts established',
    basis: 'Basis',
    intendedMeasure: 'Intended decision',
    intendedDefault: 'It is intended to find a violation, to enter you on the blacklist and to publish the entry as the rules provide.',
    intendedBroken: 'It is intended to enter you on the dishonesty list and to publish the entry as the rules provide.',
    rightToDefend: 'Rights of the party',
    rightDefault:
      'Within 10 working days of receiving this notice you may state your view and your defence and hand in evidence. If you do not, you are taken to have no objection. You may also ask for a hearing, or waive all this in writing. If you send a written defence and ask for no hearing, the decision need not wait for the window.',
    investigationNote: 'Note of the investigation (internal)',
    submit: 'Serve notice',
  },
  CLOSE_WITHOUT_FINDING: {
    title: 'Close: nothing established',
    text: 'Any suspension ends with it; nothing stays on the credit record.',
    reasons: 'Reasons',
    submit: 'Close the case',
  },
  FILE_DEFENCE: {
    title: 'State your defence',
    text: 'Say what you have to say, until {defenceDueOn}, 24:00 Beijing time.',
    statement: 'Statement and defence',
    submit: 'Send defence',
  },
  WAIVE_DEFENCE: {
    title: 'Waive the defence',
    text: 'The decision can then be taken before the window ends.',
    statement: 'Written waiver',
    statementDefault: 'I (we) have read the notice and waive the statement and defence of my (our) own will.',
    submit: 'Confirm waiver',
  },
  ORDER_SUSPENSION: {
    title: 'Interim suspension',
    text: 'A separate, reasoned measure, 30 days in all for the case (our own default); in force at once.',
    untilOn: 'Last day',
    basis: 'Basis',
    reasons: 'Reasons',
    submit: 'Suspend',
  },
  LIFT_SUSPENSION: { title: 'Lift the suspension', text: 'In force at once.', reasons: 'Reasons', submit: 'Lift' },
  DECIDE: {
    title: 'Decide',
    text: 'The decision takes effect at once in search, choice and checks.',
    outcome: 'Decision',
    outcomes: {
      LISTED: 'Violation found, listed',
      FOUND_NOT_LISTED: 'Violation found, not listed (it counts in the score)',
      NOT_FOUND: 'No violation found',
    },
    publicUntilOn: 'Published until (for a listing)',
    publicUntilHint: 'from {earliest} to {latest}',
    publicationReason: 'Why it is published (minor violations normally are not; needed to list one)',
    basis: 'Basis',
    reasons: 'Reasons',
    reasonsHint: 'The facts found, and the answer to the defence.',
    submit: 'Decide',
  },
}
