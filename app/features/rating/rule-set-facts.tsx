import { usePage, useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import type { RuleSetView } from './documents.server.ts'
import { industryOf } from './industry-of.ts'

/** What a version says: why it changes, every parameter with its basis, or an authority's criteria. */
export function RuleSetFacts({ of }: { readonly of: RuleSetView }) {
  const t = useText('rating')
  return (
    <>
      {(of.explanation !== '' || of.basedOn) && (
        <Sheet title={t('rules.why')}>
          {of.basedOn && <p className="small mute">{t('rules.basedOn', { version: of.basedOn })}</p>}
          <p className="prose">{of.explanation}</p>
        </Sheet>
      )}
      {of.run && (
        <Sheet title={t('rules.run')}>
          <p>
            <b>{t(`rules.runState.${of.run.state}`)}</b>{' '}
            {of.run.state !== 'PENDING' && t('rules.runText', { rated: of.run.rated, changed: of.run.changed })}
          </p>
        </Sheet>
      )}
      {of.isIndustry ? <Criteria of={of} /> : <Parameters of={of} />}
    </>
  )
}

function Parameters({ of }: { readonly of: RuleSetView }) {
  const t = useText('rating')
  const { language } = usePage()
  return (
    <Sheet title={t('rules.parameters')}>
      <p className="small mute">{t('rules.own')}</p>
      <DataTable
        caption={t('rules.parameters')}
        isCaptionHidden
        columns={[
          { key: 'name', title: t('rules.parameter'), cell: ({ name }) => t.optional(`names.${name}`) ?? name },
          {
            key: 'text',
            title: t('rules.text'),
            cell: ({ textZh, textEn, isChanged }) => (
              <>
                {language === 'en' ? textEn : textZh} {isChanged && of.basedOn && <Badge tone="warn">{t('rules.changed')}</Badge>}
              </>
            ),
          },
          { key: 'basis', title: t('rules.basis'), cell: ({ instrument, clause }) => `${instrument} ${clause}` },
        ]}
        rows={of.parameters}
        rowKey={({ name }) => name}
        empty={t('rules.none')}
      />
    </Sheet>
  )
}

function Criteria({ of }: { readonly of: RuleSetView }) {
  const t = useText('rating')
  const { language } = usePage()
  const { criteria, weight, validMonths } = industryOf(of)
  const percent = Math.round(weight * 1000) / 10
  return (
    <Sheet title={t('rules.criteria')}>
      <p>{t('rules.weightText', { city: Math.round((100 - percent) * 10) / 10, industry: percent, months: validMonths })}</p>
      <p className="small mute">{t('rules.notAlone')}</p>
      <DataTable
        caption={t('rules.criteria')}
        isCaptionHidden
        columns={[
          { key: 'criterion', title: t('rules.criterion'), cell: ({ titleZh, titleEn }) => (language === 'en' ? titleEn : titleZh) },
          { key: 'most', title: t('rules.most'), isNumber: true, cell: ({ most }) => most },
        ]}
        rows={criteria}
        rowKey={({ code }) => code}
        empty={t('rules.none')}
      />
    </Sheet>
  )
}
