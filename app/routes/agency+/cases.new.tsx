import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { OpenCaseDocument } from '#app/features/acceptance/case-mutations.server.ts'
import { RecognisedDocument } from '#app/features/acceptance/intake-mutations.server.ts'
import type { KnownApplicant } from '#app/features/acceptance/intake-mutations.server.ts'
import { caseRefusals } from '#app/features/acceptance/refusal-texts.server.ts'
import { CreditGate } from '#app/features/acceptance/credit-gate.tsx'
import { CheckDocument } from '#app/features/acceptance/check-documents.server.ts'
import { ItemDocument, ItemsDocument } from '#app/features/acceptance/documents.server.ts'
import { foundMaterials } from '#app/features/acceptance/found-materials.server.ts'
import { MaterialsFields } from '#app/features/acceptance/materials-fields.tsx'
import { newCaseSchema } from '#app/features/acceptance/new-case-schema.server.ts'
import { nameIn } from '#app/features/listings/name-in.ts'
import { useFormState } from '#app/form-state.ts'
import type { FormResult } from '#app/form-state.ts'
import { newMutationId, readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { RadioField } from '#app/ui/choice-field.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Reasons } from '#app/ui/reasons.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { Stepper } from '#app/ui/stepper.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextField } from '#app/ui/text-field.tsx'

export const meta = titleMeta

export async function loader({ request, context }: LoaderFunctionArgs) {
  const t = await serverText(request, 'acceptance')
  if (context.viewer.kind === 'ANONYMOUS') throw new Response(null, { status: 401 })
  const { approvalItems } = await runOperation({ request, context }, ItemsDocument, {})
  return { title: t('new.title'), approvalItems, clientMutationId: newMutationId() }
}

type Stage = 'APPLICANT' | 'ITEM' | 'MATERIALS'

/** Each step sends all that was entered before along, so that nothing is kept between steps and nothing gets lost. */
export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, newCaseSchema)
  const t = await serverText(args.request, 'acceptance')
  // A reading with no errors of its own is the record of what was entered.
  const { values } = form.refuse({}).data
  const entered = (name: string) => values[name]?.[0] ?? ''
  const answer = async (stage: Stage, errors: FormResult['errors'] = {}) => {
    const code = entered('applicantCode')
    const checked = stage !== 'APPLICANT' && code !== '' ? (await runOperation(args, CheckDocument, { code })).creditCheck : null
    const isRead = checked !== null && 'purposes' in checked
    const known = stage === 'ITEM' && isRead ? (await runOperation(args, RecognisedDocument, { code })).recognisedApplicant : null
    const item = stage === 'MATERIALS' ? (await runOperation(args, ItemDocument, { code: entered('approvalItemCode') })).approvalItem : null
    const refused = checked && !('purposes' in checked) ? form.refuseWith(checked, t).data.errors : null
    // The check speaks of a code; here the field is the applicant's.
    const problems = refused ? { applicantCode: Object.values(refused).flat() } : errors
    const reached: Stage = refused ? 'APPLICANT' : stage === 'MATERIALS' && !item ? 'ITEM' : stage
    const status = Object.keys(problems).length > 0 ? 422 : 200
    return data(
      { stage: reached, check: checked && 'purposes' in checked ? checked : null, known, item, result: { values, errors: problems } },
      { status },
    )
  }
  const intent = entered('intent')
  if (intent === 'TO_APPLICANT') return answer('APPLICANT')
  if (intent === 'TO_ITEM') return answer('ITEM')
  const stages: Readonly<Record<string, Stage>> = { CHECK: 'APPLICANT', ITEM: 'ITEM', FILE: 'MATERIALS' }
  if (!form.ok) return answer(stages[intent] ?? 'APPLICANT', form.reply.data.errors)
  if (form.value.intent === 'CHECK') return answer('ITEM')
  if (form.value.intent !== 'FILE') return answer('MATERIALS')
  const { applicantCode, applicantName, approvalItemCode, projectName, projectCode, channel, receivedOn } = form.value
  const filed = { applicantCode, applicantName, approvalItemCode, projectName, projectCode, channel, receivedOn }
  const input = { ...filed, materials: foundMaterials(form.value) }
  const { result } = await runOperation(args, OpenCaseDocument, { input: { ...input, clientMutationId: form.clientMutationId } })
  if ('case' in result) return redirect(`/agency/cases/${result.case.number}`)
  const { errors } = form.refuseWith(result, await caseRefusals(args.request)).data
  const isOfEarlierStep = Object.keys(errors).some((name) => kept.some((one) => one === name))
  return answer(isOfEarlierStep ? 'ITEM' : 'MATERIALS', errors)
}

const kept = ['applicantCode', 'applicantName', 'approvalItemCode', 'projectName', 'projectCode', 'channel', 'receivedOn'] as const
const fieldsOf: Readonly<Record<Stage, readonly string[]>> = {
  APPLICANT: ['applicantCode'],
  ITEM: ['applicantName', 'approvalItemCode', 'projectName', 'projectCode', 'channel', 'receivedOn'],
  MATERIALS: ['materials'],
}

