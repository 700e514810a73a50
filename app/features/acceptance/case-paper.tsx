import { nameIn } from '#app/features/listings/name-in.ts'
import { formatDay, formatInstant } from '#app/i18n/format.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { PrintButton, PrintSheet } from '#app/ui/print-sheet.tsx'
import { QrCode } from '#app/ui/qr-code.tsx'
import type { QrModules } from '#app/ui/qr-code.tsx'
import type { CaseData } from './documents.server.ts'

/** 补正通知书 or 受理通知书 on A4. */
export function CasePaper({
  of,
  qr,
  paper,
}: {
  readonly of: Omit<CaseData, 'preview' | 'modesOffered'>
  readonly qr: QrModules
  readonly paper: 'correctionNotice' | 'acceptanceReceipt'
}) {
  const t = useText('acceptance')
  const { language } = usePage()
  const values = { filed: formatInstant(of.filedAt), item: nameIn(language, of.approvalItem), project: of.projectName }
  const lacking = of.materials.filter(({ presence }) => presence !== 'PRESENT')
  const join = (names: readonly string[]) => names.join(language === 'en' ? '; ' : '、')
  return (
    <>
      <PrintButton />
      <PrintSheet
        title={t(`case.${paper}`)}
        number={t('paper.number', { number: of.number })}
        qr={<QrCode code={qr} label={t('paper.scan')} caption={t('paper.scan')} />}
        signature={
          <>
            <p>{of.agencyName}</p>
            <p>{of.acceptedAt ? formatInstant(of.acceptedAt) : ''}</p>
          </>
        }
      >
        <p>{t('paper.to', { name: of.applicant.name, code: of.applicant.code })}</p>
        {paper === 'correctionNotice' ? (
          <>
            <p>{t('paper.correctionIntro', values)}</p>
            <ol>
              {lacking.map(({ material, presence, note }) => (
                <li key={material.seq}>
                  {t(presence === 'MISSING' ? 'paper.correctionMissing' : 'paper.correctionFlawed', { name: nameIn(language, material) })}
                  {note && ` · ${note}`}
                </li>
              ))}
            </ol>
            <p>{t('paper.correctionEnd')}</p>
          </>
        ) : (
          <>
            <p>{t('paper.acceptIntro', values)}</p>
            {of.mode && <p>{t('paper.acceptMode', { mode: t(`mode.${of.mode}`) })}</p>}
            {of.decisionDueOn && <p>{t('paper.acceptDue', { day: formatDay(of.decisionDueOn, language) })}</p>}
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
        )}
        {of.checkReceiptNumber && <p className="small">{t('paper.check', { number: of.checkReceiptNumber })}</p>}
        <p className="small">{t('paper.rules', { version: of.ruleSetVersion })}</p>
      </PrintSheet>
    </>
  )
}
