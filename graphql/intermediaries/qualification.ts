import { addDays, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { fromDbDay, fromDbDayOrNull } from '#prisma/db-day.ts'
import { builder } from '../builder.ts'

const QualificationStatus = builder.enumType('QualificationStatus', {
  values: {
    VALID: {},
    EXPIRING: { description: 'Ends within 90 days; the number is our own default.' },
    EXPIRED: { description: 'Blocks the items that need it.' },
    NOT_YET_VALID: {},
  },
} as const)

/** Days before its end from which a qualification is shown as expiring (our own default). */
const noticeDays = 90

export const Qualification = builder.prismaObject('Qualification', {
  description: '资质',
  fields: (t) => ({
    key: t.exposeID('id'),
    name: t.exposeString('name'),
    grade: t.exposeString('grade', { nullable: true }),
    certificateNo: t.exposeString('certificateNo'),
    issuer: t.exposeString('issuer'),
    validFromOn: t.field({ type: 'Day', resolve: (one) => fromDbDay(one.validFromOn) }),
    validUntilOn: t.field({
      type: 'Day',
      nullable: true,
      description: 'Last valid day.',
      resolve: (one) => fromDbDayOrNull(one.validUntilOn),
    }),
    serviceItemCodes: t.exposeStringList('serviceItemCodes'),
    status: t.field({
      type: QualificationStatus,
      resolve: ({ validFromOn, validUntilOn }, _args, { clock }) => {
        const today = shanghaiDayOf(clock.now())
        if (today < fromDbDay(validFromOn)) return 'NOT_YET_VALID' as const
        if (validUntilOn === null) return 'VALID' as const
        if (fromDbDay(validUntilOn) < today) return 'EXPIRED' as const
        return fromDbDay(validUntilOn) < addDays(today, noticeDays) ? ('EXPIRING' as const) : ('VALID' as const)
      },
    }),
  }),
})

export const Practitioner = builder.prismaObject('Practitioner', {
  description: '从业人员, by name and masked number.',
  fields: (t) => ({
    key: t.exposeID('id'),
    name: t.string({ select: { subject: { select: { name: true } } }, resolve: ({ subject }) => subject.name }),
    identityMasked: t.string({
      nullable: true,
      select: { subject: { select: { identityMasked: true } } },
      resolve: ({ subject }) => subject.identityMasked,
    }),
    title: t.exposeString('title'),
    certificateNo: t.exposeString('certificateNo', { nullable: true }),
  }),
})
