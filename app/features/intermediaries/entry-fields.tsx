import type { ReactNode } from 'react'
import { affiliationKinds } from '#domain/intermediaries/affiliation.ts'
import type { EntryStep } from '#domain/intermediaries/entry-draft.ts'
import type { EntryStatement } from '#domain/intermediaries/entry-rule-set.ts'
import type { FormState } from '#app/form-state.ts'
import type { Texts } from '#app/i18n/texts.ts'
import type { Translator } from '#app/i18n/translate.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { CheckboxField } from '#app/ui/choice-field.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { Reasons } from '#app/ui/reasons.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { FeeTextFields, feeLabels } from './entry-fee-fields.tsx'

/** A thing of a catalogue with its name in both languages. */
interface Named {
  readonly nameZh: string
  readonly nameEn: string | null
}
export interface EntryChoices {
  readonly divisions: readonly (Named & { readonly code: string; readonly parentCode: string | null })[]
  readonly serviceItems: readonly (Named & { readonly code: string })[]
  readonly approvingAgencies: readonly (Named & { readonly organisationId: string })[]
}

type T = Translator<Texts['entry']>
export interface FieldsProps {
  readonly form: FormState<string>
  /** 'rows[0].' in a list, else empty. */
  readonly at: string
  readonly mask: string | null
  readonly choices: EntryChoices
  readonly statements: readonly EntryStatement[]
  readonly ruleSetVersion: string
}

const useName = () => {
  const { language } = usePage()
  return ({ nameZh, nameEn }: Named) => (language === 'en' ? (nameEn ?? nameZh) : nameZh)
}
/** The city and what lies in it: where services are offered. */
const city = '410100'

function IdentityFields({ form, choices }: FieldsProps) {
  const t = useText('entry')
  const name = useName()
  return (
    <>
      <TextField {...form.field('name')} autoComplete="organization" maxLength={200} />
      <TextField {...form.field('uscc')} hint={t('identity.usccHint')} width="code" spellCheck={false} />
      <TextAreaField {...form.field('usccReason')} hint={t('identity.usccReasonHint')} rows={2} maxLength={2000} isOptional />
      <TextField {...form.field('legalForm')} hint={t('identity.legalFormHint')} maxLength={50} />
      <SelectField
        {...form.field('divisionCode')}
        empty={t('identity.choose')}
        options={choices.divisions.map((one) => ({ value: one.code, label: name(one) }))}
      />
      <TextField {...form.field('address')} maxLength={300} />
      <TextField {...form.field('phone')} width="code" type="tel" maxLength={50} />
      <TextAreaField {...form.field('introduction')} rows={3} maxLength={2000} isOptional />
    </>
  )
}

/** Never typed back to the browser: empty keeps the sealed one. */
function IdentityNumberField({ form, at, mask }: FieldsProps) {
  const t = useText('entry')
  const hint = mask === null ? t('person.unsealed') : t('person.sealed', { masked: mask })
  return (
    <TextField
      {...form.field(`${at}identityNumber`)}
      hint={hint}
      width="code"
      autoComplete="off"
      spellCheck={false}
      isOptional={mask !== null}
    />
  )
}

function LegalRepresentativeFields(props: FieldsProps) {
  return (
    <>
      <TextField {...props.form.field('name')} maxLength={100} />
      <IdentityNumberField {...props} />
    </>
  )
}

function QualificationFields({ form, at, choices }: FieldsProps) {
  const t = useText('entry')
  const name = useName()
  const covered = form.field(`${at}serviceItemCodes`)
  return (
    <>
      <TextField {...form.field(`${at}name`)} maxLength={200} />
      <TextField {...form.field(`${at}grade`)} maxLength={50} isOptional />
      <TextField {...form.field(`${at}certificateNo`)} width="code" maxLength={100} />
      <TextField {...form.field(`${at}issuer`)} maxLength={200} />
      <DateField {...form.field(`${at}validFromOn`)} />
      <DateField {...form.field(`${at}validUntilOn`)} hint={t('qualification.validUntilHint')} isOptional />
      <Reasons summary={`${t('qualification.serviceItemCodes')} (${covered.values.length})`} isOpen={covered.error !== undefined}>
        <CheckboxField
          {...covered}
          choices={choices.serviceItems.map((item) => ({ value: item.code, label: name(item), detail: item.code }))}
        />
      </Reasons>
    </>
  )
}

function PractitionerFields(props: FieldsProps) {
  const { form, at } = props
  return (
    <>
      <input type="hidden" name={`${at}key`} value={form.field(`${at}key`).value ?? ''} />
      <TextField {...form.field(`${at}name`)} maxLength={100} />
      <IdentityNumberField {...props} />
      <TextField {...form.field(`${at}title`)} maxLength={100} />
      <TextField {...form.field(`${at}certificateNo`)} width="code" maxLength={100} isOptional />
    </>
  )
}

