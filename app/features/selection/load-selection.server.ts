import type { LoaderFunctionArgs } from '@remix-run/node'
import { selectionRules } from '#domain/selection/zz-selection-1.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { SelectionDocument, shapedSelection } from './documents.server.ts'

/** One selection with its rules' working days. @throws Response 404 for one the viewer may not know of */
export async function loadSelection(args: LoaderFunctionArgs) {
  const number = args.params['number'] ?? ''
  const t = await serverText(args.request, 'selection')
  const answer = await runOperation(args, SelectionDocument, { number })
  const selection = shapedSelection(answer)
  if (!selection) throw new Response(null, { status: 404 })
  const { objectionAnswerWorkingDays, minimumSignUpWorkingDays, abnormallyLowShare } = selectionRules(selection.ruleSetVersion).parameters
  const rules = {
    objectionAnswerWorkingDays: objectionAnswerWorkingDays.value,
    minimumSignUpWorkingDays: minimumSignUpWorkingDays.value,
    lowPercent: Math.round(abnormallyLowShare.value * 100),
  }
  return { title: t('detail.title', { number }), selection, rules, now: answer.clock.now }
}
export type SelectionRules = Awaited<ReturnType<typeof loadSelection>>['rules']
