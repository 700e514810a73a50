import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { entrySteps } from '#domain/intermediaries/entry-draft.ts'
import type { EntryStep } from '#domain/intermediaries/entry-draft.ts'
import type { FormProblems } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Stepper } from '#app/ui/stepper.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

/** The frame of every step: where one is, the form, and the ways on and back. Either button saves. */
export function EntryStepPage({
  of: { title, step, number, name, version, done, isSaved, clientMutationId },
  form,
  isList,
  children,
}: {
  readonly of: {
    readonly title: string
    readonly step: EntryStep
    readonly number: string
    readonly name: string
    readonly version: number
    /** Steps with nothing missing. */
    readonly done: readonly EntryStep[]
    readonly isSaved: boolean
    readonly clientMutationId: string
  }
  readonly form: FormProblems
  readonly isList: boolean
  readonly children: ReactNode
}) {
  const t = useText('entry')
  const place = entrySteps.indexOf(step)
  const before = entrySteps[place - 1]
  const to = (one: string) => `/intermediary/entry/${number}/${one}`
  return (
    <>
      <Breadcrumb
        parents={[
          { to: '/intermediary/entry', label: t('start.title') },
          { to: `/intermediary/entry/${number}`, label: number },
        ]}
        current={title}
      />
      <PageHeading title={title} lead={`${name || t('unnamed')} · ${t(`stepLead.${step}`)}`} />
      <Stepper
        steps={[
          ...entrySteps.map((one) => ({ label: t(`step.${one}`), to: to(one), isDone: done.includes(one) })),
          { label: t('step.summary'), to: `/intermediary/entry/${number}`, isDone: false },
        ]}
        current={place}
      />
      {isSaved && (
        <NoticeBanner tone="ok" title={t('saved')} isResult>
          {t('savedText')}
        </NoticeBanner>
      )}
      {/* A saved draft has other lines: its form starts afresh. */}
      <div key={version}>
        <FormFrame form={form} mutationId={clientMutationId}>
          <input type="hidden" name="version" value={version} />
          {children}
          <div className="actions">
            <SubmitButton name="intent" value="next">
              {t('saveNext')}
            </SubmitButton>
            <SubmitButton name="intent" value="stay" look="ghost">
              {t(isList ? 'saveAdd' : 'save')}
            </SubmitButton>
          </div>
        </FormFrame>
      </div>
      <p className="mt-4 flex gap-4">
        {before && <Link to={to(before)}>{t('back')}</Link>}
        <Link to={`/intermediary/entry/${number}`}>{t('toSummary')}</Link>
      </p>
    </>
  )
}
