import { Link } from '@remix-run/react'
import { useText } from '#app/page-context.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import type { Column } from '#app/ui/data-table.tsx'
import { Instant } from '#app/ui/day.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import type { MemberData, PoolData } from './preselection-documents.server.ts'
import { obstacleText } from './preselection-obstacle.ts'

/** Who counts as a member now, who does not and why, and who has left. */
export function MemberTables({ pool }: { readonly pool: PoolData }) {
  const t = useText('preselection')
  const current = pool.members.filter(({ leftAt }) => leftAt === null)
  const barred = current.filter(({ isIn }) => !isIn)
  const former = pool.members.filter(({ leftAt }) => leftAt !== null)
  const name: Column<MemberData> = {
    key: 'name',
    title: t('members.name'),
    cell: (one) => (
      <>
        <Link to={`/intermediaries/${one.uscc}`}>{one.name}</Link>{' '}
        <span className="small mute">{t('members.gradeShort', { grade: one.grade })}</span>
        <div className="small mute code">{one.uscc}</div>
      </>
    ),
  }
  const joined: Column<MemberData> = { key: 'joined', title: t('members.joined'), cell: ({ joinedAt }) => <Instant at={joinedAt} /> }
  const how: Column<MemberData> = {
    key: 'how',
    title: t('members.joining'),
    cell: ({ joining, joiningReasons }) => (
      <>
        {t(`joining.${joining}`)}
        {joiningReasons && <div className="small mute">{joiningReasons}</div>}
      </>
    ),
  }
  return (
    <>
      <Sheet title={t('members.title')}>
        <p>{t('members.lead', { count: pool.memberCount })}</p>
        <DataTable
          caption={t('members.title')}
          isCaptionHidden
          columns={[name, joined, how]}
          rows={current.filter(({ isIn }) => isIn)}
          rowKey={({ uscc }) => uscc}
          empty={t('members.empty')}
        />
      </Sheet>
      {barred.length > 0 && (
        <Sheet title={t('members.out')}>
          <p>{t('members.outLead')}</p>
          <DataTable
            caption={t('members.out')}
            isCaptionHidden
            columns={[name, { key: 'why', title: t('members.why'), cell: ({ obstacle }) => obstacleText(t, obstacle) }, joined]}
            rows={barred}
            rowKey={({ uscc }) => uscc}
            empty={null}
          />
        </Sheet>
      )}
      {former.length > 0 && (
        <Sheet title={t('members.former')}>
          <DataTable
            caption={t('members.former')}
            isCaptionHidden
            columns={[
              name,
              joined,
              { key: 'left', title: t('members.left'), cell: ({ leftAt }) => leftAt && <Instant at={leftAt} /> },
              {
                key: 'why',
                title: t('members.why'),
                cell: ({ leaving, leavingReasons }) => (
                  <>
                    {leaving && t(`leaving.${leaving}`)}
                    {leavingReasons && <div className="small mute">{leavingReasons}</div>}
                  </>
                ),
              },
            ]}
            rows={former}
            rowKey={({ uscc }) => uscc}
            empty={null}
          />
        </Sheet>
      )}
    </>
  )
}
