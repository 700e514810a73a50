import type { Translation } from '../translate.ts'
import type { texts as source } from '../zh-CN/rehearsal.ts'

export const texts: Translation<typeof source> = {
  label: 'Rehearsal clock',
  now: 'Rehearsal. It is',
  nextWorkingDay: 'Next working day',
  week: 'Plus one week',
  day: 'Go to',
  set: 'Set',
  signIn: 'Sign in to move the time.',
}
