import { nonAcceptanceClause } from '#domain/acceptance/non-acceptance.ts'
import { nameIn } from '#app/features/listings/name-in.ts'
import { formatDay, formatInstant } from '#app/i18n/format.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { PrintButton, PrintSheet } from '#app/ui/print-sheet.tsx'
import { QrCode } from '#app/ui/qr-code.tsx'
import type { QrModules } from '#app/ui/qr-code.tsx'
import type { CaseData } from './documents.server.ts'
import type { CasePaperKind } from './load-paper.server.ts'

type Printed = Omit<CaseData, 'preview' | 'modesOffered' | 'steps'>

/** 补正通知书, 受理通知书 or 不予受理通知书 on A4, under its own number. */
export function CasePaper({
  of,
  qr,
  paper,
  heading,
  documentNumber,
}: {
  readonly of: Printed
  readonly qr: QrModules
  readonly paper: CasePaperKind
  readonly heading: string
  readonly documentNumber: string
}) {
  const t = useText('acceptance')
  const issuedAt = paper === 'correctionNotice' ? of.correctionNoticedAt : paper === 'nonAcceptance' ? of.closedAt : of.acceptedAt
  return (
    <>
      <PrintButton />
      <PrintSheet
        title={heading}
        number={t('paper.number', { number: documentNumber })}
        qr={<QrCode code={qr} label={t('paper.scan')} caption={t('paper.scan')} />}
        signature={
          <>
            <p>{of.agencyName}</p>
            <p>{issuedAt ? formatInstant(issuedAt) : ''}</p>
          </>
        }
      >
        <p>{t('paper.to', { name: of.applicant.name, code: of.applicant.code })}</p>
        {paper === 'correctionNotice' && <Correction of={of} />}
        {paper === 'acceptanceReceipt' && <Acceptance of={of} />}
        {paper === 'nonAcceptance' && <NonAcceptance of={of} />}
        {of.checkReceiptNumber && <p className="small">{t('paper.check', { number: of.checkReceiptNumber })}</p>}
        <p className="small">{t('paper.rules', { version: of.ruleSetVersion })}</p>
      </PrintSheet>
    </>
  )
}

function useValues(of: Printed) {
  const { language } = usePage()
  return { filed: formatInstant(of.filedAt), item: nameIn(language, of.approvalItem), project: of.projectName }
}

/** Everything at once, as it went out: what was recorded afterwards changes nothing of it. */
function Correction({ of }: { readonly of: Printed }) {
  const t = useText('acceptance')
  const { language } = usePage()
  return (
    <>
      <p>{t('paper.correctionIntro', useValues(of))}</p>
      <ol>
        {of.noticedMaterials.map(({ seq, presence, note, ...material }) => (
          <li key={seq}>
            {t(presence === 'MISSING' ? 'paper.correctionMissing' : 'paper.correctionFlawed', { name: nameIn(language, material) })}
            {note && ` · ${note}`}
          </li>
        ))}
      </ol>
      <p>{t('paper.correctionEnd')}</p>
    </>
  )
}

function Acceptance({ of }: { readonly of: Printed }) {
  const t = useText('acceptance')
  const intake = useText('intake')
  const { language } = usePage()
  const join = (names: readonly string[]) => names.join(language === 'en' ? '; ' : '、')
  return (
    <>
      <p>{t('paper.acceptIntro', useValues(of))}</p>
      {of.isDeemedAccepted && <p>{intake('facts.deemed')}</p>}
      {of.mode && <p>{t('paper.acceptMode', { mode: t(`mode.${of.mode}`) })}</p>}
      {of.decisionDueOn && <p>{t('paper.acceptDue', { day: formatDay(of.decisionDueOn, language) })}</p>}
      {of.pauses.map(({ key, cause, basis, fromOn, untilOn }) => (
        <p key={key}>{intake('paper.paused', { from: fromOn, until: untilOn ?? '', cause: intake(`limit.causes.${cause}`), basis })}</p>
      ))}
      {of.commitments.map(({ number, mode, promisedOn, items }) => (
        <p key={number}>
          {t(mode === 'TOLERANT_HANDLING' ? 'paper.acceptHandling' : 'paper.acceptPromise', {
            number,
            day: formatDay(promisedOn, language),
            materials: join(items.map((item) => nameIn(language, item))),
          })}
        </p>
      ))}
    </>
  )
}

function NonAcceptance({ of }: { readonly of: Printed }) {
  const t = useText('intake')
  const { nonAcceptanceGround: ground, closeReason } = of
  return (
    <>
      <p>{t('paper.nonAcceptIntro', useValues(of))}</p>
      {ground && <p>{t('paper.ground', { ground: t(`ground.${ground}`), clause: nonAcceptanceClause[ground] })}</p>}
      {closeReason && <p>{t('paper.reason', { reason: closeReason })}</p>}
      {ground === 'NOT_COMPETENT' && <p>{t('paper.competent')}</p>}
      <p>{t('paper.remedy')}</p>
    </>
  )
}
