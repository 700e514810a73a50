import type { LoaderFunctionArgs } from '@remix-run/node'
import { serverText } from '#app/i18n/texts.server.ts'
import { loadEngagement } from './load-engagement.server.ts'
import { loadRecord } from './load-record.server.ts'
import type { EngagementRecordData } from './record-documents.server.ts'

/** The contract in force, for paper. @throws Response 404 while there is none */
export async function loadContractPaper(args: LoaderFunctionArgs, side: EngagementRecordData['viewerRole']) {
  const { engagement } = await loadEngagement(args, side)
  const { record } = await loadRecord(args, side)
  const contract = record.contracts.find(({ state }) => state === 'IN_FORCE')
  if (!contract) throw new Response(null, { status: 404 })
  const t = await serverText(args.request, 'contracts')
  const { number, projectName, owner, intermediary, serviceItemCode, serviceItemNameZh, serviceItemNameEn } = engagement
  const about = { number, projectName, owner, intermediary, serviceItemCode, serviceItemNameZh, serviceItemNameEn }
  return { title: `${t('contract.paperTitle')} ${number}`, about, contract, milestones: record.milestones }
}
