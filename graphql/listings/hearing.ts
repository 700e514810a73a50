import { hearingStates } from '#domain/listings/hearing.ts'
import { seesAllCases } from '#services/listings/visible-cases.ts'
import { builder } from '../builder.ts'

const HearingState = builder.enumType('HearingState', { values: hearingStates })

export const HearingType = builder.prismaObject('Hearing', {
  description: '听证: for the party and the officials of its case.',
  fields: (t) => ({
    number: t.exposeString('number'),
    state: t.field({ type: HearingState, resolve: ({ state }) => state }),
    requestedAt: t.expose('requestedAt', { type: 'DateTime' }),
    requestReasons: t.exposeString('requestReasons'),
    scheduledFor: t.expose('scheduledFor', { type: 'DateTime', nullable: true }),
    place: t.exposeString('place', { nullable: true }),
    isPublic: t.exposeBoolean('isPublic'),
    noticeNumber: t.exposeString('noticeNumber', { nullable: true }),
    notifiedAt: t.expose('notifiedAt', { type: 'DateTime', nullable: true }),
    presider: t.string({
      nullable: true,
      description: 'Named to the party, too: it may object to who presides.',
      resolve: async ({ presiderId, state }, _args, { prisma }) => {
        if (presiderId === null || state === 'REQUESTED') return null
        return (await prisma.user.findUnique({ where: { id: presiderId }, select: { name: true } }))?.name ?? null
      },
    }),
    refusalReasons: t.exposeString('refusalReasons', { nullable: true }),
    heldAt: t.expose('heldAt', { type: 'DateTime', nullable: true }),
    attendees: t.exposeString('attendees', { nullable: true }),
    record: t.exposeString('record', { nullable: true, description: '听证笔录, or what was written when it was given up.' }),
    isPresider: t.boolean({
      description: 'Whether you preside.',
      resolve: ({ presiderId }, _args, { viewer }) => seesAllCases(viewer) && presiderId !== null && presiderId === viewer.userId,
    }),
  }),
})
