import { z } from 'zod'
import { anonymous } from '#domain/access/viewer.ts'
import { clocksFrom, complaintKinds } from '#domain/complaints/complaint.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { attachFile } from '../files/attach-file.ts'
import { receiveFile } from '../files/receive-file.ts'
import { sentFiles, sentFilesAsked } from '../files/sent-files.ts'
import { limitRate } from '../kernel/limit-rate.ts'
import { nextNumber } from '../kernel/next-number.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { ValidationError } from '../kernel/use-case-error.ts'
import { dayInput } from '../listings/case-step-input.ts'
import { recordStep } from '../procedures/record-step.ts'
import { complaintOfficeOf } from './complaint-office.ts'
import { complaintRulesOn } from './complaint-rules.ts'
import { limitNetwork, networkHashOf } from './limit-network.ts'
import { hashReceiptSecret, receiptSecretOf } from './receipt-secret-of.ts'
import { recogniseAbout } from './recognise-about.ts'

export const fileComplaintInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  kind: z.enum(complaintKinds),
  /** Of the institution it is about, where the complainant knows it. */
  uscc: z.string().trim().max(40).nullish(),
  /** The public body it is about. */
  agencyId: z.uuid().nullish(),
  /** Whom it is about, in the complainant's words. */
  about: z.string().trim().min(2).max(200),
  statement: z.string().trim().min(10).max(8000),
  occurredOn: dayInput.nullish(),
  /** Both or neither; sealed. */
  name: z.string().trim().max(100).nullish(),
  contact: z.string().trim().max(200).nullish(),
  files: sentFiles.default([]),
})

/** Filings that one network may try in an hour; ours. */
export const complaintRate = { name: 'complaint', limit: 10, windowSeconds: 3600 } as const

export interface FiledComplaint {
  readonly id: string
  /** With the number it opens the status. The same again on a retry; kept nowhere. */
  readonly secret: string
}

/**
 * Takes a report 举报 or complaint 投诉 by anyone, signed in or not (rulebook R7). Who filed it is sealed: it stands in no audit line, no
 * step and no notice, not even by the account that was signed in. The clocks of answer and transfer start.
 * @throws RefusedError TOO_MANY_TRIES, TOO_MANY_FROM_NETWORK, FILE_… · ValidationError INTERMEDIARY_UNKNOWN, AGENCY_UNKNOWN, DAY_IN_FUTURE
 */
export async function fileComplaint(context: UseCaseContext, input: z.input<typeof fileComplaintInput>): Promise<FiledComplaint> {
  const { name, contact, files, ...parsed } = parseInput(fileComplaintInput, input)
  demand(context, 'complaint.file')
  await limitRate(context, complaintRate, networkHashOf(context) ?? undefined)
  const { identityVault, viewer } = context
  const isAnonymous = !name && !contact
  if (!isAnonymous && (!name || !contact)) throw problem(name ? 'contact' : 'name', 'REQUIRED')
  const contactCipher = isAnonymous ? null : identityVault.seal(JSON.stringify({ name, contact }))
  const secret = receiptSecretOf(identityVault, parsed.clientMutationId)
  const asked = { ...parsed, who: identityVault.hash(JSON.stringify([name, contact])), files: sentFilesAsked(files) }
  const command = { operation: 'fileComplaint', clientMutationId: parsed.clientMutationId, input: asked }
  const id = await runUseCase({ ...context, viewer: anonymous }, command, async (unit) => {
    const { tx, now } = unit
    const rules = complaintRulesOn(now)
    await limitNetwork(unit, rules)
    const { kind, about, statement, occurredOn } = parsed
    const today = shanghaiDayOf(now)
    if (occurredOn && occurredOn > today) throw problem('occurredOn', 'DAY_IN_FUTURE', { today })
    const { subjectId, agencyId } = await recogniseAbout(tx, parsed)
    const officeId = await complaintOfficeOf(tx, { subjectId, agencyId })
    const { answerDueOn, transferDueOn } = clocksFrom(now, rules)
    const row = await tx.complaint.create({
      data: {
        number: await nextNumber(unit, 'COMPLAINT'),
        ...{ kind, subjectId, agencyId, about, statement, isAnonymous, contactCipher, officeId },
        receiptHash: hashReceiptSecret(secret),
        occurredOn: occurredOn ? toDbDay(occurredOn) : null,
        filedById: viewer.userId,
        networkHash: networkHashOf(context),
        receivedAt: now,
        state: 'RECEIVED',
        answerDueOn: toDbDay(answerDueOn),
        transferDueOn: toDbDay(transferDueOn),
      },
    })
    for (const file of files) {
      const { id: fileId } = await receiveFile(unit, file, { uploadedById: null })
      await attachFile(unit, { procedure: 'COMPLAINT', entityId: row.id, purpose: 'EVIDENCE', audience: 'OFFICIALS', fileId })
    }
    // Its words are not for the trail: they may give away who wrote them.
    await unit.audit({
      action: 'complaints.file',
      entity: 'Complaint',
      entityId: row.id,
      after: { number: row.number, kind, subjectId, agencyId, officeId, answerDueOn, transferDueOn, files: files.length },
      basis: citeBasis(rules.parameters.answerDays.basis),
    })
    const step = { procedure: 'COMPLAINT', entityId: row.id, isByProtectedPerson: true } as const
    await recordStep(unit, { ...step, kind: 'COMPLAINT_RECEIVED', audience: 'PARTIES', facts: { answerDueOn } })
    await unit.outbox('complaints.received', 'Complaint', row.id)
    return row.id
  })
  return { id, secret }
}

const problem = (path: string, code: string, facts: Record<string, unknown> = {}) => new ValidationError([{ path, code, facts }])
