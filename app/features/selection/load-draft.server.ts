import type { LoaderFunctionArgs } from '@remix-run/node'
import { fundSources } from '#domain/selection/selection.ts'
import { announcedModes } from '#domain/selection/suggest-mode.ts'
import { nameIn } from '#app/features/listings/name-in.ts'
import { runOperation } from '#app/operation.server.ts'
import { preferencesOf } from '#app/preferences.server.ts'
import type { DraftBasics } from './draft-form.tsx'
import { SuitChoicesDocument } from './suit-documents.server.ts'

/** What the wizard's address has already decided; null where it decides nothing that there is. */
export async function loadDraftBasics(args: LoaderFunctionArgs): Promise<DraftBasics | null> {
  const { searchParams } = new URL(args.request.url)
  const mode = announcedModes.find((one) => one === searchParams.get('mode'))
  const fundSource = fundSources.find((one) => one === searchParams.get('fund'))
  if (!mode || !fundSource) return null
  return namedBasics(args, {
    mode,
    fundSource,
    serviceItemCode: searchParams.get('item') ?? '',
    divisionCode: searchParams.get('division') ?? '',
  })
}

/** The same with the names of service and place; null where the catalogue has none. */
async function namedBasics(
  args: LoaderFunctionArgs,
  wanted: Pick<DraftBasics, 'mode' | 'fundSource' | 'serviceItemCode' | 'divisionCode'>,
): Promise<DraftBasics | null> {
  const { language } = await preferencesOf(args.request)
  const { serviceItems, divisions } = await runOperation(args, SuitChoicesDocument, {})
  const item = serviceItems.find(({ code }) => code === wanted.serviceItemCode)
  const division = divisions.find(({ code }) => code === wanted.divisionCode)
  if (!item || !division) return null
  return { ...wanted, itemName: nameIn(language, item), sizeUnit: item.feeUnit, divisionName: nameIn(language, division) }
}
