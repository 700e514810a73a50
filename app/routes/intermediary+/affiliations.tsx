import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { affiliationKinds } from '#domain/intermediaries/affiliation.ts'
import { loadEntryWithChoices } from '#app/features/intermediaries/load-own-entry.server.ts'
import { DeclareTieForm, EndTieForm, ObjectToTieForm } from '#app/features/intermediaries/tie-forms.tsx'
import { TieTable } from '#app/features/intermediaries/tie-table.tsx'
import { UpkeepFrame } from '#app/features/intermediaries/upkeep-frame.tsx'
import { RequestAffiliationDocument } from '#app/features/intermediaries/upkeep-mutations.server.ts'
import { readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'upkeep')
  return { title: t('tabs.affiliations'), ...(await loadEntryWithChoices(args)) }
}

const reasons = z.string().max(2000).default('')
const schema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('DECLARE'),
    declared: z.object({
      kind: z.enum(affiliationKinds),
      partyName: z.string().max(200),
      partyUscc: z.string().max(40).optional(),
      agencyId: z.string().max(40).optional(),
      sharePercent: z.coerce.number().gt(0).max(100).optional(),
      fromOn: z.string().max(10),
      note: z.string().max(300).default(''),
    }),
    reasons,
  }),
  z.object({
    intent: z.literal('OBJECT'),
    objected: z.object({ affiliationId: z.string().max(40) }),
    reasons: z.string().min(5).max(2000),
  }),
  z.object({ intent: z.literal('END'), ended: z.object({ affiliationId: z.string().max(40), untilOn: z.string().max(10) }), reasons }),
])

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const { intent: _intent, ...wanted } = form.value
  const input = { ...wanted, clientMutationId: form.clientMutationId }
  const { result } = await runOperation(args, RequestAffiliationDocument, { input })
  if ('code' in result) return form.refuseWith(result, await serverText(args.request, 'upkeep'))
  return redirect('/intermediary/affiliations?sent')
}

/** 关联关系: to whom the institution belongs, what that bars it from, and the two forms. */
export default function Affiliations() {
  const { title, entry, choices, isSent, clientMutationId } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useText('upkeep')
  const words = useText('entry')
  const { affiliations, agencyTies } = entry.intermediary
  const of = (intent: string) => (result?.values['intent']?.[0] === intent ? result : undefined)
  const lasting = affiliations.filter(({ untilOn }) => untilOn === null)
  const nameOf = ({ key, kind, partyName }: (typeof lasting)[number]) => ({
    value: key,
    label: `${partyName}（${words(`tie.kinds.${kind}`)}）`,
  })
  const recorded = affiliations.filter(({ isDeclared }) => !isDeclared)
  return (
    <UpkeepFrame title={title} lead={t('affiliations.lead')} entry={entry} kind="AFFILIATIONS" isSent={isSent}>
      {agencyTies.map(({ agencyName, through }) => (
        <NoticeBanner key={agencyName} tone="warn" title={t('affiliations.barred', { agency: agencyName })}>
          <p className="small">{t('affiliations.through', { through: through.join(' → ') })}</p>
        </NoticeBanner>
      ))}
      <TieTable ties={affiliations} caption={title} />
      <Sheet title={t('affiliations.declare')}>
        <DeclareTieForm result={of('DECLARE')} mutationId={clientMutationId} choices={choices} />
      </Sheet>
      {lasting.length > 0 && (
        <Sheet title={t('affiliations.end')}>
          <EndTieForm result={of('END')} mutationId={clientMutationId} ties={lasting.map(nameOf)} />
        </Sheet>
      )}
      {recorded.length > 0 && (
        <Sheet title={t('affiliations.object')}>
          <p>{t('affiliations.objectLead')}</p>
          <ObjectToTieForm result={of('OBJECT')} mutationId={clientMutationId} ties={recorded.map(nameOf)} />
        </Sheet>
      )}
    </UpkeepFrame>
  )
}
