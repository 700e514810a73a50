import { affiliationKinds } from '#domain/intermediaries/affiliation.ts'
import { feeKinds, feeUnits } from '#domain/catalogue/fee-schedule.ts'
import type { ReactNode } from 'react'
import { usePage, useText } from '#app/page-context.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import type { EntryDraftView } from './entry-documents.server.ts'
import type { EntryChoices } from './entry-fields.tsx'

type Fee = NonNullable<EntryDraftView['offerings']>[number]['fee']

/** What an application says, step by step, as it was typed; persons by name and masked number. */
export function EntryContent({ draft, choices }: { readonly draft: EntryDraftView; readonly choices: EntryChoices }) {
  const t = useText('entry')
  const { language } = usePage()
  const nameOf = (
    list: readonly { readonly nameZh: string; readonly nameEn: string | null }[],
    find: (one: never) => boolean,
    code: string,
  ) => {
    const found = list.find(find as (one: { nameZh: string }) => boolean)
    return found ? (language === 'en' ? (found.nameEn ?? found.nameZh) : found.nameZh) : code
  }
  const division = (code: string) => nameOf(choices.divisions, (one: { code: string }) => one.code === code, code)
  const item = (code: string) => nameOf(choices.serviceItems, (one: { code: string }) => one.code === code, code)
  const agency = (id: string) => nameOf(choices.approvingAgencies, (one: { organisationId: string }) => one.organisationId === id, id)
  const { identity, legalRepresentative, qualifications, practitioners, affiliations, offerings, commitments } = draft
  return (
    <>
      {identity && (
        <section className="mb-6">
          <h3>{t('step.identity')}</h3>
          <DescriptionList
            items={[
              { term: t('identity.name'), value: identity.name },
              { term: t('identity.uscc'), value: <span className="code">{identity.uscc}</span> },
              { term: t('identity.legalForm'), value: identity.legalForm },
              { term: t('identity.divisionCode'), value: division(identity.divisionCode) },
              { term: t('identity.address'), value: identity.address },
              { term: t('identity.phone'), value: identity.phone },
              ...(identity.introduction ? [{ term: t('identity.introduction'), value: identity.introduction }] : []),
            ]}
          />
        </section>
      )}
      {legalRepresentative && (
        <section className="mb-6">
          <h3>{t('step.legalRepresentative')}</h3>
          <p>
            {legalRepresentative.name} <span className="code">{legalRepresentative.identity?.masked}</span>
          </p>
        </section>
      )}
      {qualifications && (
        <Part title={t('step.qualifications')} none={t('none')}>
          {qualifications.map((one) => ({
            head: [one.name, one.grade, one.certificateNo].filter(Boolean).join(' · '),
            detail: `${one.issuer} · ${one.validFromOn} – ${one.validUntilOn || '…'} · ${one.serviceItemCodes.map(item).join('、')}`,
          }))}
        </Part>
      )}
      {practitioners && (
        <Part title={t('step.practitioners')} none={t('none')}>
          {practitioners.map((one) => ({
            head: [one.name, one.title].filter(Boolean).join(' · '),
            detail: [one.identity?.masked, one.certificateNo].filter(Boolean).join(' · '),
          }))}
        </Part>
      )}
      {affiliations && (
        <Part title={t('step.affiliations')} none={affiliations.isNoneDeclared ? t('tie.none') : t('none')}>
          {affiliations.ties.map((one) => {
            const kind = affiliationKinds.find((known) => known === one.kind)
            return {
              head: `${kind ? t(`tie.kinds.${kind}`) : one.kind}：${one.partyName} ${one.partyUscc}`,
              detail: [one.agencyId && agency(one.agencyId), one.sharePercent && `${one.sharePercent}%`, one.fromOn, one.note]
                .filter(Boolean)
                .join(' · '),
            }
          })}
        </Part>
      )}
      {offerings && (
        <Part title={t('step.offerings')} none={t('none')}>
          {offerings.map((one) => ({
            head: item(one.serviceItemCode),
            detail: (
              <>
                <FeeAsTyped fee={one.fee} /> · {one.promisedWorkingDays} {t('offering.workingDays')} ·{' '}
                {one.divisionCodes.map(division).join('、')} {one.feeNote}
              </>
            ),
          }))}
        </Part>
      )}
      {commitments && (
        <section className="mb-6">
          <h3>{t('step.commitments')}</h3>
          <p>
            {t('commitments.signerName')}：{commitments.signerName}
          </p>
        </section>
      )}
    </>
  )
}

function Part({
  title,
  none,
  children,
}: {
  readonly title: string
  readonly none: string
  readonly children: readonly { readonly head: string; readonly detail: ReactNode }[]
}) {
  return (
    <section className="mb-6">
      <h3>{title}</h3>
      {children.length === 0 && <p>{none}</p>}
      <ul className="plain-list">
        {children.map(({ head, detail }, index) => (
          <li key={index}>
            {head}
            <div className="small mute">{detail}</div>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A fee in the words of its form. */
function FeeAsTyped({ fee }: { readonly fee: Fee }) {
  const t = useText('entry')
  const kind = feeKinds.find((one) => one === fee.kind)
  const unit = feeUnits.find((one) => one === fee.unit)
  const bounds = [fee.minimum && `≥ ¥${fee.minimum}`, fee.maximum && `≤ ¥${fee.maximum}`].filter(Boolean).join(' ')
  const bands = fee.tiers.filter(({ rate }) => rate).map(({ upTo, rate }) => `${upTo ? `≤ ${upTo}` : '…'}: ${rate}`)
  const amount = kind === 'PERCENTAGE' ? `${fee.amount}%` : fee.amount && `¥${fee.amount}`
  return <>{[kind && t(`fee.kinds.${kind}`), amount, unit && t(`fee.units.${unit}`), ...bands, bounds].filter(Boolean).join(' ')}</>
}
