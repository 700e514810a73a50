import { usePage, useText } from '#app/page-context.tsx'
import { formatDay } from '#app/i18n/format.ts'
import { Badge } from '#app/ui/badge.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import type { FindingData } from './red-list-documents.server.ts'

/** Facts of one criterion as the API sends them: those of its kind are there, the others not. */
interface FindingFacts {
  readonly grades?: readonly { readonly on: string; readonly grade: string | null }[]
  readonly needed?: number
  readonly count?: number
  readonly sinceOn?: string
  readonly lists?: readonly ('BLACKLIST' | 'DISHONESTY')[]
}

/** 条件核对: each criterion with its rule, what was found, and whether that is enough. */
export function CriteriaTable({ findings }: { readonly findings: readonly FindingData[] }) {
  const t = useText('lists')
  const { language } = usePage()
  return (
    <DataTable
      caption={t('criterion.title')}
      isCaptionHidden
      columns={[
        {
          key: 'criterion',
          title: t('criterion.title'),
          cell: ({ criterion, isRequired, textZh, textEn }) => (
            <>
              {t(`criterion.${criterion}`)}
              {!isRequired && <span className="small mute"> · {t('criterion.notRequired')}</span>}
              <div className="small mute">{language === 'en' ? textEn : textZh}</div>
            </>
          ),
        },
        { key: 'found', title: t('criterion.found'), cell: (finding) => <Found of={finding} /> },
        {
          key: 'state',
          title: t('criterion.state'),
          cell: ({ isMet, isRequired }) => (
            <Badge tone={isMet ? 'ok' : isRequired ? 'warn' : 'neutral'}>{t(isMet ? 'criterion.met' : 'criterion.unmet')}</Badge>
          ),
        },
      ]}
      rows={findings}
      rowKey={({ criterion }) => criterion}
      empty=""
    />
  )
}

function Found({ of }: { readonly of: FindingData }) {
  const t = useText('lists')
  const listings = useText('listings')
  const { language } = usePage()
  const { grades = [], needed = 0, count = 0, sinceOn = '', lists = [] } = of.facts as FindingFacts
  const separator = language === 'en' ? ', ' : '、'
  switch (of.criterion) {
    case 'GRADE':
      return grades
        .map(({ on, grade }) => t('criterion.gradeAt', { day: formatDay(on, language), grade: grade ?? t('criterion.noRules') }))
        .join(separator)
    case 'REVIEWS':
      return t('criterion.count', { count, needed })
    case 'NO_VIOLATION':
      return t('criterion.clean', { count, since: sinceOn === '' ? '' : formatDay(sinceOn, language) })
    case 'NOT_LISTED':
      return lists.length === 0
        ? t('criterion.notListed')
        : t('criterion.listed', { lists: lists.map((list) => listings(`list.${list}`)).join(separator) })
  }
}