function TieFields({ form, at, choices }: FieldsProps) {
  const t = useText('entry')
  const name = useName()
  return (
    <>
      <SelectField
        {...form.field(`${at}kind`)}
        empty={t('identity.choose')}
        options={affiliationKinds.map((kind) => ({ value: kind, label: t(`tie.kinds.${kind}`) }))}
      />
      <TextField {...form.field(`${at}partyName`)} maxLength={200} />
      <TextField {...form.field(`${at}partyUscc`)} width="code" spellCheck={false} isOptional />
      <SelectField
        {...form.field(`${at}agencyId`)}
        empty={t('none')}
        options={choices.approvingAgencies.map((one) => ({ value: one.organisationId, label: name(one) }))}
        isOptional
      />
      <TextField {...form.field(`${at}sharePercent`)} width="number" unit="%" inputMode="decimal" isOptional />
      <DateField {...form.field(`${at}fromOn`)} />
      <TextField {...form.field(`${at}note`)} maxLength={300} isOptional />
    </>
  )
}

function OfferingFields(props: FieldsProps) {
  const { form, at, choices } = props
  const t = useText('entry')
  const name = useName()
  const where = form.field(`${at}divisionCodes`)
  const offered = choices.divisions.filter(({ code, parentCode }) => code === city || parentCode === city)
  return (
    <>
      <SelectField
        {...form.field(`${at}serviceItemCode`)}
        empty={t('identity.choose')}
        options={choices.serviceItems.map((item) => ({ value: item.code, label: `${item.code} ${name(item)}` }))}
      />
      <Reasons summary={`${t('offering.divisionCodes')} (${where.values.length})`} isOpen={where.values.length === 0}>
        <CheckboxField {...where} choices={offered.map((one) => ({ value: one.code, label: name(one) }))} />
      </Reasons>
      <FeeTextFields form={form} at={`${at}fee.`} />
      <TextField {...form.field(`${at}feeNote`)} maxLength={300} isOptional />
      <TextField {...form.field(`${at}promisedWorkingDays`)} width="number" unit={t('offering.workingDays')} inputMode="numeric" />
    </>
  )
}

function CommitmentFields({ form, statements, ruleSetVersion }: FieldsProps) {
  const t = useText('entry')
  const { language } = usePage()
  return (
    <>
      <CheckboxField
        {...form.field('accepted')}
        choices={statements.map(({ code, zh, en }) => ({ value: code, label: language === 'en' ? en : zh }))}
      />
      <TextField {...form.field('signerName')} maxLength={100} />
      <p className="small mute">{t('commitments.basis', { version: ruleSetVersion })}</p>
    </>
  )
}

interface StepForm {
  readonly Fields: (props: FieldsProps) => ReactNode
  /** Names of the fields of one line, or of the whole step, in their order. */
  readonly labels: (t: T, at: string) => Readonly<Record<string, string>>
}

const labelled =
  (names: readonly string[], text: (t: T, name: string) => string | undefined): StepForm['labels'] =>
  (t, at) =>
    Object.fromEntries(names.map((name) => [`${at}${name}`, text(t, name) ?? name]))

/** Each step's fields and their labels. */
export const stepForms: Readonly<Record<EntryStep, StepForm>> = {
  identity: {
    Fields: IdentityFields,
    labels: labelled(['name', 'uscc', 'usccReason', 'legalForm', 'divisionCode', 'address', 'phone', 'introduction'], (t, name) =>
      t.optional(`identity.${name}`),
    ),
  },
  legalRepresentative: {
    Fields: LegalRepresentativeFields,
    labels: labelled(['name', 'identityNumber'], (t, name) => t.optional(`person.${name}`)),
  },
  qualifications: {
    Fields: QualificationFields,
    labels: labelled(['name', 'grade', 'certificateNo', 'issuer', 'validFromOn', 'validUntilOn', 'serviceItemCodes'], (t, name) =>
      t.optional(`qualification.${name}`),
    ),
  },
  practitioners: {
    Fields: PractitionerFields,
    labels: labelled(['key', 'name', 'identityNumber', 'title', 'certificateNo'], (t, name) => t.optional(`person.${name}`)),
  },
  affiliations: {
    Fields: TieFields,
    labels: labelled(['kind', 'partyName', 'partyUscc', 'agencyId', 'sharePercent', 'fromOn', 'note'], (t, name) =>
      t.optional(`tie.${name}`),
    ),
  },
  offerings: {
    Fields: OfferingFields,
    labels: (t, at) => ({
      [`${at}serviceItemCode`]: t('offering.serviceItemCode'),
      [`${at}divisionCodes`]: t('offering.divisionCodes'),
      ...feeLabels(t, `${at}fee.`),
      [`${at}feeNote`]: t('offering.feeNote'),
      [`${at}promisedWorkingDays`]: t('offering.promisedWorkingDays'),
    }),
  },
  commitments: {
    Fields: CommitmentFields,
    labels: labelled(['accepted', 'signerName'], (t, name) => t.optional(`commitments.${name}`)),
  },
}
