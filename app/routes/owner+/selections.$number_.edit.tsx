import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { DraftForm } from '#app/features/selection/draft-form.tsx'
import { draftDefaults } from '#app/features/selection/draft-defaults.ts'
import { loadSelection } from '#app/features/selection/load-selection.server.ts'
import { saveDraft } from '#app/features/selection/save-draft.server.ts'
import { WizardSteps } from '#app/features/selection/wizard-steps.tsx'
import { nameIn } from '#app/features/listings/name-in.ts'
import { newMutationId } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const { selection } = await loadSelection(args)
  if (!selection.isOwn) throw new Response(null, { status: 404 })
  // What was announced never changes; an old link to its draft leads to what it became.
  if (selection.state !== 'DRAFT') throw redirect(`/owner/selections/${selection.number}`)
  const t = await serverText(args.request, 'selection')
  return { title: t('draft.changeTitle'), selection, clientMutationId: newMutationId() }
}

export const action = (args: ActionFunctionArgs) => saveDraft(args, args.params['number'] ?? '')

export default function EditDraft() {
  const { title, selection: of, clientMutationId } = useLoaderData<typeof loader>()
  const t = useText('selection')
  const { language } = usePage()
  const { mode, fundSource, serviceItem, division } = of
  return (
    <>
      <Breadcrumb
        parents={[
          { to: '/owner/selections', label: t('mine.title') },
          { to: `/owner/selections/${of.number}`, label: of.number },
        ]}
        current={title}
      />
      <PageHeading title={title} lead={t('draft.lead')} />
      <WizardSteps current="draft" />
      <Sheet title={t('detail.facts')}>
        <DraftForm
          basics={{
            ...{ mode, fundSource, serviceItemCode: serviceItem.code, sizeUnit: serviceItem.feeUnit, divisionCode: division.code },
            itemName: nameIn(language, serviceItem),
            divisionName: nameIn(language, division),
          }}
          defaults={draftDefaults(of)}
          version={of.version}
          mutationId={clientMutationId}
          result={useActionData<typeof action>()}
        />
      </Sheet>
    </>
  )
}
