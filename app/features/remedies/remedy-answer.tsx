import type { ReactNode } from 'react'
import { usePage, useText } from '#app/page-context.tsx'
import { formatDay } from '#app/i18n/format.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Instant } from '#app/ui/day.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

/** The answer to a remedy, or the day by which it comes. */
export function RemedyAnswer({
  title,
  answerDueOn,
  decidedAt,
  decisionNumber,
  basis,
  reasons,
  printTo,
  printLabel,
  children,
}: {
  readonly title: string
  readonly answerDueOn: string
  readonly decidedAt: string | null
  readonly decisionNumber?: string | null
  readonly basis?: string | null
  readonly reasons: string | null
  readonly printTo?: string
  readonly printLabel?: string
  readonly children?: ReactNode
}) {
  const t = useText('remedies')
  const { language } = usePage()
  if (decidedAt === null) {
    return (
      <Sheet title={title}>
        <p>{t('appeal.noAnswer', { day: formatDay(answerDueOn, language) })}</p>
      </Sheet>
    )
  }
  return (
    <Sheet title={title}>
      <DescriptionList
        items={[
          ...(decisionNumber ? [{ term: t('appeal.number'), value: decisionNumber }] : []),
          ...(basis ? [{ term: t('appeal.basis'), value: <span className="whitespace-pre-line">{basis}</span> }] : []),
          ...(reasons ? [{ term: t('appeal.reasons'), value: <span className="whitespace-pre-line">{reasons}</span> }] : []),
        ]}
      />
      {children}
      <p className="small mute">
        <Instant at={decidedAt} />
      </p>
      {decisionNumber && printTo && (
        <p>
          <ButtonLink to={printTo} look="ghost" isSmall>
            {printLabel}
          </ButtonLink>
        </p>
      )}
    </Sheet>
  )
}
