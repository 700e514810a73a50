import { describe, expect, it } from 'vitest'
import type { InterimSuspension, SuspensionCommand } from './interim-suspension.ts'
import { decideSuspension } from './interim-suspension.ts'
import { caseAfter, firstDay, steps } from './violation-case.fixture.ts'
import type { ViolationCommand } from './violation-command.ts'
import { ZZ_LISTING_1 } from './zz-listing-1.ts'

const { report, open, investigate, notice, defend, list } = steps
const order: SuspensionCommand = { actorId: 'zhao', basis: 'R5', reasons: '有继续危害的现实风险', untilOn: '2026-03-31' }

function answer(commands: readonly ViolationCommand[], command: SuspensionCommand, earlier: readonly InterimSuspension[] = []) {
  const state = caseAfter(...commands)
  if (!state) throw new Error('no case')
  const decided = decideSuspension(state, earlier, command, { now: firstDay, ruleSet: ZZ_LISTING_1 })
  return decided.ok ? decided.value : decided.refusal
}

describe('R5 interim suspension', () => {
  it('starts today and ends on its dated day', () => {
    expect(answer([report, investigate], order)).toMatchObject({ type: 'SUSPENSION_ORDERED', fromOn: '2026-03-02', untilOn: '2026-03-31' })
  })

  it.each<[string, ViolationCommand[], SuspensionCommand, object]>([
    [
      '30 days at most',
      [report, investigate],
      { ...order, untilOn: '2026-04-01' },
      { code: 'SUSPENSION_TOO_LONG', daysLeft: 30, mostOn: '2026-03-31' },
    ],
    ['not into the past', [report, investigate], { ...order, untilOn: '2026-03-01' }, { code: 'SUSPENSION_ALREADY_ENDED' }],
    ['reasoned', [report, investigate, notice], { ...order, reasons: '' }, { code: 'INCOMPLETE', missing: ['reasons'] }],
    ['not by the reporter', [report, investigate], { ...order, actorId: 'wang' }, { code: 'SEPARATION_OF_DUTIES', is: 'REPORTER' }],
    ['not by the investigator', [report, investigate], { ...order, actorId: 'li' }, { code: 'SEPARATION_OF_DUTIES', is: 'INVESTIGATOR' }],
    ['not before anyone looked into it', [report], order, { code: 'WRONG_STATE' }],
    ['not after the decision', [report, investigate, notice, defend, list], order, { code: 'WRONG_STATE' }],
    ['not for broken commitments, which have their own hold', [open, investigate], order, { code: 'NOT_SUSPENDABLE' }],
  ])('%s', (_, commands, command, refusal) => {
    expect(answer(commands, command)).toMatchObject(refusal)
  })

  it.each<[string, InterimSuspension['liftedOn'], number]>([
    ['all its days', null, 20],
    ['only those before it was lifted', '2026-02-06', 25],
  ])('an earlier suspension of the case uses up %s', (_, liftedOn, daysLeft) => {
    const earlier = [{ suspensionId: 's', fromOn: '2026-02-01', untilOn: '2026-02-10', liftedOn }]
    expect(answer([report, investigate], order, earlier)).toMatchObject({ code: 'SUSPENSION_TOO_LONG', daysLeft })
    expect(answer([report, investigate], { ...order, untilOn: '2026-03-21' }, earlier)).toMatchObject({ type: 'SUSPENSION_ORDERED' })
  })
})
