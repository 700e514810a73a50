import { couldEver } from '#domain/access/can.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import { agencyNavigation, regulatorNavigation } from './navigation.ts'

/** The addresses of the rails that this viewer could ever use: nobody is led to a page that turns them away. */
export const railOf = (viewer: Viewer): readonly string[] =>
  [...agencyNavigation, ...regulatorNavigation].filter((item) => !('may' in item) || couldEver(viewer, item.may)).map(({ to }) => to)
