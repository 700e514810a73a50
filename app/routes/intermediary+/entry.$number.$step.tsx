import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { EntryStep } from '#domain/intermediaries/entry-draft.ts'
import { EntryStepPage } from '#app/features/intermediaries/entry-step-page.tsx'
import { stepForms } from '#app/features/intermediaries/entry-fields.tsx'
import { loadEntryStep, saveEntryStep } from '#app/features/intermediaries/entry-step.server.ts'
import { useFormState } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { CheckboxField } from '#app/ui/choice-field.tsx'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadEntryStep(args)
export const action = (args: ActionFunctionArgs) => saveEntryStep(args)

const listSteps: readonly EntryStep[] = ['qualifications', 'practitioners', 'affiliations', 'offerings']

/** One of the seven steps. A list shows what is saved and one empty line; saving adds the next. */
export default function EntryStepRoute() {
  const data = useLoaderData<typeof loader>()
  const { step, form: saved, rowCount, masks, choices, statements, ruleSetVersion } = data
  const answer = useActionData<typeof action>()
  const t = useText('entry')
  const { Fields, labels } = stepForms[step]
  const isList = listSteps.includes(step)
  const lines = isList ? Array.from({ length: rowCount + 1 }, (_, index) => index) : []
  const removals = Object.fromEntries(lines.map((index) => [`rows[${index}].remove`, t('remove')]))
  const form = useFormState<string>({
    result: answer ?? saved ?? undefined,
    labels: isList
      ? Object.assign(
          step === 'affiliations' ? { isNoneDeclared: t('tie.isNoneDeclared') } : {},
          ...lines.map((index) => labels(t, `rows[${index}].`)),
          removals,
        )
      : labels(t, ''),
  })
  const given = { form, choices, statements, ruleSetVersion }
  return (
    <EntryStepPage of={data} form={form} isList={isList}>
      {step === 'affiliations' && (
        <CheckboxField {...form.field('isNoneDeclared')} choices={[{ value: 'yes', label: t('tie.none') }]} isOptional />
      )}
      {!isList && <Fields {...given} at="" mask={masks[0] ?? null} />}
      {lines.map((index) => (
        <fieldset key={index} className="sheet">
          <legend className="field-label">{index < rowCount ? t('row', { n: index + 1 }) : t('newRow')}</legend>
          <Fields {...given} at={`rows[${index}].`} mask={masks[index] ?? null} />
          {index < rowCount && (
            <CheckboxField {...form.field(`rows[${index}].remove`)} choices={[{ value: 'yes', label: t('removeYes') }]} isOptional />
          )}
        </fieldset>
      ))}
    </EntryStepPage>
  )
}
