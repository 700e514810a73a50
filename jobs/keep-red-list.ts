import { openYearlyReviews } from '#services/listings/open-yearly-reviews.ts'
import { proposeForRedList } from '#services/listings/propose-for-red-list.ts'
import { remindOfNominations } from '#services/listings/remind-of-nominations.ts'
import { removeBarredFromRedList } from '#services/listings/remove-from-red-list.ts'
import type { Job } from './worker.ts'

/** Ends of publicity, yearly reviews, and whoever stands on two lists at once. */
export const keepRedList: Job = async (context, log) => {
  const removed = await removeBarredFromRedList(context)
  const reviews = await openYearlyReviews(context)
  const told = await remindOfNominations(context)
  if (removed + reviews + told > 0) log.info({ removed, reviews, told }, 'red list kept')
}

/** Whoever meets the criteria, over the whole register. */
export const proposeRedList: Job = async (context, log) => {
  const proposed = await proposeForRedList(context)
  if (proposed > 0) log.info({ proposed }, 'proposed for the red list')
}
