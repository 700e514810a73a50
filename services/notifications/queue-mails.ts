import type { UnitOfWork } from '../kernel/run-use-case.ts'

/**
 * Puts a mail in the queue for every account that a notification is for: the user, whoever acts for the subject (by a firm's membership or as
 * that person), the holders of the role in the body. Closed accounts get none. Where no mail server is set nothing is queued: the
 * in-app message is the notice.
 */
export async function queueMails({ tx, now, context }: UnitOfWork, notificationIds: readonly string[]): Promise<void> {
  if (!context.sendsMail || notificationIds.length === 0) return
  const queued = await tx.$executeRaw`
    WITH told AS (SELECT * FROM "Notification" WHERE "id" = ANY(${[...notificationIds]}::uuid[])), reached AS (
      SELECT t."id", t."userId" FROM told t WHERE t."userId" IS NOT NULL
      UNION SELECT t."id", u."id" FROM told t JOIN "User" u ON u."subjectId" = t."subjectId"
        WHERE NOT EXISTS (SELECT 1 FROM "Membership" m WHERE m."userId" = u."id")
      UNION SELECT t."id", m."userId" FROM told t
        JOIN "Organisation" o ON o."subjectId" = t."subjectId" JOIN "Membership" m ON m."organisationId" = o."id"
      UNION SELECT t."id", m."userId" FROM told t
        JOIN "Membership" m ON m."organisationId" = t."organisationId" AND t."role" = ANY(m."roles")
    )
    INSERT INTO "MailMessage" ("id", "notificationId", "userId", "nextTryAt")
    SELECT gen_random_uuid(), r."id", u."id", ${now} FROM reached r JOIN "User" u ON u."id" = r."userId" WHERE u."disabledAt" IS NULL
    ON CONFLICT ("notificationId", "userId") DO NOTHING`
  if (queued > 0) await tx.$executeRaw`SELECT graphile_worker.add_job('send-mail')`
}
