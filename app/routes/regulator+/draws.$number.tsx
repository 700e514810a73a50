import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { EnterLotteryNumbersDocument, LotteryDocument } from '#app/features/selection/lottery-documents.server.ts'
import { useFormState } from '#app/form-state.ts'
import { newMutationId, readForm } from '#app/form.server.ts'
import { formatDay, formatInstant } from '#app/i18n/format.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Day, Instant } from '#app/ui/day.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextField } from '#app/ui/text-field.tsx'

export const meta = titleMeta

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const t = await serverText(request, 'draw')
  const { selection, clock } = await runOperation({ request, context }, LotteryDocument, { number: params['number'] ?? '' })
  if (!selection?.draw) throw new Response(null, { status: 404 })
  if (!selection.draw.mayEnter) throw new Response(null, { status: 403 })
  const { number, projectName, draw } = selection
  const awaited = draw.awaited?.kind === 'LOTTERY' ? draw.awaited : null
  return {
    title: t('lottery.entry', { number }),
    ...{ number, projectName, awaited, hasEntered: draw.hasEntered },
    isOpen: awaited !== null && clock.now >= awaited.opensAt,
    clientMutationId: newMutationId(),
  }
}

/** As people type them: separated by whatever. */
const numbersIn = (text: string): number[] => (text.normalize('NFKC').match(/\d+/g) ?? []).map(Number)

export async function action(args: ActionFunctionArgs) {
  const t = await serverText(args.request, 'draw')
  const schema = z.object({
    issue: z.string().max(20),
    red: z
      .string()
      .max(100)
      .transform(numbersIn)
      .refine((red) => red.length === 6, t('lottery.redSix')),
    blue: z.coerce.number().int(),
  })
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const number = args.params['number'] ?? ''
  const input = { number, ...form.value, clientMutationId: form.clientMutationId }
  const { result } = await runOperation(args, EnterLotteryNumbersDocument, { input })
  if ('code' in result) return form.refuseWith(result, t)
  return redirect(`/regulator/draws/${number}`)
}

/** One person's entry of the numbers. What another entered is not shown, neither here nor anywhere before both agree. */
export default function EnterLotteryNumbers() {
  const { title, number, projectName, awaited, hasEntered, isOpen, clientMutationId } = useLoaderData<typeof loader>()
  const t = useText('draw')
  const { language } = usePage()
  const form = useFormState({
    result: useActionData<typeof action>(),
    labels: { issue: t('lottery.issue'), red: t('lottery.red'), blue: t('lottery.blue') },
  })
  return (
    <>
      <Breadcrumb parents={[{ to: '/regulator/draws', label: t('lottery.title') }]} current={number} />
      <PageHeading title={title} lead={projectName} />
      {hasEntered && <NoticeBanner tone="ok" title={t('lottery.done')} />}
      {!awaited && (
        <NoticeBanner title={t('lottery.notAsked')}>
          <p>{t('lottery.notAskedText')}</p>
        </NoticeBanner>
      )}
      {awaited && (
        <div className="columns">
          <Sheet title={t('lottery.enter')}>
            {hasEntered && <p>{t('lottery.own')}</p>}
            {!hasEntered && !isOpen && <p>{t('lottery.waitText', { at: formatInstant(awaited.opensAt) })}</p>}
            {!hasEntered && isOpen && (
              <FormFrame form={form} mutationId={clientMutationId}>
                <p>{t('lottery.entryLead', { day: awaited.drawnOn ? formatDay(awaited.drawnOn, language) : '' })}</p>
                <TextField {...form.field('issue')} hint={t('lottery.issueHint')} width="number" inputMode="numeric" autoComplete="off" />
                <TextField {...form.field('red')} hint={t('lottery.redHint')} width="code" autoComplete="off" />
                <TextField {...form.field('blue')} hint={t('lottery.blueHint')} width="number" inputMode="numeric" autoComplete="off" />
                <SubmitButton>{t('lottery.send')}</SubmitButton>
              </FormFrame>
            )}
          </Sheet>
          <Sheet title={t('lottery.name')}>
            <DescriptionList
              items={[
                ...(awaited.drawnOn ? [{ term: t('lottery.drawnOn'), value: <Day on={awaited.drawnOn} /> }] : []),
                { term: t('lottery.opensAt'), value: <Instant at={awaited.opensAt} /> },
                { term: t('lottery.deadlineAt'), value: <Instant at={awaited.deadlineAt} /> },
              ]}
            />
          </Sheet>
        </div>
      )}
    </>
  )
}
