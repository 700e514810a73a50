import { formatFen } from '#domain/kernel/money.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { Day, Instant } from '#app/ui/day.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { PrintButton, PrintSheet } from '#app/ui/print-sheet.tsx'
import type { EngagementData } from './documents.server.ts'
import type { ContractData, EngagementRecordData } from './record-documents.server.ts'

type About = Pick<
  EngagementData,
  'number' | 'projectName' | 'owner' | 'intermediary' | 'serviceItemCode' | 'serviceItemNameZh' | 'serviceItemNameEn'
>

/** The key terms of the contract in force, with the checksum of its file. */
export function ContractPaper({
  about,
  contract,
  milestones,
}: {
  readonly about: About
  readonly contract: ContractData
  readonly milestones: EngagementRecordData['milestones']
}) {
  const t = useText('contracts')
  const words = useText('engagements')
  const { language } = usePage()
  const { file } = contract
  return (
    <>
      <PrintButton />
      <PrintSheet
        title={t('contract.paperTitle')}
        number={`${about.number}-${contract.contractVersion}`}
        signature={
          <>
            {t('contract.paperSignature')} <Instant at={contract.answeredAt ?? contract.proposedAt} />
          </>
        }
      >
        <p>{t('contract.paperText')}</p>
        <DescriptionList
          items={[
            { term: words('detail.project'), value: about.projectName },
            {
              term: words('detail.item'),
              value: `${about.serviceItemCode} ${language === 'en' ? about.serviceItemNameEn : about.serviceItemNameZh}`,
            },
            { term: words('detail.owner'), value: `${about.owner.name} ${about.owner.code}` },
            { term: words('detail.intermediary'), value: `${about.intermediary.name} ${about.intermediary.code}` },
            { term: t('contract.feeTerm'), value: formatFen(contract.feeFen) },
            {
              term: t('contract.daysTerm'),
              value: t('contract.daysValue', { days: contract.promisedWorkingDays, day: contract.deliverDueOn }),
            },
            { term: t('contract.scope'), value: <span className="whitespace-pre-line">{contract.scope}</span> },
            { term: t('contract.liability'), value: <span className="whitespace-pre-line">{contract.liability}</span> },
            ...milestones.map(({ sequence, title, dueOn }) => ({
              term: t('progress.milestone', { title: String(sequence) }),
              value: (
                <>
                  {title} <Day on={dueOn} />
                </>
              ),
            })),
            { term: t('contract.fileTerm'), value: file ? file.fileName : t('contract.noFile') },
            ...(file?.sha256 ? [{ term: t('file.hash'), value: <span className="num break-all">{file.sha256}</span> }] : []),
          ]}
        />
      </PrintSheet>
    </>
  )
}
