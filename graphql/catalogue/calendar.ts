import { loadCalendarNotice } from '#services/catalogue/load-calendar-notice.ts'
import { builder } from '../builder.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'

interface CalendarYear {
  readonly year: number
  readonly holidays: number
  readonly makeupWorkdays: number
  readonly sourceNotice: string
}
const CalendarYearType = builder.objectRef<CalendarYear>('CalendarYear').implement({
  description: 'A year whose official holiday notice is loaded.',
  fields: (t) => ({
    year: t.exposeInt('year'),
    holidays: t.exposeInt('holidays'),
    makeupWorkdays: t.exposeInt('makeupWorkdays'),
    sourceNotice: t.exposeString('sourceNotice'),
  }),
})

builder.queryField('calendarYears', (t) =>
  t.field({
    type: [CalendarYearType],
    description: 'Outside these years no working day is computed.',
    authScopes: { public: true },
    resolve: async (_root, _args, { prisma }) => {
      const days = await prisma.calendarDate.findMany({ orderBy: { date: 'asc' } })
      const years = [...new Set(days.map(({ date }) => date.getUTCFullYear()))]
      return years.map((year) => {
        const own = days.filter(({ date }) => date.getUTCFullYear() === year)
        const holidays = own.filter(({ kind }) => kind === 'HOLIDAY').length
        return { year, holidays, makeupWorkdays: own.length - holidays, sourceNotice: own[0]?.sourceNotice ?? '' }
      })
    },
  }),
)

builder.relayMutationField(
  'loadCalendarNotice',
  { inputFields: (t) => ({ csv: t.string({ description: 'date,kind,name_zh,source_notice; one year.' }) }) },
  {
    description: "Load the State Council's holiday notice of one year.",
    authScopes: { may: 'calendar.load' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ year: Number(await loadCalendarNotice(context, input)) }),
  },
  { outputFields: (t) => ({ year: t.int({ resolve: ({ year }) => year }) }) },
)
