import type { ReactNode } from 'react'
import { useText } from '#app/page-context.tsx'
import { useIsScripted } from './use-is-scripted.ts'
import { Button } from './button.tsx'

/** An A4 page: letter, notice, decision, receipt. Signature left, code to verify right. */
export function PrintSheet({
  title,
  number,
  children,
  signature,
  qr,
  level = 1,
}: {
  readonly title: string
  readonly number?: ReactNode
  readonly children: ReactNode
  readonly signature?: ReactNode
  /** A <QrCode>; its caption tells what scanning it shows. */
  readonly qr?: ReactNode
  /** Of the title: 1 where the sheet is the page, lower where it is a part of one. */
  readonly level?: 1 | 2 | 3
}) {
  const Title = `h${level}` as const
  return (
    <article className="print-sheet">
      {number && <p className="print-number">{number}</p>}
      <Title className="print-title">{title}</Title>
      {children}
      <footer className="print-foot">
        <div>{qr}</div>
        <div>{signature}</div>
      </footer>
    </article>
  )
}

/** Opens the browser's print dialog; without scripts it says how. */
export function PrintButton() {
  const t = useText('common')
  const isScripted = useIsScripted()
  return (
    <p className="no-print actions">
      {isScripted ? <Button onClick={() => window.print()}>{t('print')}</Button> : <span className="hint">{t('printHow')}</span>}
    </p>
  )
}
