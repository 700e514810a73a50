import type { LoaderFunctionArgs } from '@remix-run/node'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { MyRemediesDocument } from './my-documents.server.ts'

/** What the signed-in party can do, and what it has asked for. */
export async function loadMyRemedies(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'remedies')
  return { title: t('mine.title'), data: await runOperation(args, MyRemediesDocument, {}) }
}
