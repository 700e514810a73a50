import type { OpeningTools } from '#domain/selection/opening-transcript.ts'
import { hashOf, recipientOf } from './age-sealing.ts'
import { createOpener } from './quote-opener.ts'

/** What checking an opening needs, as the server and the command line have it. */
export const openingTools: OpeningTools = { hash: hashOf, recipientOf, openerOf: createOpener }
