import { sendMails } from '#services/notifications/send-mails.ts'
import type { MailSending } from '#services/notifications/send-mails.ts'
import type { Job } from './worker.ts'

/** Sends the mails that are due; woken when some were queued, and by the minute for those that wait for another try. */
export const sendMail =
  (sending: MailSending): Job =>
  async (context, log) => {
    const { sent, failed, isCut } = await sendMails(context, sending)
    if (failed > 0) log.warn({ sent, failed }, 'some mails could not be sent')
    else if (sent > 0) log.debug({ sent }, 'mails sent')
    if (isCut) await context.pool.query("SELECT graphile_worker.add_job('send-mail')")
  }
