import { can } from '#domain/access/can.ts'
import { latestSupplementDay } from '#domain/commitments/due-date.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { fromDbDayOrNull } from '#prisma/db-day.ts'
import { isSignatureConfirmed } from '#services/commitments/confirm-signature.ts'
import { rulesOfCommitment } from '#services/commitments/promised-supplement.ts'
import { loadCalendar } from '#services/kernel/load-calendar.ts'
import { readerOf, stepsOf } from '#services/procedures/steps-of.ts'
import { builder } from '../builder.ts'
import { procedureFiles, ProcedureFile } from '../files/form-file.ts'
import { ProcedureStepType } from '../procedures/procedure-step.ts'
import { Commitment } from './commitment.ts'

const DeliveryChannel = builder.enumType('DeliveryChannel', {
  values: {
    COUNTER: { description: 'At the window.' },
    UPLOAD: { description: 'Online, by the applicant.' },
    ENGAGEMENT: { description: 'The accepted result of an engagement.' },
  },
} as const)

const CommitmentDelivery = builder.prismaObject('CommitmentDelivery', {
  description: '补交: one delivery of one promised material; the instant of delivery counts.',
  fields: (t) => ({
    seq: t.exposeInt('materialSeq'),
    channel: t.field({ type: DeliveryChannel, resolve: (one) => one.channel }),
    deliveredAt: t.expose('deliveredAt', { type: 'DateTime' }),
    rejectedAt: t.expose('rejectedAt', { type: 'DateTime', nullable: true }),
    rejectReasons: t.exposeString('rejectReasons', { nullable: true }),
    fileName: t.string({
      nullable: true,
      select: { file: { select: { fileName: true } } },
      resolve: ({ file }) => file?.fileName ?? null,
    }),
    fileKey: t.id({ nullable: true, description: 'To download at /resources/files/KEY.', resolve: ({ fileId }) => fileId }),
  }),
})

builder.prismaObjectFields(Commitment, (t) => ({
  nextDueOn: t.field({
    type: 'Day',
    nullable: true,
    description: 'The earliest day on which something promised falls due; null once nothing does.',
    resolve: (one) => fromDbDayOrNull(one.nextDueOn),
  }),
  latestDueOn: t.field({
    type: 'Day',
    nullable: true,
    description: "The last day an extension could reach: the item's promised limit. Null where the calendar is not loaded.",
    select: { case: { select: { acceptedAt: true, approvalItem: { select: { promisedWorkingDays: true } } } } },
    resolve: async ({ case: of, signedAt }, _args, { prisma }) => {
      const frame = {
        acceptedOn: shanghaiDayOf(of.acceptedAt ?? signedAt),
        promisedWorkingDays: of.approvalItem.promisedWorkingDays,
      }
      const latest = latestSupplementDay(frame, await loadCalendar(prisma))
      return latest.ok ? latest.value : null
    },
  }),
  isExtendable: t.boolean({
    description: 'Whether an extension is still open: not used, and the first due day not reached.',
    resolve: (one, _args, { clock }) => {
      const nextDueOn = fromDbDayOrNull(one.nextDueOn)
      const isAllowed = rulesOfCommitment(one).parameters.isExtensionAllowedOnce.value && one.extendedFromOn === null
      return one.state === 'PENDING' && isAllowed && nextDueOn !== null && shanghaiDayOf(clock.now()) < nextDueOn
    },
  }),
  extendedFromOn: t.field({ type: 'Day', nullable: true, resolve: (one) => fromDbDayOrNull(one.extendedFromOn) }),
  extensionReasons: t.exposeString('extensionReasons', { nullable: true }),
  signatureMethod: t.string({ description: 'TYPED or PAPER_IMAGE.', resolve: (one) => one.signatureMethod }),
  isSignatureConfirmed: t.boolean({
    description: 'The applicant confirmed the typed signature in the own account.',
    resolve: ({ id }, _args, { prisma }) => isSignatureConfirmed(prisma, id),
  }),
  publicFromOn: t.field({ type: 'Day', nullable: true, resolve: (one) => fromDbDayOrNull(one.publicFromOn) }),
  publicUntilOn: t.field({ type: 'Day', nullable: true, resolve: (one) => fromDbDayOrNull(one.publicUntilOn) }),
  deliveries: t.relation('deliveries', { type: CommitmentDelivery, query: { orderBy: [{ deliveredAt: 'asc' }, { id: 'asc' }] } }),
  files: t.field({
    type: [ProcedureFile],
    description: 'The signed paper and what was sent in, as far as you may download it.',
    resolve: ({ id }, _args, context) => procedureFiles(context, 'COMMITMENT', id),
  }),
  steps: t.field({
    type: [ProcedureStepType],
    description: '办理经过, as you may read it.',
    select: { case: { select: { agencyId: true } } },
    resolve: async ({ id, subjectId, case: { agencyId } }, _args, { prisma, viewer }) => {
      // Whoever may know of the commitment and is not its party reads it for an office.
      const isOfficial = viewer.subjectId !== subjectId && can(viewer, 'commitment.view', { agencyOrganisationId: agencyId })
      return [...(await stepsOf(prisma, 'COMMITMENT', id, readerOf(viewer, { isOfficial, concernedSubjectId: subjectId })))]
    },
  }),
}))
