import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { formatFen } from '#domain/kernel/money.ts'
import { fundSources } from '#domain/selection/selection.ts'
import { FeeWords } from '#app/features/catalogue/fee-lines.tsx'
import { feeRefusal } from '#app/features/catalogue/fee-refusal.ts'
import { sizeWords } from '#app/features/catalogue/fee-words.ts'
import { readSize } from '#app/features/catalogue/read-size.ts'
import { ChoiceForm } from '#app/features/engagements/choice-form.tsx'
import { ChoicePreviewDocument, ChooseDocument } from '#app/features/engagements/documents.server.ts'
import { SizeForm } from '#app/features/engagements/size-form.tsx'
import { newMutationId, readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { refusalText } from '#app/refusal.ts'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Code } from '#app/ui/code.tsx'
import { Day } from '#app/ui/day.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const wanted = { uscc: searchParams.get('uscc') ?? '', item: searchParams.get('item') ?? '' }
  const typedSize = searchParams.get('size') ?? ''
  // What is no number is asked as no size there can be, so that the answer says what one is.
  const size = readSize(typedSize)
  const variables = { ...wanted, size: Number.isNaN(size) ? -1 : size }
  const { choicePreview } = await runOperation({ request, context }, ChoicePreviewDocument, variables)
  if (!choicePreview) throw new Response(null, { status: 404 })
  const t = await serverText(request, 'engagements')
  const { refusal, refusalFacts } = choicePreview
  // A listing without an end says so instead of leaving the day blank.
  const isOpen = refusal === 'INTERMEDIARY_BLACKLISTED' && (refusalFacts as { until?: unknown }).until === null
  const code = isOpen ? 'INTERMEDIARY_BLACKLISTED_OPEN' : refusal
  const whyNot = code && refusalText({ code, facts: refusalFacts }, t, await serverText(request, 'form'))
  const { sizeProblem } = choicePreview
  const fees = await serverText(request, 'fees')
  const sizeError = sizeProblem ? refusalText(feeRefusal(sizeProblem), fees, await serverText(request, 'form')) : undefined
  return { title: t('choose.title'), preview: choicePreview, whyNot, typedSize, sizeError, clientMutationId: newMutationId() }
}

const schema = z.object({
  uscc: z.string(),
  serviceItemCode: z.string(),
  divisionCode: z.string(),
  projectName: z.string().max(200),
  size: z.coerce.number().optional(),
  fundSource: z.enum(fundSources),
  feeFen: z.coerce.number().int(),
  promisedWorkingDays: z.coerce.number().int(),
  offeringVersion: z.coerce.number().int(),
  confirm: z.literal('yes').optional(),
})

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, schema)
  if (!form.ok) return form.reply
  const t = await serverText(request, 'engagements')
  const { confirm, ...choice } = form.value
  if (!confirm) return form.refuse({ confirm: [t('choose.confirmNeeded')] })
  const input = { ...choice, clientMutationId: form.clientMutationId }
  const { chooseIntermediary } = await runOperation({ request, context }, ChooseDocument, { input })
  if (chooseIntermediary.__typename !== 'ChooseIntermediaryPayload') return form.refuseWith(feeRefusal(chooseIntermediary), t)
  return redirect(`/owner/engagements/${chooseIntermediary.engagement.number}`)
}

/** 确认选取: fee and days as they stand now, and the applicant's own yes; or why not. */
export default function NewEngagement() {
  const { title, preview, whyNot, typedSize, sizeError, clientMutationId } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useText('engagements')
  const { language } = usePage()
  const fees = useText('fees')
  const { uscc, intermediaryName, serviceItemCode, feeFen, promisedWorkingDays, deliverDueOn, qualificationName, grade } = preview
  const { feeSchedule, sizeUnit, size } = preview
  const feeTerm = sizeUnit && size !== null ? fees('choose.feeFor', { size: sizeWords(size, sizeUnit, fees) }) : t('choose.fee')
  const item = language === 'en' ? preview.serviceItemNameEn : preview.serviceItemNameZh
  return (
    <>
      <Breadcrumb parents={[{ to: `/intermediaries/${uscc}`, label: intermediaryName }]} current={title} />
      <PageHeading title={title} lead={whyNot ? undefined : t('choose.lead')} />
      {whyNot && (
        <NoticeBanner
          tone="black"
          title={t('choose.whyNot')}
          action={<ButtonLink to={`/intermediaries?item=${serviceItemCode}`}>{t('choose.others')}</ButtonLink>}
        >
          <p>{whyNot}</p>
        </NoticeBanner>
      )}
      <Sheet title={t('choose.shown')}>
        <DescriptionList
          items={[
            {
              term: t('choose.intermediary'),
              value: (
                <>
                  {intermediaryName} <Code code={uscc} label={t('choose.intermediary')} />
                </>
              ),
            },
            { term: t('choose.item'), value: `${serviceItemCode} ${item}` },
            ...(feeSchedule && sizeUnit ? [{ term: fees('choose.schedule'), value: <FeeWords schedule={feeSchedule} /> }] : []),
            ...(feeFen === null ? [] : [{ term: feeTerm, value: <b className="num">{formatFen(feeFen)}</b> }]),
            ...(promisedWorkingDays === null
              ? []
              : [{ term: t('choose.days'), value: t('choose.daysValue', { days: promisedWorkingDays }) }]),
            ...(whyNot ? [] : [{ term: t('choose.due'), value: deliverDueOn ? <Day on={deliverDueOn} /> : t('choose.dueUnknown') }]),
            { term: t('choose.grade'), value: grade },
            ...(qualificationName ? [{ term: t('choose.qualification'), value: qualificationName }] : []),
          ]}
        />
      </Sheet>
      {!whyNot && sizeUnit && <SizeForm preview={preview} unit={sizeUnit} typed={typedSize} error={sizeError} />}
      {!whyNot && feeFen !== null && <ChoiceForm preview={preview} mutationId={clientMutationId} result={result} />}
      <p className="order-note">{t('choose.own')}</p>
    </>
  )
}
