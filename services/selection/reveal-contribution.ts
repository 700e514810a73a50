import { createHash } from 'node:crypto'
import { z } from 'zod'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { RefusedError } from '../kernel/use-case-error.ts'
import { readDrawSituation, rungInUse } from './draw-state.ts'
import { lockSelection } from './lock-selection.ts'
import { lockOwnSignUp } from './own-sign-up.ts'
import { recordEvent } from './record-event.ts'

export const revealContributionInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  number: z.string().trim().min(1).max(40),
  /** Exactly the text whose hash was handed in at sign-up. */
  contribution: z.string().min(1).max(1000),
})

/**
 * A bidder reveals the contribution to the draw that it committed to at sign-up, while the ladder stands at that rung. It is told to nobody
 * before the draw. Whoever withholds it stands behind all others in the order drawn.
 * @returns the sign-up's id
 * @throws RefusedError CONTRIBUTION_NOT_ASKED, NO_CONTRIBUTION_COMMITTED, CONTRIBUTION_DIFFERS, CONTRIBUTION_REVEALED · NotFoundError
 */
export async function revealContribution(context: UseCaseContext, input: z.input<typeof revealContributionInput>): Promise<string> {
  const parsed = parseInput(revealContributionInput, input)
  demand(context, 'selection.signUp', { intermediarySubjectId: context.viewer.subjectId })
  // What is remembered of the request is its hash: the text stays with the sign-up.
  const hash = createHash('sha256').update(parsed.contribution).digest('hex')
  const command = { operation: 'revealContribution', clientMutationId: parsed.clientMutationId, input: { number: parsed.number, hash } }
  return runUseCase(context, command, async (unit) => {
    const { tx, now } = unit
    const row = await lockSelection(unit, { number: parsed.number })
    const own = await lockOwnSignUp(unit, row)
    const situation = row.state === 'OPENED' || row.state === 'CLOSED' ? await readDrawSituation(unit, row) : null
    const open = situation && rungInUse(situation)
    if (!situation || open?.rung.kind !== 'CONTRIBUTIONS' || now < open.window.opensAt || now >= open.window.deadlineAt)
      throw new RefusedError({ code: 'CONTRIBUTION_NOT_ASKED' })
    // The commitment that counts is the one frozen with the pool.
    const committed = situation.pool.places.find(({ signUpId }) => signUpId === own.id)?.contributionHash
    if (!committed) throw new RefusedError({ code: 'NO_CONTRIBUTION_COMMITTED' })
    if (committed !== hash) throw new RefusedError({ code: 'CONTRIBUTION_DIFFERS' })
    if (own.contribution !== null) throw new RefusedError({ code: 'CONTRIBUTION_REVEALED' })
    await tx.signUp.update({ where: { id: own.id }, data: { contribution: parsed.contribution, contributionAt: now } })
    await recordEvent(unit, row.id, 'CONTRIBUTION_REVEALED', { place: own.place, hash })
    await unit.audit({ action: 'selections.revealContribution', entity: 'SignUp', entityId: own.id, after: { number: row.number, hash } })
    return own.id
  })
}
