import { extendCommitment } from '#services/commitments/extend-commitment.ts'
import { objectToPublicity } from '#services/commitments/object-to-publicity.ts'
import { rejectSupplement } from '#services/commitments/reject-supplement.ts'
import { uploadSupplement } from '#services/commitments/upload-supplement.ts'
import { instant } from '../stage.ts'
import type { Stage } from '../stage.ts'
import { file } from './counter.ts'

// Road freight: material 2 (business licence) and 6 (authority of the agent) may be deferred.
const freight = 'AP-TRA-003'

/** A promise extended, sent in, rejected with a second day; and one in publicity to which somebody objected. */
export async function playTrackedPromises(stage: Stage): Promise<void> {
  const tracked = await file(stage, { name: 'tracked', visitor: { firm: 2 }, item: freight, on: '2026-11-02', missing: [2] })
  await tracked.accept('2026-11-02', { mode: 'TOLERANT_ACCEPTANCE', signerName: '授权代理人', supplementDueOn: '2026-11-12' })
  const number = await tracked.commitmentNumber()
  const step = (version: number) => ({ clientMutationId: `demo tracked promise ${version}`, number, version })
  await extendCommitment(await stage.as('officer', instant('2026-11-10', 10)), {
    ...step(1),
    dueOn: '2026-11-17',
    reason: '营业执照正在办理变更登记。（演示）',
  })
  await uploadSupplement(await stage.as('client-2', instant('2026-11-16', 20)), {
    ...step(2),
    material: 2,
    files: [{ fileName: '营业执照.pdf', content: new TextEncoder().encode('%PDF-1.7\n演示用的扫描件') }],
  })
  await rejectSupplement(await stage.as('officer', instant('2026-11-18', 10)), {
    ...step(3),
    materials: [2],
    reason: '扫描件不清晰，看不出统一社会信用代码。（演示）',
    secondDueOn: '2026-11-27',
  })

  const published = await file(stage, { name: 'published', visitor: { person: 2 }, item: freight, on: '2026-11-12', missing: [6] })
  await published.accept('2026-11-12', { mode: 'TOLERANT_HANDLING', signerName: '本人', isPublicityAgreed: true })
  const passer = stage.anyone(instant('2026-11-17', 21))
  await objectToPublicity(passer, {
    clientMutationId: 'demo objection in publicity',
    number: await published.commitmentNumber(),
    objectorName: '虚构知情人',
    contact: 'zhiqing@demo.xinxuan.example',
    text: '据我了解，申请书上的代理人已于去年离职，授权委托书未必属实，请核查。（演示）',
  })
}
