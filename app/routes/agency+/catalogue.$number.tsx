import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ResubmitDocument } from '#app/features/catalogue/change-documents.server.ts'
import { ChangePage } from '#app/features/catalogue/change-page.tsx'
import { takeChangeStep } from '#app/features/catalogue/change-steps.server.ts'
import { loadChange } from '#app/features/catalogue/load-changes.server.ts'
import { ProposalForm } from '#app/features/catalogue/proposal-form.tsx'
import { proposalInput, resubmissionSchema } from '#app/features/catalogue/proposal.server.ts'
import { formDataOf, readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadChange(args)

export async function action(args: ActionFunctionArgs) {
  const number = args.params['number'] ?? ''
  const backTo = `/agency/catalogue/${number}`
  const intent = (await formDataOf(args.request.clone())).get('intent')
  if (intent !== 'APPLICATION') return takeChangeStep(args, backTo)
  const form = await readForm(args.request, resubmissionSchema)
  if (!form.ok) return form.reply
  const proposal = await proposalInput(args, form)
  if (!proposal.ok) return proposal.reply
  const { intent: _intent, ...input } = proposal.input
  const { result } = await runOperation(args, ResubmitDocument, { input: { ...input, number } })
  if ('code' in result) return form.refuseWith(result, await serverText(args.request, 'catalogueChanges'))
  return redirect(backTo)
}

/** One application of the agency: how it goes, and its correction when it came back. */
export default function OwnChange() {
  const data = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useText('catalogueChanges')
  const { change, mutationIds, today } = data
  const isReturned = change.nextSteps.some(({ step, obstacle }) => step === 'APPLICATION' && obstacle === null)
  return (
    <ChangePage base="/agency/catalogue" {...data} result={result}>
      {isReturned && (
        <Sheet title={t('apply.resubmit')} id="application">
          <ProposalForm
            kind={change.kind}
            itemCode={change.itemCode}
            content={change.content}
            before={change}
            today={today}
            mutationId={mutationIds['APPLICATION']}
            result={result?.values['intent']?.[0] === 'APPLICATION' ? result : undefined}
          />
        </Sheet>
      )}
    </ChangePage>
  )
}
