import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { ExpiryCalendar } from '#app/features/intermediaries/expiry-calendar.tsx'
import { loadEntryWithChoices } from '#app/features/intermediaries/load-own-entry.server.ts'
import { UpkeepFrame } from '#app/features/intermediaries/upkeep-frame.tsx'
import { serverText } from '#app/i18n/texts.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Day } from '#app/ui/day.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'upkeep')
  const own = await loadEntryWithChoices(args)
  return { title: t('tabs.qualifications'), today: shanghaiDayOf(new Date(own.choices.clock.now)), ...own }
}

const tones = { VALID: 'ok', EXPIRING: 'warn', EXPIRED: 'seal', NOT_YET_VALID: 'neutral' } as const

/** 资质: the certificates with what each is worth today, and the calendar of their ends. */
export default function Qualifications() {
  const { title, today, entry, choices, isSent } = useLoaderData<typeof loader>()
  const t = useText('upkeep')
  const register = useText('intermediaries')
  const { qualifications } = entry.intermediary
  const change = (op: string, key: string) => `/intermediary/qualifications/change?op=${op}&of=${key}`
  return (
    <UpkeepFrame title={title} lead={t('qualifications.lead')} entry={entry} kind="QUALIFICATIONS" isSent={isSent}>
      <DataTable
        caption={title}
        isCaptionHidden
        rows={qualifications}
        rowKey={({ key }) => key}
        empty={t('qualifications.empty')}
        columns={[
          {
            key: 'name',
            title: t('field.certificate'),
            cell: ({ name, grade, certificateNo }) => (
              <>
                {name}
                <div className="small mute">{[grade, certificateNo].filter(Boolean).join(' · ')}</div>
              </>
            ),
          },
          { key: 'issuer', title: t('field.issuer'), cell: ({ issuer }) => issuer },
          {
            key: 'until',
            title: t('field.validUntilOn'),
            cell: ({ validUntilOn }) => (validUntilOn === null ? t('qualifications.unlimited') : <Day on={validUntilOn} />),
          },
          {
            key: 'status',
            title: t('field.status'),
            cell: ({ status }) => <Badge tone={tones[status]}>{register(`page.qualifications.status.${status}`)}</Badge>,
          },
          {
            key: 'steps',
            title: t('qualifications.steps'),
            cell: ({ key, certificateNo }) => (
              <div className="actions">
                {(['RENEW', 'CHANGE', 'REMOVE'] as const).map((op) => (
                  <Link key={op} to={change(op, key)} aria-label={`${t(`op.${op}`)} ${certificateNo}`}>
                    {t(`op.${op}`)}
                  </Link>
                ))}
              </div>
            ),
          },
        ]}
      />
      <p className="actions my-6">
        <ButtonLink to="/intermediary/qualifications/change?op=ADD">{t('qualifications.add')}</ButtonLink>
      </p>
      <Sheet title={t('expiry.title')}>
        <ExpiryCalendar entry={entry} choices={choices} today={today} />
        <p className="small mute">{t('expiry.reminders')}</p>
      </Sheet>
    </UpkeepFrame>
  )
}
