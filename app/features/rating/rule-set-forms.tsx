import type { FormResult } from '#app/form-state.ts'
import { useFormState } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { RuleSetView } from './documents.server.ts'

export interface StepProps {
  readonly of: RuleSetView
  readonly result: FormResult | undefined
  readonly mutationId: string
}

/** The answer to one of several forms of a page: only its own. */
export const answerTo = (result: FormResult | undefined, intent: string): FormResult | undefined =>
  result?.values['intent']?.[0] === intent ? result : undefined

interface Part {
  readonly input: string
  readonly label: string
  readonly value: number
}

/** The inputs of a parameter: itself, or its parts. */
function partsOf(name: string, value: unknown, label: string, partLabel: (part: string) => string): readonly Part[] {
  if (typeof value === 'number') return [{ input: `parameters.${name}`, label, value }]
  return Object.entries(value as Readonly<Record<string, number>>).map(([part, own]) => ({
    input: `parameters.${name}.${part}`,
    label: partLabel(part),
    value: own,
  }))
}

/** Every parameter of a draft as a number to change. */
export function ParametersForm({ of, result, mutationId }: StepProps) {
  const t = useText('rating')
  const groups = of.parameters.map(({ name, value }) => {
    const title = t.optional(`names.${name}`) ?? name
    return {
      name,
      title,
      parts: partsOf(name, value, title, (part) => t('editor.part', { group: title, part: t.optional(`parts.${part}`) ?? part })),
    }
  })
  const parts = groups.flatMap((group) => group.parts)
  const form = useFormState<string>({
    result,
    labels: { ...Object.fromEntries(parts.map(({ input, label }) => [input, label])), explanation: t('editor.explanation') },
    defaults: { ...Object.fromEntries(parts.map(({ input, value }) => [input, value])), explanation: of.explanation },
  })
  return (
    <Sheet title={t('editor.edit')}>
      <FormFrame form={form} mutationId={mutationId}>
        <input type="hidden" name="rowVersion" value={of.rowVersion} />
        {groups.map((group) => (
          <fieldset key={group.name} className="mb-4">
            <legend>{group.title}</legend>
            <div className="tier-row">
              {group.parts.map(({ input }) => (
                <TextField key={input} {...form.field(input)} width="number" inputMode="decimal" maxLength={12} />
              ))}
            </div>
          </fieldset>
        ))}
        <TextAreaField {...form.field('explanation')} rows={4} maxLength={2000} />
        <SubmitButton name="intent" value="EDIT">
          {t('editor.save')}
        </SubmitButton>
      </FormFrame>
    </Sheet>
  )
}

export function PublishForm({ of, result, mutationId, tomorrow }: StepProps & { readonly tomorrow: string }) {
  const t = useText('rating')
  const form = useFormState({ result, labels: { effectiveFrom: t('rules.effectiveFrom') } })
  return (
    <Sheet title={t('editor.publish')}>
      <p>{t('editor.publishLead')}</p>
      {of.mayPublish ? (
        <FormFrame form={form} mutationId={mutationId}>
          <input type="hidden" name="rowVersion" value={of.rowVersion} />
          <DateField {...form.field('effectiveFrom')} min={tomorrow} />
          <SubmitButton name="intent" value="PUBLISH">
            {t('editor.publishButton')}
          </SubmitButton>
        </FormFrame>
      ) : (
        <p className="mute">{t('editor.notYou')}</p>
      )}
    </Sheet>
  )
}

export function DiscardForm({ of, result, mutationId }: StepProps) {
  const t = useText('rating')
  const form = useFormState({ result, labels: {} })
  return (
    <Sheet title={t('editor.discard')}>
      <FormFrame form={form} mutationId={mutationId}>
        <input type="hidden" name="rowVersion" value={of.rowVersion} />
        <SubmitButton name="intent" value="DISCARD" look="danger">
          {t('editor.discardButton')}
        </SubmitButton>
      </FormFrame>
    </Sheet>
  )
}
