import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { loadGuide } from '#app/features/catalogue/load-guides.server.ts'
import type { GuideView } from '#app/features/catalogue/load-guides.server.ts'
import { Materials } from '#app/features/catalogue/materials.tsx'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const guide = await loadGuide(args)
  return { ...guide, title: guide.name }
}

/** One approval: its materials, what may come later, and what follows from a broken promise. */
export default function GuidePage() {
  const guide = useLoaderData<typeof loader>() as GuideView
  const t = useText('catalogue')
  const common = useText('common')
  const essential = guide.materials.filter(({ isEssential }) => isEssential)
  const deferrable = guide.materials.filter(({ isEssential }) => !isEssential)
  const isImmediate = guide.kind === 'IMMEDIATE'
  return (
    <>
      <Breadcrumb
        parents={[
          { to: '/', label: common('home') },
          { to: '/guides', label: t('guides.title') },
        ]}
        current={guide.name}
      />
      <PageHeading
        title={guide.name}
        lead={
          <>
            {guide.agencyZh} <Badge tone="brand">{t(`guides.kind.${guide.kind}`)}</Badge>
          </>
        }
        actions={<ButtonLink to={`/owner/approvals/new?item=${guide.code}`}>{common('applyOnline')}</ButtonLink>}
      />
      <div className="columns">
        <div>
          <Sheet title={t('guide.essential')}>
            <p className="small">{t('guide.essentialLead')}</p>
            <Materials materials={essential} />
          </Sheet>
          <Sheet title={t('guide.deferrable')}>
            {deferrable.length === 0 ? (
              <p>{isImmediate ? t('guide.immediate') : t('guide.deferrableNone')}</p>
            ) : (
              <>
                <p className="small">{t('guide.deferrableLead')}</p>
                <Materials materials={deferrable} />
                {deferrable.some(({ evidence }) => evidence === 'D') && <p className="small mute">{t('guide.ownDefault')}</p>}
              </>
            )}
          </Sheet>
        </div>
        <aside>
          <Sheet title={t('guide.facts')}>
            <DescriptionList
              items={[
                {
                  term: t('guides.columns.days'),
                  value: guide.promisedWorkingDays === 0 ? t('guides.sameDay') : t('guides.days', { days: guide.promisedWorkingDays }),
                },
                { term: t('guide.basis'), value: guide.legalBasis },
                ...(guide.daysNote === '' ? [] : [{ term: t('guide.daysNote'), value: guide.daysNote }]),
              ]}
            />
          </Sheet>
          {deferrable.length > 0 && (
            <Sheet title={t('guide.legend')}>
              <ol className="plain-list numbered-list small">
                {(['gather', 'commit', 'supply', 'consequence'] as const).map((step) => (
                  <li key={step}>{t(`guide.steps.${step}`)}</li>
                ))}
              </ol>
            </Sheet>
          )}
        </aside>
      </div>
    </>
  )
}
