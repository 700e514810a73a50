import { formatDay } from '#app/i18n/format.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { Day } from '#app/ui/day.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import type { CommitmentData } from './documents.server.ts'

type Facts = Pick<
  CommitmentData,
  | 'signerName'
  | 'signatureMethod'
  | 'isSignatureConfirmed'
  | 'nextDueOn'
  | 'promisedOn'
  | 'extendedFromOn'
  | 'extensionReasons'
  | 'ruleSetVersion'
>

/** Who signed how, until when, and under which rules. */
export function SignatureFacts({ of }: { readonly of: Facts }) {
  const t = useText('commitments')
  const shared = useText('acceptance')
  const { language } = usePage()
  const isTyped = of.signatureMethod === 'TYPED'
  return (
    <DescriptionList
      items={[
        { term: shared('promises.promisedOn'), value: <Day on={of.promisedOn} /> },
        ...(of.nextDueOn ? [{ term: t('nextDue'), value: <Day on={of.nextDueOn} /> }] : []),
        ...(of.extendedFromOn
          ? [
              {
                term: t('extension'),
                value: t('extended', { day: formatDay(of.extendedFromOn, language), reason: of.extensionReasons ?? '' }),
              },
            ]
          : []),
        { term: shared('promises.signer'), value: of.signerName },
        {
          term: t('signature'),
          value: isTyped
            ? `${t('signatureMethod.TYPED')}，${t(of.isSignatureConfirmed ? 'signatureConfirmed' : 'signatureUnconfirmed')}`
            : t('signatureMethod.PAPER_IMAGE'),
        },
        { term: shared('case.rules'), value: of.ruleSetVersion },
      ]}
    />
  )
}
