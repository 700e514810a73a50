import { Link } from '@remix-run/react'
import { FileLink } from '#app/features/files/file-link.tsx'
import { ProcedureFileList } from '#app/features/files/procedure-file-list.tsx'
import { nameIn } from '#app/features/listings/name-in.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Day, Instant } from '#app/ui/day.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import type { CaseData } from './documents.server.ts'
import { promiseTones } from './promise-tones.ts'

type Shown = Omit<CaseData, 'preview'>

/** What is on record of a case, its materials and its promises. `area` is where the links lead. */
export function CaseFacts({ of, area }: { readonly of: Shown; readonly area: '/agency' | '/owner' }) {
  const t = useText('acceptance')
  const contracts = useText('contracts')
  const intake = useText('intake')
  const { language } = usePage()
  const items = [
    { term: t('case.item'), value: nameIn(language, of.approvalItem) },
    { term: t('case.project'), value: of.projectName },
    of.projectCode && { term: intake('facts.projectCode'), value: of.projectCode },
    { term: intake('facts.channel'), value: intake(`channel.${of.channel}`) },
    !of.isTakenUp && of.state === 'FILED' && { term: intake('facts.takenUp'), value: intake('facts.notTakenUp') },
    { term: t('case.applicant'), value: `${of.applicant.name} ${of.applicant.code}` },
    { term: t('case.agency'), value: of.agencyName },
    { term: t('case.filed'), value: <Instant at={of.filedAt} /> },
    of.acceptedAt && {
      term: t('case.accepted'),
      value: (
        <>
          <Instant at={of.acceptedAt} />
          {of.isDeemedAccepted && <div className="small">{intake('facts.deemed')}</div>}
        </>
      ),
    },
    of.acceptanceNumber && { term: intake('facts.acceptanceNumber'), value: of.acceptanceNumber },
    of.correctionNumber && { term: intake('facts.correctionNumber'), value: of.correctionNumber },
    of.nonAcceptanceNumber && { term: intake('facts.nonAcceptanceNumber'), value: of.nonAcceptanceNumber },
    of.exceptions.length > 0 && {
      term: intake('facts.exception'),
      value: of.exceptions.map(({ refusalCode, reasons, basis }) => (
        <div key={refusalCode}>
          {t.optional(`modeRefusal.${refusalCode}`) ?? refusalCode} {t('clause', { clause: basis })} {reasons}
        </div>
      )),
    },
    of.mode && { term: t('case.mode'), value: t(`mode.${of.mode}`) },
    of.decisionDueOn && { term: t('case.decideBy'), value: <Day on={of.decisionDueOn} /> },
    of.checkReceiptNumber && {
      term: t('case.receipt'),
      value:
        area === '/agency' ? <Link to={`/agency/receipts/${of.checkReceiptNumber}`}>{of.checkReceiptNumber}</Link> : of.checkReceiptNumber,
    },
    of.closedAt && { term: t('case.closed'), value: <Instant at={of.closedAt} /> },
    of.closeReason && { term: t('case.reason'), value: of.closeReason },
    { term: t('case.rules'), value: of.ruleSetVersion },
  ].flatMap((item) => (item ? [item] : []))
  return (
    <>
      <Sheet title={t('case.facts')}>
        <DescriptionList items={items} />
      </Sheet>
      <Sheet title={t('case.materials')}>
        <DataTable
          caption={t('case.materialsOf', { number: of.number })}
          isCaptionHidden
          rows={of.materials}
          rowKey={({ material }) => String(material.seq)}
          empty={t('refusal.MATERIALS_NOT_RECORDED')}
          columns={[
            { key: 'name', title: t('case.name'), cell: ({ material }) => `${material.seq}. ${nameIn(language, material)}` },
            {
              key: 'kind',
              title: t('new.essential'),
              cell: ({ material }) => (material.isEssential ? t('new.essential') : t('new.deferrable')),
            },
            {
              key: 'presence',
              title: t('case.presence'),
              cell: ({ presence, note, deliverable, material, files }) => (
                <>
                  {presence !== 'PRESENT' && material.serviceItem?.status === 'CANCELLED' ? (
                    <CancelledNote service={material.serviceItem} />
                  ) : (
                    <Badge tone={presence === 'PRESENT' ? 'ok' : 'warn'}>{t(`presence.${presence}`)}</Badge>
                  )}{' '}
                  {note}
                  <ProcedureFileList files={files} />
                  {deliverable && (
                    <div className="small">
                      {contracts('attach.attached', { number: deliverable.engagementNumber })}
                      {deliverable.file && (
                        <>
                          {' '}
                          <FileLink file={deliverable.file} />
                        </>
                      )}
                    </div>
                  )}
                </>
              ),
            },
          ]}
        />
      </Sheet>
      {of.commitments.length > 0 && (
        <Sheet title={t('case.promises')}>
          <ul>
            {of.commitments.map(({ number, state, dueOn }) => (
              <li key={number} className="mb-2">
                {area === '/agency' ? <Link to={`/agency/commitments/${number}`}>{number}</Link> : number}{' '}
                <Badge tone={promiseTones[state]}>{t(`promiseState.${state}`)}</Badge> <Day on={dueOn} />{' '}
                <Link to={`${area}/commitments/${number}/letter`}>{t('case.letter')}</Link>
              </li>
            ))}
          </ul>
        </Sheet>
      )}
    </>
  )
}

/** Of a material that a cancelled service would deliver: it may not be asked for, so it is not called missing. */
function CancelledNote({ service }: { readonly service: NonNullable<Shown['materials'][number]['material']['serviceItem']> }) {
  const t = useText('acceptance')
  const { language } = usePage()
  return (
    <>
      <Badge tone="warn">{t('new.cancelled')}</Badge>
      <div className="small">{t('new.cancelledText', { item: nameIn(language, service), by: service.cancelledBy ?? '' })}</div>
    </>
  )
}
