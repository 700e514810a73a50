import { fileUntrueDefence } from '#services/verification/file-untrue-defence.ts'
import { planVerification } from '#services/verification/plan-verification.ts'
import { proposeUntrue } from '#services/verification/propose-untrue.ts'
import { recordVerification } from '#services/verification/record-verification.ts'
import { instant } from '../stage.ts'
import type { Stage } from '../stage.ts'
import { file } from './counter.ts'

const freight = 'AP-TRA-003'

/** Promises to verify: one task that is open, one doubt that waits for the defence, one that waits for its decision, and a drawn plan. */
export async function playVerification(stage: Stage): Promise<void> {
  await handled(stage, 'to verify', 3, '2026-10-28')
  const noticed = await handled(stage, 'noticed', 2, '2026-10-21')
  await doubt(stage, 'noticed', noticed, '2026-11-18')
  const defended = await handled(stage, 'defended', 18, '2026-10-20')
  await doubt(stage, 'defended', defended, '2026-11-09')
  const finding = await stage.platform.prisma.untrueFinding.findFirstOrThrow({
    where: { commitment: { number: defended } },
    select: { number: true },
  })
  await fileUntrueDefence(await stage.as('client-18', instant('2026-11-13', 10)), {
    clientMutationId: 'demo untrue defence',
    number: finding.number,
    version: 1,
    statement: '委托书由法定代表人亲笔签署，公章为更换前的旧章，附换章备案回执编号。（演示）',
  })
  await plan(stage)
}

/** Something handled and approved on a promise; the promise's number. */
async function handled(stage: Stage, name: string, firm: number, on: string): Promise<string> {
  const one = await file(stage, { name: `truth ${name}`, visitor: { firm }, item: freight, on, missing: [6] })
  await one.accept(on, { mode: 'TOLERANT_HANDLING', signerName: '法定代表人', isPublicityAgreed: true })
  await one.close(on, 'DECIDED', '凭承诺先行准予许可，事后核查')
  return one.commitmentNumber()
}

async function doubt(stage: Stage, name: string, number: string, on: string): Promise<void> {
  await proposeUntrue(await stage.as('officer', instant(on, 10)), {
    clientMutationId: `demo doubt ${name}`,
    number,
    version: 1,
    facts: '授权委托书加盖的公章与公安机关备案印模不一致。（演示）',
    basis: '印章备案系统比对结果；容缺办理承诺书第三项',
    method: '与印章备案系统比对',
  })
}

/** Half of the autumn's promises, drawn; the first task is done. */
async function plan(stage: Stage): Promise<void> {
  const id = await planVerification(await stage.as('manager', instant('2026-11-12', 10)), {
    clientMutationId: 'demo verification plan',
    name: '三季度容缺受理抽查（演示）',
    fromOn: '2026-08-01',
    untilOn: '2026-10-31',
    share: 0.5,
    dueOn: '2026-12-11',
  })
  const task = await stage.platform.prisma.verificationTask.findFirstOrThrow({ where: { planId: id }, orderBy: { number: 'asc' } })
  await recordVerification(await stage.as('officer', instant('2026-11-17', 15)), {
    clientMutationId: 'demo verification result',
    number: task.number,
    version: 1,
    method: '与市场监管共享数据比对',
    findings: '补交的材料真实有效，承诺属实。（演示）',
  })
}
