import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { fundSources } from '#domain/selection/selection.ts'
import type { SelectionMode } from '#domain/selection/selection.ts'
import { priorities } from '#domain/selection/suggest-mode.ts'
import { loadSuggestion } from '#app/features/selection/load-suggestion.server.ts'
import { ModeAdviceList } from '#app/features/selection/mode-advice.tsx'
import { WizardSteps } from '#app/features/selection/wizard-steps.tsx'
import { nameIn } from '#app/features/listings/name-in.ts'
import { useFormState } from '#app/form-state.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { RadioField } from '#app/ui/choice-field.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'selection')
  return { title: t('suit.title'), ...(await loadSuggestion(args)) }
}

/** 哪种选取方式适合你: five questions, and an address for each set of answers. */
export default function SuitableMode() {
  const { title, serviceItems, divisions, answers, problems, qualifiedFirms, suggestion } = useLoaderData<typeof loader>()
  const t = useText('selection')
  const { language } = usePage()
  const form = useFormState({
    result: problems,
    labels: {
      item: t('suit.item'),
      division: t('suit.division'),
      fund: t('suit.fund'),
      priority: t('suit.priority'),
      urgent: t('suit.urgent'),
    },
    defaults: answers ?? {},
  })
  const optionsOf = (rows: readonly { readonly code: string; readonly nameZh: string; readonly nameEn: string }[]) =>
    rows.map((row) => ({ value: row.code, label: nameIn(language, row) }))
  const nameOf = (rows: typeof divisions | typeof serviceItems, code: string) =>
    optionsOf(rows).find(({ value }) => value === code)?.label ?? code
  const toMode = (mode: SelectionMode) => {
    if (!answers) return '/owner/selections/new'
    const { item, division, fund } = answers
    if (mode === 'DIRECT') return `/intermediaries?${new URLSearchParams({ item, division })}`
    return `/owner/selections/draft?${new URLSearchParams({ mode, item, division, fund })}`
  }
  return (
    <>
      <Breadcrumb parents={[{ to: '/owner/selections', label: t('mine.title') }]} current={title} />
      <PageHeading title={title} lead={t('suit.lead')} />
      <WizardSteps current="suit" />
      {answers && suggestion && (
        <section aria-labelledby="advice">
          <h2 id="advice">
            {suggestion.suggested ? t('suit.suggestedMode', { mode: t(`mode.${suggestion.suggested}`) }) : t('suit.none')}
          </h2>
          <p className="mb-4">
            {t('suit.qualified', {
              count: qualifiedFirms,
              item: nameOf(serviceItems, answers.item),
              division: nameOf(divisions, answers.division),
            })}
          </p>
          <ModeAdviceList suggestion={suggestion} toMode={toMode} />
        </section>
      )}
      <Sheet title={t('suit.steps.suit')}>
        <Form method="get" className="form" noValidate>
          <ErrorSummary form={form} />
          <SelectField {...form.field('item')} empty={t('suit.itemEmpty')} options={optionsOf(serviceItems)} />
          <SelectField {...form.field('division')} empty={t('suit.divisionEmpty')} options={optionsOf(divisions)} />
          <RadioField
            {...form.field('fund')}
            hint={t('suit.fundHint')}
            choices={fundSources.map((value) => ({ value, label: t(`fund.${value}`) }))}
          />
          <RadioField {...form.field('priority')} choices={priorities.map((value) => ({ value, label: t(`suit.priorities.${value}`) }))} />
          <RadioField
            {...form.field('urgent')}
            choices={(['yes', 'no'] as const).map((value) => ({ value, label: t(`suit.urgents.${value}`) }))}
          />
          <button type="submit" className={answers ? 'btn btn-ghost' : 'btn btn-primary'}>
            {t('suit.show')}
          </button>
        </Form>
      </Sheet>
    </>
  )
}
