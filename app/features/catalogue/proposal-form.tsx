import type { CatalogueChangeKind } from '#domain/catalogue/catalogue-change.ts'
import { catalogueChangeRoutes } from '#domain/catalogue/catalogue-change.ts'
import type { FormResult } from '#app/form-state.ts'
import { useFormState } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { RadioField } from '#app/ui/choice-field.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { EntryContent } from './change-documents.server.ts'
import { EntryFields, entryFields } from './entry-fields.tsx'

/** A proposal for one entry, for the first time or after a return. The text of the entry comes filled in. */
export function ProposalForm({
  kind,
  itemCode,
  content,
  before,
  today,
  mutationId,
  result,
}: {
  readonly kind: CatalogueChangeKind
  readonly itemCode: string
  /** What the fields begin with; null: an addition begins empty. */
  readonly content: EntryContent | null
  /** Set when a returned one is handed in again. */
  readonly before?: {
    readonly version: number
    readonly reasons: string
    readonly legalBasis: string
    readonly cancellingDocument: string | null
  }
  readonly today: string
  readonly mutationId: string | undefined
  readonly result: FormResult | undefined
}) {
  const t = useText('catalogueChanges')
  const asksContent = kind === 'ADD' || kind === 'AMEND'
  const form = useFormState({
    result,
    labels: {
      ...{ route: t('apply.route'), reasons: t('apply.reasons'), legalBasis: t('apply.legalBasis'), onDay: t('apply.onDay') },
      ...{ documentNo: t('apply.documentNo'), attachment: t('apply.attachment'), cancellingDocument: t('apply.cancellingDocument') },
      ...{ itemCode: t('apply.itemLabel'), kind: t('apply.kindLabel') },
      ...entryLabels((field) => t(`field.${field}`)),
    },
    defaults: {
      onDay: today,
      route: 'CHANGE_OF_LAW',
      ...(before ? { reasons: before.reasons, legalBasis: before.legalBasis, cancellingDocument: before.cancellingDocument ?? '' } : {}),
      ...(content ? entryDefaults(content) : { 'content.referenceSize': '1' }),
    },
  })
  return (
    <FormFrame form={form} mutationId={mutationId} hasFiles>
      {before ? <input type="hidden" name="version" value={before.version} /> : <Target kind={kind} itemCode={itemCode} />}
      {!before && (
        <RadioField
          {...form.field('route')}
          choices={catalogueChangeRoutes.map((value) => ({ value, label: t(`route.${value}`), detail: t(`routeDetail.${value}`) }))}
        />
      )}
      <TextAreaField {...form.field('reasons')} rows={3} />
      <TextAreaField {...form.field('legalBasis')} rows={2} />
      {kind === 'CANCEL' && <TextField {...form.field('cancellingDocument')} />}
      {asksContent ? (
        <EntryFields field={(name) => form.field(`content.${name}`)} />
      ) : (
        <p>{t('apply.statusOnly', { kind: t(`kind.${kind}`) })}</p>
      )}
      <DateField {...form.field('onDay')} max={today} />
      <TextField {...form.field('documentNo')} isOptional />
      <FileField {...form.field('attachment')} accept=".pdf,.png,.jpg,.jpeg,.ofd,.docx,.xlsx" isOptional />
      {before ? (
        <SubmitButton name="intent" value="APPLICATION">
          {t('apply.resubmit')}
        </SubmitButton>
      ) : (
        <SubmitButton>{t('apply.submit')}</SubmitButton>
      )}
    </FormFrame>
  )
}

function Target({ kind, itemCode }: { readonly kind: string; readonly itemCode: string }) {
  return (
    <>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="itemCode" value={itemCode} />
    </>
  )
}

type EntryName = (typeof entryFields)[number]

const entryLabels = (label: (field: EntryName) => string) =>
  Object.fromEntries(entryFields.map((field) => [`content.${field}`, label(field)])) as Record<`content.${EntryName}`, string>

/** The entry as inputs hold it. */
function entryDefaults(content: EntryContent): Record<string, string> {
  const textOf = (field: EntryName): string => {
    const value = content[field]
    if (value === null || value === undefined) return ''
    if (typeof value === 'boolean') return value ? 'yes' : 'no'
    return Array.isArray(value) ? value.join(';') : String(value as string | number)
  }
  return Object.fromEntries(entryFields.map((field) => [`content.${field}`, textOf(field)]))
}
