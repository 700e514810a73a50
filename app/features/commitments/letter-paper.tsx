import { formatInstant } from '#app/i18n/format.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { PrintButton, PrintSheet } from '#app/ui/print-sheet.tsx'
import { QrCode } from '#app/ui/qr-code.tsx'
import type { LetterData } from './load-letter.server.ts'

/** 承诺书 on A4, word for word as signed, in the language of the page. */
export function LetterPaper({ letter, signed, qr }: Omit<LetterData, 'title'>) {
  const t = useText('acceptance')
  const { language } = usePage()
  const inLanguage = ({ zh, en }: { readonly zh: string; readonly en: string }) => (language === 'en' ? en : zh)
  const { instrument, clause } = letter.basis
  return (
    <>
      <PrintButton />
      <PrintSheet
        title={inLanguage(letter.title)}
        number={t('paper.number', { number: signed.number })}
        qr={<QrCode code={qr} label={t('paper.letterScan')} caption={t('paper.letterScan')} />}
        signature={
          <>
            <p>{letter.applicantName}</p>
            <p>{t('paper.signed', { name: signed.signerName })}</p>
            <p>{t('paper.signature')}</p>
            <p>{formatInstant(signed.signedAt)}</p>
          </>
        }
      >
        <p>{t('paper.letterTo', { agency: letter.addressee })}</p>
        <ol>
          {letter.statements.map((statement) => (
            <li key={statement.code}>{inLanguage(statement)}</li>
          ))}
        </ol>
        <p className="small">{t('paper.basis', { instrument, clause })}</p>
        <p className="small">
          {signed.caseNumber} · {t('paper.rules', { version: signed.ruleSetVersion })}
        </p>
      </PrintSheet>
    </>
  )
}
