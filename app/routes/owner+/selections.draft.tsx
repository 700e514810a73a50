import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { DraftForm } from '#app/features/selection/draft-form.tsx'
import { saveDraft } from '#app/features/selection/save-draft.server.ts'
import { loadDraftBasics } from '#app/features/selection/load-draft.server.ts'
import { WizardSteps } from '#app/features/selection/wizard-steps.tsx'
import { newMutationId } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'selection')
  const basics = await loadDraftBasics(args)
  if (!basics) throw redirect('/owner/selections/new')
  return { title: t('draft.title'), basics, clientMutationId: newMutationId() }
}

export const action = (args: ActionFunctionArgs) => saveDraft(args)

/** The second step of the wizard: what is wanted, kept as a draft that nobody else sees. */
export default function DraftSelection() {
  const { title, basics, clientMutationId } = useLoaderData<typeof loader>()
  const t = useText('selection')
  return (
    <>
      <Breadcrumb parents={[{ to: '/owner/selections', label: t('mine.title') }]} current={title} />
      <PageHeading title={title} lead={t('draft.lead')} />
      <WizardSteps current="draft" />
      <Sheet title={t('detail.facts')}>
        <DraftForm basics={basics} mutationId={clientMutationId} result={useActionData<typeof action>()} />
      </Sheet>
    </>
  )
}
