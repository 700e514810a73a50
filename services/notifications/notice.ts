import type { Role } from '#domain/access/role.ts'
import type { Tx } from '#prisma/client.ts'

/** Who is told: whoever acts for a subject, one user, or those who hold a role in a body. */
export type Recipient =
  { readonly subjectId: string } | { readonly userId: string } | { readonly organisationId: string; readonly role: Role }

/** One sentence for some recipients: its kind (the page and the mail have the words) and the facts it is filled with. */
export interface Notice<Kind extends string = string> {
  readonly kind: Kind
  readonly recipients: readonly Recipient[]
  readonly facts: Readonly<Record<string, unknown>>
}

/** How one topic of the outbox is told: every kind it can become, and the notices for one entity as it stands now. */
export interface NoticeRule {
  readonly kinds: readonly string[]
  noticesOf(tx: Tx, entityId: string): Promise<readonly Notice[]>
}

/** A rule whose notices can only be of the kinds it names, so that each kind is known to the test that looks for its words. */
export const telling = <Kind extends string>(
  kinds: readonly Kind[],
  noticesOf: (tx: Tx, entityId: string) => Promise<readonly Notice<Kind>[]>,
): NoticeRule => ({ kinds, noticesOf })

/** The key under which one event is told to a recipient once. */
export function recipientKey(recipient: Recipient): string {
  if ('subjectId' in recipient) return `subject:${recipient.subjectId}`
  if ('userId' in recipient) return `user:${recipient.userId}`
  return `organisation:${recipient.organisationId}:${recipient.role}`
}
