import { useFormState } from '#app/form-state.ts'
import type { FormResult } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { MaterialsFields } from './materials-fields.tsx'
import type { MaterialToCheck, Presence } from './materials-fields.tsx'

/** The materials once more: after a correction, or because something was found later. */
export function RecordForm({
  materials,
  version,
  mutationId,
  result,
}: {
  readonly materials: readonly { readonly presence: Presence | null; readonly note: string | null; readonly material: MaterialToCheck }[]
  readonly version: number
  readonly mutationId: string
  readonly result: FormResult | undefined
}) {
  const t = useText('acceptance')
  const form = useFormState({ result, labels: { materials: t('case.materials') } })
  const valueOf = (name: string) => {
    if (result) return result.values[name]?.[0]
    const [, key, seq] = /^(\w+)\[(\d+)\]$/.exec(name) ?? []
    const found = materials.find(({ material }) => String(material.seq) === seq)
    return (key === 'presence' ? found?.presence : found?.note) ?? undefined
  }
  return (
    <FormFrame form={form} mutationId={mutationId}>
      <input type="hidden" name="version" value={version} />
      <p className="hint">{t('case.recordHint')}</p>
      <MaterialsFields materials={materials.map(({ material }) => material)} valueOf={valueOf} />
      <SubmitButton name="intent" value="RECORD" look="ghost">
        {t('case.save')}
      </SubmitButton>
    </FormFrame>
  )
}
