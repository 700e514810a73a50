import { confirmCommitment } from '#services/commitments/confirm-commitment.ts'
import { receiveSupplement } from '#services/commitments/receive-supplement.ts'
import { decideUntrueFinding } from '#services/verification/decide-untrue-finding.ts'
import { proposeUntrue } from '#services/verification/propose-untrue.ts'
import { instant } from '../stage.ts'
import type { Stage } from '../stage.ts'
import { file } from './counter.ts'

// Road freight: material 1 and 3 to 5 are essential, 2 (business licence) and 6 (identity and authority of the agent) are not.
const freight = 'AP-TRA-003'

/** Approval cases in every state, and promises that are pending, kept, confirmed and untrue. */
export async function playApprovalCases(stage: Stage): Promise<void> {
  await file(stage, { name: 'filed', visitor: { firm: 8 }, item: freight, on: '2026-11-19', missing: [2] })

  const normal = await file(stage, { name: 'normal', visitor: { firm: 9 }, item: freight, on: '2026-11-12', missing: [] })
  await normal.accept('2026-11-12', { mode: 'NORMAL' })

  const correction = await file(stage, { name: 'correction', visitor: { firm: 11 }, item: freight, on: '2026-11-17', missing: [2, 4] })
  await correction.accept('2026-11-18', { mode: 'CORRECTION_NOTICE' })

  const notAccepted = await file(stage, { name: 'not accepted', visitor: { firm: 12 }, item: freight, on: '2026-09-07', missing: [3] })
  await notAccepted.accept('2026-09-08', { mode: 'CORRECTION_NOTICE' })
  await notAccepted.close('2026-10-13', 'NOT_ACCEPTED', '补正期满仍未提交车辆检测合格证明')

  const refused = await file(stage, { name: 'refused', visitor: { firm: 13 }, item: freight, on: '2026-08-10', missing: [] })
  await refused.accept('2026-08-10', { mode: 'NORMAL' })
  await refused.close('2026-08-24', 'REFUSED', '驾驶人员不符合规定条件')

  const withdrawn = await file(stage, { name: 'withdrawn', visitor: { person: 2 }, item: freight, on: '2026-10-14', missing: [2] })
  await withdrawn.accept('2026-10-14', { mode: 'TOLERANT_ACCEPTANCE', signerName: '本人', supplementDueOn: '2026-10-28' })
  await withdrawn.close('2026-10-20', 'WITHDRAWN', '申请人在决定前书面撤回')

  const roadworks = { visitor: { firm: 4 }, item: 'AP-TRA-004', on: '2026-10-26', missing: [] } as const
  const decided = await file(stage, { name: 'decided', ...roadworks })
  await decided.accept('2026-10-26', { mode: 'NORMAL' })
  await decided.close('2026-11-11', 'DECIDED', '符合法定条件，准予许可')

  const site = { item: 'AP-CON-002', officer: 'officer2' } as const
  const building = await file(stage, { name: 'building', ...site, visitor: { firm: 5 }, on: '2026-11-17', missing: [9] })
  await building.accept('2026-11-17', { mode: 'TOLERANT_ACCEPTANCE', signerName: '授权代理人', supplementDueOn: '2026-11-26' })

  await playPromises(stage)
}

async function playPromises(stage: Stage): Promise<void> {
  const pending = await file(stage, { name: 'pending', visitor: { firm: 0 }, item: freight, on: '2026-11-16', missing: [2] })
  await pending.accept('2026-11-16', { mode: 'TOLERANT_ACCEPTANCE', signerName: '陈立文', supplementDueOn: '2026-12-04' })

  const kept = await file(stage, { name: 'kept', visitor: { firm: 10 }, item: freight, on: '2026-10-12', missing: [2, 6] })
  await kept.accept('2026-10-12', { mode: 'TOLERANT_ACCEPTANCE', signerName: '法定代表人', supplementDueOn: '2026-10-23' })
  await receiveSupplement(await stage.as('officer', instant('2026-10-20', 11)), {
    clientMutationId: 'demo supplement kept',
    number: await kept.commitmentNumber(),
    version: 1,
    materials: [2, 6],
  })
  await kept.close('2026-10-30', 'DECIDED', '材料补齐，准予许可')

  const handled = await file(stage, { name: 'handled', visitor: { firm: 15 }, item: freight, on: '2026-11-05', missing: [6] })
  await handled.accept('2026-11-05', { mode: 'TOLERANT_HANDLING', signerName: '法定代表人', isPublicityAgreed: true })
  await handled.close('2026-11-06', 'DECIDED', '凭承诺先行准予许可，事后核查')

  const confirmed = await file(stage, { name: 'confirmed', visitor: { person: 1 }, item: freight, on: '2026-08-17', missing: [6] })
  await confirmed.accept('2026-08-17', { mode: 'TOLERANT_HANDLING', signerName: '本人', isPublicityAgreed: true })
  await confirmed.close('2026-08-18', 'DECIDED', '凭承诺先行准予许可，事后核查')
  await confirmCommitment(await stage.as('officer', instant('2026-08-31', 11)), {
    clientMutationId: 'demo confirmation',
    number: await confirmed.commitmentNumber(),
    version: 1,
    reason: '经核查，承诺属实。（演示）',
  })

  const untrue = await file(stage, { name: 'untrue', visitor: { firm: 17 }, item: freight, on: '2026-09-01', missing: [6] })
  await untrue.accept('2026-09-01', { mode: 'TOLERANT_HANDLING', signerName: '法定代表人', isPublicityAgreed: true })
  await untrue.close('2026-09-02', 'DECIDED', '凭承诺先行准予许可，事后核查')
  await proposeUntrue(await stage.as('officer', instant('2026-09-16', 11)), {
    clientMutationId: 'demo untrue notice',
    number: await untrue.commitmentNumber(),
    version: 1,
    facts: '授权委托书上的公章与备案不符，委托人称未曾委托。（演示）',
    basis: '容缺办理承诺书第三项',
    serviceMethod: 'IN_PERSON',
  })
  const { number } = await stage.platform.prisma.untrueFinding.findFirstOrThrow({
    where: { commitment: { number: await untrue.commitmentNumber() } },
    select: { number: true },
  })
  await decideUntrueFinding(await stage.as('manager', instant('2026-10-15', 11)), {
    clientMutationId: 'demo untrue decision',
    number,
    version: 1,
    outcome: 'FOUND',
    reasons: '授权委托书系伪造，承诺不实。（演示）',
    serviceMethod: 'IN_PERSON',
  })
}
