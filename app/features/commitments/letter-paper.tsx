import { formatInstant } from '#app/i18n/format.ts'
import { useText } from '#app/page-context.tsx'
import { PrintButton, PrintSheet } from '#app/ui/print-sheet.tsx'
import { QrCode } from '#app/ui/qr-code.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import type { LetterData } from './load-letter.server.ts'

/** 承诺书 on A4, word for word as signed: the Chinese original, or its English reading copy, whatever the language of the page. */
export function LetterPaper({ letter, signed, qr, isReadingCopy }: Omit<LetterData, 'title'>) {
  const t = useText('acceptance')
  const own = useText('commitments')
  const inLanguage = ({ zh, en }: { readonly zh: string; readonly en: string }) => (isReadingCopy ? en : zh)
  const { instrument, clause } = letter.basis
  return (
    <>
      <div className="no-print">
        <Tabs
          label={own('letter')}
          tabs={[
            { to: '?copy=zh', label: own('letterZh'), isCurrent: !isReadingCopy },
            { to: '?copy=en', label: own('letterEn'), isCurrent: isReadingCopy },
          ]}
        />
      </div>
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
        {isReadingCopy && <p className="small">{own('readingCopy')}</p>}
        <ol lang={isReadingCopy ? 'en' : 'zh-CN'}>
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
