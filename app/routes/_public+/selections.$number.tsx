import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ClarificationList } from '#app/features/selection/clarification-list.tsx'
import { loadSelection } from '#app/features/selection/load-selection.server.ts'
import { ObjectionList } from '#app/features/selection/objection-list.tsx'
import { SelectionCourse } from '#app/features/selection/selection-course.tsx'
import { SelectionFacts } from '#app/features/selection/selection-facts.tsx'
import { SelectionHeading } from '#app/features/selection/selection-heading.tsx'
import { SelectionRecord } from '#app/features/selection/selection-record.tsx'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadSelection(args)

/** 选取公告: what is asked for, how far it has come, and every record by which anyone can check it. */
export default function PublicSelection() {
  const { title, selection: of, rules, now } = useLoaderData<typeof loader>()
  const t = useText('selection')
  const isOpen = of.state === 'SIGN_UP' || of.state === 'ANNOUNCED'
  return (
    <>
      <Breadcrumb parents={[{ to: '/selections', label: t('list.title') }]} current={of.number} />
      <SelectionHeading
        of={of}
        title={title}
        actions={
          <>
            {isOpen && <ButtonLink to={`/intermediary/opportunities/${of.number}`}>{t('detail.signUp')}</ButtonLink>}
            <ButtonLink to={`/selections/${of.number}/live`} look="ghost">
              {t('detail.live')}
            </ButtonLink>
          </>
        }
      />
      <div className="columns">
        <div>
          <SelectionRecord of={of} rules={rules} />
          <Sheet title={t('detail.facts')}>
            <SelectionFacts of={of} />
          </Sheet>
          <Sheet title={t('clarifications.title')}>
            <ClarificationList rows={of.clarifications} />
          </Sheet>
          {of.objections.length > 0 && (
            <Sheet title={t('objections.title')}>
              <ObjectionList rows={of.objections} />
            </Sheet>
          )}
        </div>
        <div>
          <Sheet title={t('detail.count')}>
            <p className="result-figure">{t('detail.countNow', { count: of.signUpCount })}</p>
            {isOpen && <p className="small mute">{t('detail.countNames')}</p>}
          </Sheet>
          <SelectionCourse of={of} now={now} />
        </div>
      </div>
    </>
  )
}
