import { useText } from '#app/page-context.tsx'
import { Code } from '#app/ui/code.tsx'
import { Instant } from '#app/ui/day.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Reasons } from '#app/ui/reasons.tsx'
import type { TranscriptSummary } from './draw-proof-documents.server.ts'

/** What went into a draw and what came out, to be compared with what was published before. */
export function TranscriptFacts({ of }: { readonly of: TranscriptSummary }) {
  const t = useText('draw')
  const code = (name: 'secretHash' | 'secret' | 'poolHash' | 'sha256') => ({
    term: t(`verify.${name}`),
    value: <Code code={of[name]} label={t(`verify.${name}`)} />,
  })
  return (
    <>
      <DescriptionList
        items={[
          code('secretHash'),
          code('secret'),
          code('poolHash'),
          { term: t('verify.poolSize'), value: t('verify.poolCount', { count: of.poolSize }) },
          { term: t('verify.randomness'), value: <RandomnessText of={of.randomness} /> },
          { term: t('verify.drawnAt'), value: <Instant at={of.drawnAt} /> },
          code('sha256'),
        ]}
      />
      {of.draws.map(({ label, keyString, drawn, isCut }) => (
        <Reasons key={label} summary={t(`label.${label}`)}>
          <p className="small">{t('verify.keyStrings')}</p>
          <p className="num small break-all">{keyString}</p>
          <p className="small">{t('verify.order')}</p>
          <p className="num small">
            {drawn.join(' ')}
            {isCut && ' …'}
          </p>
        </Reasons>
      ))}
    </>
  )
}

function RandomnessText({ of }: { readonly of: TranscriptSummary['randomness'] }) {
  const t = useText('draw')
  return (
    <>
      {t(`source.${of.kind}`)}
      <br />
      <span className="num small break-all">
        {of.kind === 'DRAND' && `${t('verify.round', { round: of.round })} ${of.value}`}
        {of.kind === 'LOTTERY' && t('verify.issue', { issue: of.issue, numbers: of.numbers })}
        {of.kind === 'CONTRIBUTIONS' && t('verify.contributions', { count: of.revealed })}
      </span>
    </>
  )
}
