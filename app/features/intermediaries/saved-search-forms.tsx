import { Link } from '@remix-run/react'
import { useFormState } from '#app/form-state.ts'
import type { FormResult } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { Instant } from '#app/ui/day.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { Reasons } from '#app/ui/reasons.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextField } from '#app/ui/text-field.tsx'

interface FormProps {
  readonly result: FormResult | undefined
  readonly mutationId: string
}

/** Keeps the search that the address brought, under a name. */
export function SaveForm({
  save,
  result,
  mutationId,
}: FormProps & { readonly save: { readonly query: string; readonly words: readonly string[]; readonly name: string } }) {
  const t = useText('search')
  const own = result?.values['intent']?.[0] === 'save' ? result : undefined
  const form = useFormState({ result: own, labels: { name: t('saved.name') }, defaults: { name: save.name } })
  return (
    <FormFrame form={form} mutationId={mutationId}>
      <p>
        {t('saved.what')} {save.words.length === 0 ? t('saved.everything') : save.words.join(' · ')}
      </p>
      <input type="hidden" name="query" value={save.query} />
      <TextField {...form.field('name')} hint={t('saved.nameHint')} maxLength={100} />
      <SubmitButton name="intent" value="save">
        {t('saved.saveButton')}
      </SubmitButton>
    </FormFrame>
  )
}

interface Saved {
  readonly key: string
  readonly name: string
  readonly createdAt: string
  readonly to: string
  readonly words: readonly string[]
}

/** One kept search: its way back, what it asks, and the forms that rename or delete it. */
export function SavedSearch({ saved, result, mutationId }: FormProps & { readonly saved: Saved }) {
  const t = useText('search')
  const { key, name, createdAt, to, words } = saved
  const own = result?.values['id']?.[0] === key ? result : undefined
  const form = useFormState({ result: own, labels: { name: t('saved.name') }, defaults: { name } })
  return (
    <>
      <h3>
        <Link to={to}>{name}</Link>
      </h3>
      <p className="small">{words.length === 0 ? t('saved.everything') : words.join(' · ')}</p>
      <p className="small mute">
        {t('saved.savedAt')} <Instant at={createdAt} />
      </p>
      <Reasons
        isOpen={own !== undefined}
        summary={
          <>
            {t('saved.change')}
            <span className="sr-only">{t('saved.of', { name })}</span>
          </>
        }
      >
        <FormFrame form={form} mutationId={mutationId}>
          <input type="hidden" name="id" value={key} />
          <TextField {...form.field('name')} maxLength={100} />
          <p className="actions">
            <SubmitButton name="intent" value="rename" isSmall>
              {t('saved.rename')}
            </SubmitButton>
            <SubmitButton name="intent" value="delete" look="danger" isSmall>
              {t('saved.delete')}
            </SubmitButton>
          </p>
        </FormFrame>
      </Reasons>
    </>
  )
}
