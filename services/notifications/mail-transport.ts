import { createTransport } from 'nodemailer'
import type { MailFailure } from '#domain/notifications/mail-try.ts'

/** One mail as it leaves: plain text to one address. */
export interface OutgoingMail {
  /** Stable over all tries, so that a mail that arrives twice can be told to be one. */
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly at: Date
}

export class MailError extends Error {
  override name = 'MailError'
  readonly failure: MailFailure
  constructor(failure: MailFailure, message: string) {
    super(message)
    this.failure = failure
  }
}

/** The way to the mail server. */
export interface MailTransport {
  /** @throws MailError */
  send(mail: OutgoingMail): Promise<void>
  close(): void
}

export interface MailSettings {
  /** smtp://user:password@host:587 or smtps://… */
  readonly url: string
  readonly from: string
  /** How long a silent server is waited for, in milliseconds. */
  readonly timeoutMs?: number
}

/** One address and nothing else: what could smuggle in a second recipient or a header is none. */
const address = /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/

/** A transport over SMTP, one connection kept open while there is something to send. */
export function createSmtpTransport({ url, from, timeoutMs = 10_000 }: MailSettings): MailTransport {
  const domain = from.split('@')[1] ?? 'localhost'
  const timeouts = { connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs, dnsTimeout: timeoutMs }
  const smtp = createTransport({ url, pool: true, maxConnections: 1, ...timeouts })
  return {
    async send({ id, to, subject, text, at }) {
      if (!address.test(to)) throw new MailError('PERMANENT', 'the address of the account is none')
      try {
        await smtp.sendMail({
          from,
          to: { name: '', address: to },
          envelope: { from, to },
          subject: oneLine(subject),
          text,
          date: at,
          messageId: `<${id}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
          disableFileAccess: true,
          disableUrlAccess: true,
        })
      } catch (error) {
        throw new MailError(failureOf(error), error instanceof Error ? error.message : String(error))
      }
    },
    close: () => smtp.close(),
  }
}

/** A header is one line, whatever the facts in it say. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')

/** 5xx to this recipient or this message is for good; a wrong password is our own fault and may be mended. */
function failureOf(error: unknown): MailFailure {
  const { code, responseCode = 0 } = error as { readonly code?: string; readonly responseCode?: number }
  const isAboutThisMail = code === 'EENVELOPE' || code === 'EMESSAGE'
  if (!isAboutThisMail) return 'UNREACHABLE'
  return responseCode >= 500 ? 'PERMANENT' : 'TEMPORARY'
}
