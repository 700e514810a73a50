import { quoteText } from '#domain/selection/quote.ts'
import type { Quote } from '#domain/selection/quote.ts'
import { createIdentity, randomHex, recipientOf, sealTwice, unwrapUnder, wrapUnder } from '#services/selection/age-sealing.ts'
import { depositSupervisorKeys } from '#services/selection/deposit-supervisor-keys.ts'
import { releaseShare } from '#services/selection/release-share.ts'
import { submitQuote } from '#services/selection/submit-quote.ts'
import { demoPassword } from '../accounts.ts'
import type { DemoAccountKey } from '../accounts.ts'
import { instant } from '../stage.ts'
import type { Stage } from '../stage.ts'

/** The reform offices that supervise selections of the demonstration, by an account of each. */
const supervisors = ['reform', 'reform2'] as const satisfies readonly DemoAccountKey[]
type Supervisor = (typeof supervisors)[number]

const KEYS_EACH = 8
/** As cheap as a deposit may be: the passphrase of the demonstration is published anyway. */
const WORK_FACTOR = 15

/**
 * Keys in stock for the supervising bodies of the demonstration, locked under its published password, so that anyone can play an opening.
 * In earnest the identities never exist outside the officer's browser.
 */
export async function playSupervisionKeys(stage: Stage): Promise<void> {
  for (const account of supervisors) {
    const keys = []
    for (let made = 0; made < KEYS_EACH; made++) {
      const identity = await createIdentity()
      keys.push({ recipient: (await recipientOf(identity)) ?? '', wrappedIdentity: await wrapUnder(demoPassword, identity, WORK_FACTOR) })
    }
    await depositSupervisorKeys(await stage.as(account, instant('2026-09-01', 9)), { clientMutationId: `demo keys ${account}`, keys })
  }
}

/** A bidder's quote, sealed as the browser does it. */
export async function handInDemoQuote(stage: Stage, account: DemoAccountKey, quote: Omit<Quote, 'uscc'>, at: Date): Promise<void> {
  const bidder = await stage.as(account, at)
  const { prisma } = stage.platform
  const { uscc } = await prisma.subject.findUniqueOrThrow({ where: { id: bidder.viewer.subjectId ?? '' } })
  const sealing = await prisma.sealing.findFirstOrThrow({
    where: { selection: { number: quote.selection } },
    include: { supervisorKey: true },
  })
  const recipients = { supervisor: sealing.supervisorKey.recipient, platform: sealing.platformRecipient }
  const ciphertext = await sealTwice(quoteText({ ...quote, uscc: uscc ?? '' }, randomHex), recipients)
  const clientMutationId = `demo quote ${account} ${quote.selection} ${at.toISOString()}`
  await submitQuote(bidder, { clientMutationId, selectionNumber: quote.selection, ciphertext })
}

/** The supervising body's share of a selection at its opening. */
export async function releaseDemoShare(stage: Stage, account: Supervisor, selectionNumber: string, at: Date): Promise<void> {
  const { supervisorKey: key } = await stage.platform.prisma.sealing.findFirstOrThrow({
    where: { selection: { number: selectionNumber } },
    include: { supervisorKey: true },
  })
  const identity = await unwrapUnder(demoPassword, key.wrappedIdentity)
  await releaseShare(await stage.as(account, at), { clientMutationId: `demo share ${selectionNumber}`, id: key.id, identity })
}
