import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { affiliationKinds } from '#domain/intermediaries/affiliation.ts'
import { ObjectToEntryDocument } from '#app/features/intermediaries/entry-mutations.server.ts'
import { PublicityDocument } from '#app/features/intermediaries/publicity-documents.server.ts'
import { PublishedFee } from '#app/features/intermediaries/published-fee.tsx'
import { nameIn } from '#app/features/listings/name-in.ts'
import { ObjectionForm } from '#app/features/procedures/objection-form.tsx'
import { objectionSchema } from '#app/features/procedures/objection.server.ts'
import { newMutationId, readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Code } from '#app/ui/code.tsx'
import { Day } from '#app/ui/day.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const { entryInPublicity: entry } = await runOperation(args, PublicityDocument, { number: args.params['number'] ?? '' })
  if (!entry) throw new Response(null, { status: 404 })
  const received = new URL(args.request.url).searchParams.get('received')
  return { title: entry.name, entry, received, clientMutationId: newMutationId() }
}

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, objectionSchema)
  if (!form.ok) return form.reply
  const number = args.params['number'] ?? ''
  const input = { ...form.value, number, clientMutationId: form.clientMutationId }
  const { result } = await runOperation(args, ObjectToEntryDocument, { input })
  if (result.__typename !== 'ObjectToEntryPayload') return form.refuseWith(result, await serverText(args.request, 'entry'))
  return redirect(`/publicity/${number}?received=${result.receiptNumber}`)
}

/** One application in publicity, without telephone and with persons masked, and the form for whoever objects. */
export default function PublishedEntryPage() {
  const { title, entry, received, clientMutationId } = useLoaderData<typeof loader>()
  const t = useText('entry')
  const { language } = usePage()
  const result = useActionData<typeof action>()
  const kindOf = (code: string) => affiliationKinds.find((kind) => kind === code)
  return (
    <>
      <Breadcrumb parents={[{ to: '/publicity', label: t('publicity.title') }]} current={entry.number} />
      <PageHeading title={title} lead={<Code code={entry.uscc} label={t('identity.uscc')} />} />
      {received && (
        <NoticeBanner tone="ok" title={t('publicity.received')} isResult>
          {t('publicity.receivedText', { number: received })}
        </NoticeBanner>
      )}
      <div className="columns">
        <div>
          <Sheet title={t('step.identity')}>
            <DescriptionList
              items={[
                { term: t('identity.legalForm'), value: entry.legalForm },
                { term: t('publicity.representative'), value: entry.maskedLegalRepresentative },
                ...(entry.division ? [{ term: t('publicity.division'), value: nameIn(language, entry.division) }] : []),
                { term: t('identity.address'), value: entry.address },
                ...(entry.isUsccOverridden
                  ? [{ term: t('identity.uscc'), value: <Badge tone="warn">{t('publicity.overridden')}</Badge> }]
                  : []),
              ]}
            />
          </Sheet>
          <Sheet title={t('step.offerings')}>
            <ul className="plain-list">
              {entry.offerings.map((one, index) => (
                <li key={index}>
                  {one.serviceItem && <Link to={`/catalogue/${one.serviceItem.code}`}>{nameIn(language, one.serviceItem)}</Link>}
                  <div className="small mute">
                    <PublishedFee schedule={one.feeSchedule} /> · {one.promisedWorkingDays} {t('offering.workingDays')} ·{' '}
                    {one.divisions.map((division) => nameIn(language, division)).join('、')} {one.feeNote}
                  </div>
                </li>
              ))}
            </ul>
          </Sheet>
          <Sheet title={t('step.qualifications')}>
            {entry.qualifications.length === 0 && <p>{t('none')}</p>}
            <ul className="plain-list">
              {entry.qualifications.map((one, index) => (
                <li key={index}>
                  {[one.name, one.grade].filter(Boolean).join(' · ')}
                  <div className="small mute">{[one.issuer, one.certificateNo, one.validUntilOn].filter(Boolean).join(' · ')}</div>
                </li>
              ))}
            </ul>
          </Sheet>
          <Sheet title={t('publicity.people')}>
            <ul className="plain-list">
              {entry.practitioners.map(({ maskedName, title: position }, index) => (
                <li key={index}>
                  {maskedName} · {position}
                </li>
              ))}
            </ul>
          </Sheet>
          <Sheet title={t('step.affiliations')}>
            {entry.affiliations.length === 0 && <p>{t('tie.none')}</p>}
            <ul className="plain-list">
              {entry.affiliations.map(({ kind, partyName }, index) => {
                const known = kindOf(kind)
                return (
                  <li key={index}>
                    {partyName} <span className="small mute">{known && t(`tie.kinds.${known}`)}</span>
                  </li>
                )
              })}
            </ul>
          </Sheet>
        </div>
        <div>
          <Sheet title={t('publicity.period')}>
            <p>
              <Day on={entry.publicityFromOn} /> – <Day on={entry.publicityUntilOn} />
            </p>
          </Sheet>
          <Sheet title={t('publicity.object')} id="object">
            {entry.isOpenForObjections ? (
              <ObjectionForm words={(word) => t(`publicity.${word}`)} result={result} mutationId={clientMutationId} />
            ) : (
              <p>{t('publicity.closed')}</p>
            )}
          </Sheet>
        </div>
      </div>
    </>
  )
}
