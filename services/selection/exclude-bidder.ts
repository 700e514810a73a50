import type { BidderRefusal } from '#domain/selection/evaluation-result.ts'
import type { Selection } from '#prisma/generated/client.ts'
import { asJson } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { bidderName } from './bidder-name.ts'
import { recordEvent } from './record-event.ts'

/** Takes a bidder out by rule, with the reason; the bidder is told at once. */
export async function excludeBidder(unit: UnitOfWork, selection: Selection, signUpId: string, refusal: BidderRefusal): Promise<void> {
  const outcome = asJson({ code: 'EXCLUDED', refusal }) ?? {}
  await unit.tx.signUp.update({
    where: { id: signUpId },
    data: { state: 'EXCLUDED', endedAt: unit.now, exclusion: asJson(refusal) ?? {}, outcome },
  })
  await recordEvent(unit, selection.id, 'BIDDER_EXCLUDED', { name: await bidderName(unit.tx, signUpId), code: refusal.code })
  await unit.audit({
    action: 'selections.excludeBidder',
    entity: 'SignUp',
    entityId: signUpId,
    after: { number: selection.number, refusal },
  })
  await unit.outbox('selections.bidderExcluded', 'SignUp', signUpId)
}
