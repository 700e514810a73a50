import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { ceilingFacts } from '#app/features/catalogue/ceiling-facts.tsx'
import { feeRefusal } from '#app/features/catalogue/fee-refusal.ts'
import { FeeSpread } from '#app/features/catalogue/fee-spread.tsx'
import { feeFields } from '#app/features/catalogue/fee-text.ts'
import { AccountTabs } from '#app/features/intermediaries/account-tabs.tsx'
import { MyOfferingDocument, OfferableItemsDocument, OfferServiceDocument } from '#app/features/intermediaries/offering-documents.server.ts'
import { OfferingFields, offeringLabels } from '#app/features/intermediaries/offering-fields.tsx'
import { readOffering } from '#app/features/intermediaries/offering-form.server.ts'
import { nameIn } from '#app/features/listings/name-in.ts'
import { newMutationId } from '#app/form.server.ts'
import { useFormState } from '#app/form-state.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { preferencesOf } from '#app/preferences.server.ts'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const meta = titleMeta

const itemIn = (request: Request): string => new URL(request.url).searchParams.get('item') ?? ''

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'fees')
  const { language } = await preferencesOf(args.request)
  const code = itemIn(args.request)
  const { serviceItems, myOfferings } = await runOperation(args, OfferableItemsDocument, {})
  const offered = new Set(myOfferings.map(({ serviceItem }) => serviceItem.code))
  const items = serviceItems
    .filter((item) => !offered.has(item.code))
    .map((item) => ({ value: item.code, label: `${item.code} ${nameIn(language, item)}` }))
  const wanted = items.some(({ value }) => value === code) ? await runOperation(args, MyOfferingDocument, { code }) : null
  const item = wanted?.serviceItem
  return {
    title: t('add.title'),
    items,
    item: item ? { ...item, name: nameIn(language, item) } : null,
    divisions: (wanted?.divisions ?? []).map((division) => ({ value: division.code, label: nameIn(language, division) })),
    clientMutationId: newMutationId(),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { request } = args
  const serviceItemCode = itemIn(request)
  const { serviceItem } = await runOperation(args, MyOfferingDocument, { code: serviceItemCode })
  const read = await readOffering(request, serviceItem?.feeUnit ?? null)
  if (!read.ok) return read.reply
  const { form, terms } = read
  const input = { ...terms, serviceItemCode, clientMutationId: form.clientMutationId }
  const { result } = await runOperation(args, OfferServiceDocument, { input })
  if ('code' in result) return form.refuseWith(feeRefusal(result), await serverText(request, 'fees'))
  return redirect(`/intermediary/offerings/${serviceItemCode}?done=added`)
}

/** Offers a further service: first which, then fee, days and places. */
export default function NewOffering() {
  const { title, items, item } = useLoaderData<typeof loader>()
  const t = useText('fees')
  return (
    <>
      <Breadcrumb parents={[{ to: '/intermediary/offerings', label: t('own.title') }]} current={title} />
      <PageHeading title={title} />
      <AccountTabs />
      {item ? <Terms /> : <Pick items={items} />}
    </>
  )
}

function Pick({ items }: { readonly items: readonly { readonly value: string; readonly label: string }[] }) {
  const t = useText('fees')
  if (items.length === 0) return <p>{t('add.nothing')}</p>
  return (
    <Sheet title={t('add.pick')}>
      <p>{t('add.pickLead')}</p>
      <Form method="get" className="form">
        <SelectField
          {...{ id: 'offer-item', name: 'item', label: t('add.item'), value: '', values: [], error: undefined }}
          empty={t('add.itemEmpty')}
          options={items}
        />
        <button type="submit" className="btn btn-primary">
          {t('add.next')}
        </button>
      </Form>
    </Sheet>
  )
}

function Terms() {
  const { item, divisions, clientMutationId } = useLoaderData<typeof loader>()
  const t = useText('fees')
  const unit = item?.feeUnit ?? null
  const defaults = feeFields(null)
  const form = useFormState<string>({ result: useActionData<typeof action>(), labels: offeringLabels(t, unit), defaults })
  if (!item) return null
  const facts = ceilingFacts(item, t)
  return (
    <div className="columns">
      <Sheet title={item.name}>
        <FormFrame form={form} mutationId={clientMutationId} action={`/intermediary/offerings/new?item=${item.code}`}>
          {facts.length > 0 && <DescriptionList items={facts} />}
          <OfferingFields form={form} unit={unit} tierCount={defaults['tierCount']} divisions={divisions} />
          <SubmitButton name="intent" value="save">
            {t('add.submit')}
          </SubmitButton>
        </FormFrame>
        <p className="small">
          <Link to="/intermediary/offerings/new">{t('add.change')}</Link>
        </p>
      </Sheet>
      {item.feeSpread && (
        <Sheet title={t('spread.chart')}>
          <FeeSpread spread={item.feeSpread} unit={item.feeUnit} referenceSize={item.referenceSize} />
        </Sheet>
      )}
    </div>
  )
}
