import { useState } from 'react'
import type { FeeDescription } from '#domain/catalogue/describe-fee.ts'
import type { FeeUnit } from '#domain/catalogue/fee-schedule.ts'
import type { FormState } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { RadioField } from '#app/ui/choice-field.tsx'
import { FieldGroup } from '#app/ui/field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { useIsScripted } from '#app/ui/use-is-scripted.ts'
import { leastTiers } from './fee-text.ts'
import type { FeeTexts } from './fee-words.ts'

type Kind = FeeDescription['kind']
/** As many as a schedule may have. */
const mostTiers = 20

/** Which ways of reckoning an item's unit leaves open. */
const kindsOf = (unit: FeeUnit | null): readonly Kind[] =>
  unit === null ? ['FIXED'] : unit === 'PROJECT_COST' ? ['FIXED', 'TIERED', 'PERCENTAGE'] : ['FIXED', 'PER_UNIT', 'TIERED']

/** How many tiers the form has, after an "add a tier". */
function tierCountOf({ result }: FormState<string>, shown: string | undefined): number {
  const isAdding = result?.values['intent']?.[0] === 'addTier'
  const count = Number(result?.values['tierCount']?.[0] ?? shown ?? leastTiers)
  return Math.min(mostTiers, Math.max(leastTiers, Math.trunc(count) || 0) + (isAdding ? 1 : 0))
}

/** The labels of the editor's fields, in their order. */
export function feeLabels(t: FeeTexts, unit: FeeUnit | null): Record<string, string> {
  const of = { unit: unit ? t(`unit.${unit}`) : '' }
  const rateOf = unit === 'PROJECT_COST' ? 'editor.percentOf' : 'editor.rateOf'
  const tiers = Array.from({ length: mostTiers }, (_, index) => [
    [`tiers[${index}].upTo`, t('editor.upToOf', { ...of, number: index + 1 })],
    [`tiers[${index}].rate`, t(rateOf, { ...of, number: index + 1 })],
  ])
  return {
    kind: t('editor.kind'),
    amount: t('editor.amount.FIXED'),
    tiers: t('editor.tiers'),
    ...Object.fromEntries(tiers.flat()),
    minimum: t('editor.minimum'),
    maximum: t('editor.maximum'),
  }
}

/**
 * 收费标准 as a form: the way of reckoning, then its fields. With scripts the fields follow the choice at once; without, a button asks
 * for them, as one asks for a further tier: both send the form back filled in as it was.
 */
export function FeeEditor({
  form,
  unit,
  tierCount,
}: {
  readonly form: FormState<string>
  readonly unit: FeeUnit | null
  readonly tierCount: string | undefined
}) {
  const t = useText('fees')
  const isScripted = useIsScripted()
  const field = form.field('kind')
  const [picked, setPicked] = useState<string>()
  const offered = kindsOf(unit)
  const wanted = picked ?? field.value
  const kind = offered.find((one) => one === wanted) ?? 'FIXED'
  const of = { unit: unit ? t(`unit.${unit}`) : '' }
  if (unit === null) {
    return (
      <>
        <p className="small mute">{t('editor.onlyFixed')}</p>
        <input type="hidden" name="kind" value="FIXED" />
        <TextField {...form.field('amount')} width="number" inputMode="decimal" />
      </>
    )
  }
  return (
    <>
      <div onChange={(event) => setPicked(radioValue(event.target))}>
        <RadioField
          {...field}
          values={[kind]}
          hint={t('editor.unitNote', of)}
          choices={offered.map((value) => ({ value, label: t(`editor.kinds.${value}`, of) }))}
        />
      </div>
      {!isScripted && (
        <button type="submit" name="intent" value="useKind" className="btn btn-ghost btn-small">
          {t('editor.useKind')}
        </button>
      )}
      {kind === 'TIERED' ? (
        <Tiers form={form} unit={unit} count={tierCountOf(form, tierCount)} />
      ) : (
        <TextField {...form.field('amount')} label={t(`editor.amount.${kind}`, of)} width="number" inputMode="decimal" />
      )}
      {kind !== 'FIXED' && (
        <>
          <TextField {...form.field('minimum')} hint={t('editor.boundHint')} width="number" inputMode="decimal" isOptional />
          <TextField {...form.field('maximum')} hint={t('editor.boundHint')} width="number" inputMode="decimal" isOptional />
        </>
      )}
    </>
  )
}

const radioValue = (target: EventTarget): string | undefined => (target instanceof HTMLInputElement ? target.value : undefined)

function Tiers({ form, unit, count: sent }: { readonly form: FormState<string>; readonly unit: FeeUnit; readonly count: number }) {
  const t = useText('fees')
  const isScripted = useIsScripted()
  const [added, setAdded] = useState(0)
  const count = Math.max(sent, added)
  const of = { unit: t(`unit.${unit}`) }
  const tiers = form.field('tiers')
  return (
    <FieldGroup field={{ ...tiers, hint: t('editor.tiersHint') }}>
      <input type="hidden" name="tierCount" value={count} />
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className="tier-row">
          <TextField {...form.field(`tiers[${index}].upTo`)} width="number" inputMode="decimal" unit={of.unit} />
          <TextField
            {...form.field(`tiers[${index}].rate`)}
            width="number"
            inputMode="decimal"
            unit={unit === 'PROJECT_COST' ? '%' : undefined}
          />
        </div>
      ))}
      {count < mostTiers && (
        <button
          // With scripts the line is there at once, and nothing typed meanwhile is lost.
          {...(isScripted ? { type: 'button', onClick: () => setAdded(count + 1) } : { type: 'submit', name: 'intent', value: 'addTier' })}
          className="btn btn-ghost btn-small"
        >
          {t('editor.addTier')}
        </button>
      )}
    </FieldGroup>
  )
}
