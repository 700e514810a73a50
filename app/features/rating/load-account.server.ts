import type { LoaderFunctionArgs } from '@remix-run/node'
import { isCalendarDay } from '#domain/kernel/calendar-day.ts'
import { pageArguments, pageLinks } from '#app/cursor-pages.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { refusalErrors } from '#app/refusal.ts'
import { MyRatingDocument } from './documents.server.ts'

/** The viewer's own rating as of the day the address asks for, and a page of all that was ever recorded. */
export async function loadAccount(args: LoaderFunctionArgs) {
  const { searchParams, search } = new URL(args.request.url)
  const typed = searchParams.get('asOf') ?? ''
  const asOf = isCalendarDay(typed) ? typed : null
  const { myRating, myCreditEvents } = await runOperation(args, MyRatingDocument, { asOf, ...pageArguments(searchParams, 20) })
  const rating = myRating?.__typename === 'Rating' ? myRating : null
  const problem = myRating && myRating.__typename !== 'Rating' ? myRating : null
  const t = await serverText(args.request, 'rating')
  const errors = problem ? refusalErrors(problem, t, await serverText(args.request, 'form')) : {}
  return {
    rating,
    asOf: typed,
    problem: Object.values(errors)[0]?.[0] ?? (typed !== '' && asOf === null ? t('refusal.NOT_A_DAY') : null),
    events: myCreditEvents.edges.map(({ node }) => node),
    eventLinks: pageLinks(search, myCreditEvents.pageInfo),
  }
}
