import type { Role } from '#domain/access/role.ts'
import { afterMailFailure } from '#domain/notifications/mail-try.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { MailError } from './mail-transport.ts'
import type { MailTransport } from './mail-transport.ts'

/** What a mail is written from. */
export interface MailFacts {
  readonly kind: string
  readonly facts: Readonly<Record<string, unknown>>
  /** Of whom it is for: the link leads where that person deals with the matter. */
  readonly roles: readonly Role[]
}

/** The words of a mail; the pages have them. */
export type ComposeMail = (mail: MailFacts) => { readonly subject: string; readonly text: string }

export interface MailSending {
  readonly transport: MailTransport
  readonly compose: ComposeMail
}

export interface MailRound {
  readonly sent: number
  readonly failed: number
  /** There may be more to send at once. */
  readonly isCut: boolean
}

/** Mails of one round, so that a city-wide announcement leaves room for other jobs. */
const ROUND = 200

/**
 * Sends what is due, one mail at a time. A try is noted before it is made, with the time of the next one: whoever is killed in between leaves
 * a mail that is tried again, and two rounds at once never send the same one. A server that doesn't answer ends the round; the others'
 * tries are not used up.
 */
export async function sendMails(context: UseCaseContext, sending: MailSending): Promise<MailRound> {
  demand(context, 'mail.send')
  let [sent, failed] = [0, 0]
  while (sent + failed < ROUND) {
    const claimed = await claimNext(context)
    if (!claimed) return { sent, failed, isCut: false }
    const error = await tryToSend(context, sending, claimed)
    if (!error) sent++
    else failed++
    if (error?.failure === 'UNREACHABLE') return { sent, failed, isCut: false }
  }
  return { sent, failed, isCut: true }
}

interface Claimed {
  readonly id: string
  readonly attempts: number
}

/** The next due mail, its try counted; the row is let go before the network is touched. */
async function claimNext({ prisma, clock }: UseCaseContext): Promise<Claimed | null> {
  const now = clock.now()
  // Should this process die: as if the try had failed.
  const wait = new Date(now.getTime() + 10 * 60_000)
  const [claimed] = await prisma.$queryRaw<Claimed[]>`
    UPDATE "MailMessage" SET "attempts" = "attempts" + 1, "nextTryAt" = ${wait} WHERE "id" = (
      SELECT "id" FROM "MailMessage" WHERE "state" = 'PENDING' AND "nextTryAt" <= ${now}
      ORDER BY "nextTryAt", "id" LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING "id", "attempts"`
  return claimed ?? null
}

async function tryToSend(
  context: UseCaseContext,
  { transport, compose }: MailSending,
  { id, attempts }: Claimed,
): Promise<MailError | null> {
  const { prisma, clock } = context
  const { userId, notification } = await prisma.mailMessage.findUniqueOrThrow({ where: { id }, include: { notification: true } })
  const user = await prisma.user.findUnique({
    where: { id: userId },
    include: { memberships: { orderBy: { createdAt: 'asc' }, take: 1 } },
  })
  try {
    if (!user || user.disabledAt) throw new MailError('PERMANENT', 'the account is closed')
    const { kind, facts } = notification
    const roles = user.memberships[0]?.roles ?? (user.subjectId ? ['APPLICANT' as const] : [])
    const words = compose({ kind, facts: facts as Readonly<Record<string, unknown>>, roles })
    await transport.send({ id, to: user.email, ...words, at: clock.now() })
    await prisma.mailMessage.update({ where: { id }, data: { state: 'SENT', sentAt: clock.now(), lastError: null } })
    return null
  } catch (error) {
    if (!(error instanceof MailError)) throw error
    const after = afterMailFailure(attempts, error.failure, clock.now())
    await prisma.mailMessage.update({ where: { id }, data: { ...after, lastError: error.message.slice(0, 500) } })
    return error
  }
}
