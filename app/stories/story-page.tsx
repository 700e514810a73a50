import type { ActionFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { newMutationId, readForm } from '#app/form.server.ts'
import { PublicPage } from '#app/shell/public-page.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { qrModules } from '#app/ui/qr-code.server.ts'
import { FormStory } from './form-story.tsx'
import { listStories } from './list-stories.tsx'
import { paperStory, statusStories } from './status-stories.tsx'
import { Story } from './story.tsx'

export const meta = titleMeta
export const loader = () => ({
  title: 'Parts',
  clientMutationId: newMutationId(),
  code: qrModules('https://example.org/verify/HC-2026-1121-00418'),
})

const schema = z.object({
  code: z.string().length(18),
  fee: z.number().min(1),
  reason: z.string().min(10),
  district: z.enum(['410102', '410103']),
  mode: z.enum(['TOLERANT', 'CORRECTION']),
  materials: z.array(z.string()).min(1),
  dueOn: z.iso.date(),
  evidence: z.instanceof(File).optional(),
})

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request, schema)
  return form.ok ? form.refuse({ '': [`OK ${form.clientMutationId}`] }) : form.reply
}

/** Every part once, at /_ui in development: to look at, and for axe to walk over. */
export default function StoryPage() {
  const { clientMutationId, code } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <PublicPage>
      <PageHeading title="Parts" lead="app/ui, one block each" />
      {[...listStories, ...statusStories].map(({ name, show }) => (
        <Story key={name} name={name}>
          {show}
        </Story>
      ))}
      <Story name="FormFrame, ErrorSummary and fields">
        <FormStory result={result} mutationId={clientMutationId} />
      </Story>
      <Story name="PrintSheet, QrCode, PrintButton">{paperStory(code)}</Story>
    </PublicPage>
  )
}
