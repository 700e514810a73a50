import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { addDays, shanghaiDayOf, startOfShanghaiDay } from '#domain/kernel/calendar-day.ts'
import { ClockDocument, SetSandboxClockDocument } from '#app/features/access/documents.server.ts'
import { readForm } from '#app/form.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { ownPath } from '#app/same-origin.server.ts'

/** Offices open; a day is entered at this time. Ours. */
const OPENING_MS = 9 * 3_600_000
const DAY_MS = 24 * 3_600_000

const schema = z.object({
  step: z.enum(['nextWorkingDay', 'week', 'day']),
  day: z.iso.date().optional(),
  returnTo: z.string().max(2000).optional(),
})

/** Someone who reloads or bookmarks the address of the form. */
export const loader = () => redirect('/')

/** Moves the rehearsal clock, and goes back to the page. The API refuses it outside sandbox mode. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, schema)
  if (!form.ok) throw new Response(null, { status: 400 })
  const { step, day, returnTo } = form.value
  const { clock } = await runOperation({ request, context }, ClockDocument, {})
  const now = new Date(clock.now)
  const opening = (on: string) => new Date(startOfShanghaiDay(on).getTime() + OPENING_MS)
  const at =
    step === 'week'
      ? new Date(now.getTime() + 7 * DAY_MS)
      : opening(step === 'day' ? (day ?? shanghaiDayOf(now)) : (clock.nextWorkingDay ?? addDays(shanghaiDayOf(now), 1)))
  const input = { at: at.toISOString(), rate: clock.rate, clientMutationId: form.clientMutationId }
  const { setSandboxClock } = await runOperation({ request, context }, SetSandboxClockDocument, { input })
  if ('code' in setSandboxClock)
    throw new Response(setSandboxClock.code, { status: setSandboxClock.code === 'SIGN_IN_REQUIRED' ? 401 : 403 })
  return redirect(ownPath(returnTo ?? null))
}
