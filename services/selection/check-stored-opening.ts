import { checkOpening } from '#domain/selection/opening-transcript.ts'
import type { OpeningFault, OpeningTranscript } from '#domain/selection/opening-transcript.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { hashOf } from './age-sealing.ts'
import { openingTools } from './opening-tools.ts'
import { visibleSelections } from './visible-selections.ts'

export interface OpeningCheck {
  readonly quoteCount: number
  readonly faults: readonly OpeningFault[]
}

/** Transcripts checked lately, by their hash: whoever asks a hundred times makes the server open the quotes once. */
const checked = new Map<string, Promise<OpeningCheck>>()
const MAX_KEPT = 200

/** Opens every quote of an opened selection again and compares it with its transcript; null where nothing was opened. */
export async function checkStoredOpening({ prisma, viewer }: UseCaseContext, selectionNumber: string): Promise<OpeningCheck | null> {
  const sealing = await prisma.sealing.findFirst({
    where: { state: 'OPENED', selection: { AND: [{ number: selectionNumber }, visibleSelections(viewer)] } },
    select: { transcript: true },
  })
  if (!sealing) return null
  const transcript = sealing.transcript as unknown as OpeningTranscript
  const key = hashOf(JSON.stringify(transcript))
  const known = checked.get(key)
  if (known) return known
  const check = checkOpening(transcript, openingTools).then((faults) => ({ quoteCount: transcript.quotes.length, faults }))
  const [oldest] = checked.keys()
  if (checked.size >= MAX_KEPT && oldest !== undefined) checked.delete(oldest)
  checked.set(key, check)
  return check
}