export default function NewCase() {
  const { title, approvalItems, clientMutationId } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText('acceptance')
  const intake = useText('intake')
  const { language } = usePage()
  const stage = answer?.stage ?? 'APPLICANT'
  const form = useFormState({
    result: answer?.result,
    labels: {
      applicantCode: t('new.applicantCode'),
      applicantName: t('new.applicantName'),
      approvalItemCode: t('new.item'),
      projectName: t('new.project'),
      projectCode: intake('facts.projectCode'),
      channel: intake('facts.channel'),
      receivedOn: intake('facts.receivedOn'),
      materials: t('new.materials'),
    },
    defaults: { channel: 'WINDOW' },
  })
  const valueOf = (name: string) => answer?.result.values[name]?.[0]
  const item = answer?.item ?? null
  const known = answer?.known ?? null
  return (
    <>
      <PageHeading title={title} />
      <Stepper
        steps={(['applicant', 'materials', 'mode', 'letter'] as const).map((step) => ({ label: t(`new.steps.${step}`) }))}
        current={stage === 'APPLICANT' ? 0 : 1}
      />
      {answer?.check && <CreditGate check={answer.check} />}
      <FormFrame form={form} mutationId={valueOf('clientMutationId') ?? clientMutationId}>
        {kept
          .filter((name) => !fieldsOf[stage].includes(name))
          .map((name) => (
            <input key={name} type="hidden" name={name} value={valueOf(name) ?? ''} />
          ))}
        {stage !== 'MATERIALS' && <MaterialsKept values={answer?.result.values} />}
        {stage === 'APPLICANT' && (
          <TextField
            {...form.field('applicantCode')}
            hint={t('check.codeHint')}
            width="code"
            autoComplete="off"
            spellCheck={false}
            maxLength={40}
          />
        )}
        {stage === 'ITEM' && (
          <>
            {answer?.check && !answer.check.isKnown && <TextField {...form.field('applicantName')} maxLength={200} />}
            <SelectField
              {...form.field('approvalItemCode')}
              empty={t('new.chooseItem')}
              options={approvalItems.map((one) => ({ value: one.code, label: `${nameIn(language, one)} ${one.code}` }))}
            />
            <TextField {...form.field('projectName')} maxLength={200} list={known ? 'earlier-projects' : undefined} />
            {known && <EarlierProjects known={known} />}
            <TextField {...form.field('projectCode')} isOptional hint={intake('facts.projectCodeHint')} width="code" maxLength={60} />
            <Reasons summary={intake('facts.channel')} isOpen={valueOf('channel') === 'POST'}>
              <RadioField
                {...form.field('channel')}
                choices={(['WINDOW', 'POST'] as const).map((value) => ({ value, label: intake(`channel.${value}`) }))}
              />
              <DateField {...form.field('receivedOn')} isOptional hint={intake('facts.receivedOnHint')} />
            </Reasons>
          </>
        )}
        {stage === 'MATERIALS' && item && (
          <>
            <h2 id={form.field('materials').id} className="mt-4">
              {nameIn(language, item)}
            </h2>
            <p className="small mute mb-4">
              {t(`new.kind.${item.kind}`)} ·{' '}
              {item.promisedWorkingDays === 0 ? t('new.sameDay') : t('new.days', { count: item.promisedWorkingDays })}
            </p>
            <MaterialsFields materials={item.materials} valueOf={valueOf} />
          </>
        )}
        <div className="actions">
          <SubmitButton name="intent" value={stage === 'APPLICANT' ? 'CHECK' : stage === 'ITEM' ? 'ITEM' : 'FILE'}>
            {stage === 'MATERIALS' ? t('new.file') : t('new.next')}
          </SubmitButton>
          {stage !== 'APPLICANT' && (
            <SubmitButton name="intent" value={stage === 'ITEM' ? 'TO_APPLICANT' : 'TO_ITEM'} look="ghost">
              {t('new.back')}
            </SubmitButton>
          )}
        </div>
      </FormFrame>
    </>
  )
}

/** Whom the agency knows from earlier cases, and the projects to choose from: their codes stand beside them. */
function EarlierProjects({ known: { name, caseCount, projects } }: { readonly known: KnownApplicant }) {
  const t = useText('intake')
  return (
    <>
      <p className="small mute">{caseCount > 0 ? t('known.found', { name, count: caseCount }) : t('known.none', { name })}</p>
      <datalist id="earlier-projects">
        {projects.map(({ projectName, projectCode }) => (
          <option key={`${projectName} ${projectCode ?? ''}`} value={projectName}>
            {projectCode ?? projectName}
          </option>
        ))}
      </datalist>
    </>
  )
}

/** What was found of the materials stays while an earlier step is looked at again. */
function MaterialsKept({ values }: { readonly values: FormResult['values'] | undefined }) {
  return Object.entries(values ?? {})
    .filter(([name]) => /^(presence|note)\[/.test(name))
    .map(([name, [value = '']]) => <input key={name} type="hidden" name={name} value={value} />)
}
