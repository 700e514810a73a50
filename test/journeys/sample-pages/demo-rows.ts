import type { Pool } from 'pg'

/** The first value of the first row, or an error that names the missing demo story. */
export const first =
  (before: string, sql: string, after = '') =>
  async (database: Pool): Promise<string> => {
    const { rows } = await database.query<Record<string, string>>(sql)
    const value = Object.values(rows[0] ?? {})[0]
    if (!value) throw new Error(`the demo data has nothing for ${before}…: ${sql}`)
    return `${before}${value}${after}`
  }

export const intermediary = `SELECT s."uscc" FROM "Intermediary" i JOIN "Subject" s ON s."id" = i."subjectId" JOIN "CreditStanding" c ON c."subjectId" = s."id"
  WHERE i."status" = 'LISTED' ORDER BY c."score" DESC NULLS LAST LIMIT 1`

export const caseIn = (state: string) =>
  `SELECT "number" FROM "ApprovalCase" WHERE "state" = '${state}' AND "approvalItemCode" = 'AP-TRA-003' LIMIT 1`
export const receiptOf = (item: string) =>
  `SELECT r."number" FROM "CheckReceipt" r JOIN "ApprovalCase" a ON a."checkReceiptId" = r."id" WHERE a."approvalItemCode" = '${item}' LIMIT 1`
export const commitmentIn = (state: string, also = 'true') =>
  `SELECT c."number" FROM "Commitment" c JOIN "ApprovalCase" a ON a."id" = c."caseId" WHERE c."state" = '${state}' AND a."approvalItemCode" = 'AP-TRA-003' AND ${also} LIMIT 1`
export const caseOfApplicant = `SELECT a."number" FROM "ApprovalCase" a JOIN "Commitment" c ON c."caseId" = a."id" WHERE c."signerName" = '陈立文' LIMIT 1`
/** The first row that is about the firm of that account. */
export const rowAbout = (table: string, account: string, where = 'true') =>
  `SELECT "number" FROM "${table}" WHERE "subjectId" = ${subjectOf(account)} AND ${where} LIMIT 1`
export const approvalOf = (account: string, state: string) =>
  `SELECT "number" FROM "ApprovalCase" WHERE "applicantId" = ${subjectOf(account)} AND "state" = '${state}' LIMIT 1`
export const missOf = (account: string) => `SELECT c."number" FROM "CommitmentBreach" b JOIN "Commitment" c ON c."id" = b."commitmentId"
  WHERE b."subjectId" = ${subjectOf(account)} LIMIT 1`

export const taskToVerify = `SELECT k."number" FROM "VerificationTask" k JOIN "Commitment" c ON c."id" = k."commitmentId" JOIN "ApprovalCase" a ON a."id" = c."caseId"
  WHERE k."state" = 'OPEN' AND k."planId" IS NULL AND a."approvalItemCode" = 'AP-TRA-003' LIMIT 1`
export const findingIn = (state: string) => `SELECT "number" FROM "UntrueFinding" WHERE "state" = '${state}' LIMIT 1`
export const verificationPlan = 'SELECT "number" FROM "VerificationPlan" LIMIT 1'

export const changeIn = (state: string) => `SELECT "number" FROM "CatalogueChange" WHERE "state" = '${state}' LIMIT 1`

/** Accepted, and not rated by that body yet. */
export const toRate = (
  rater: string,
) => `SELECT e."number" FROM "Engagement" e WHERE e."serviceItemCode" = 'ZJ-NOT-002' AND e."state" = 'COMPLETED'
  AND NOT EXISTS (SELECT 1 FROM "ServiceReview" r WHERE r."engagementId" = e."id" AND r."rater" = '${rater}') LIMIT 1`

/** The firm for which that demo account acts. */
export const subjectOf = (account: string) => `(SELECT o."subjectId" FROM "User" u JOIN "Membership" m ON m."userId" = u."id"
  JOIN "Organisation" o ON o."id" = m."organisationId" WHERE u."email" LIKE '${account}@%')`
export const listed = `SELECT "number" FROM "ViolationCase" WHERE "state" = 'DECIDED_LISTED' LIMIT 1`
export const noticeOf = (account: string) => rowAbout('ViolationCase', account, '"noticeServedAt" IS NOT NULL')
export const engagementOf = (account: string) => `SELECT e."number" FROM "Engagement" e JOIN "Intermediary" i ON i."id" = e."intermediaryId"
  WHERE ${subjectOf(account)} IN (e."applicantId", i."subjectId") ORDER BY e."chosenAt" LIMIT 1`
export const ownRow = (table: string, account: string) => `FROM "${table}" x JOIN "Intermediary" i ON i."id" = x."intermediaryId"
  WHERE i."subjectId" = ${subjectOf(account)} ORDER BY x."id" LIMIT 1`
export const certificateOf = (account: string) => `SELECT x."id" ${ownRow('Qualification', account)}`
export const changeOf = (account: string) => `SELECT x."number" ${ownRow('RegisterChange', account)}`
export const offer = `SELECT s."uscc" || '&item=' || o."serviceItemCode" FROM "ServiceOffering" o JOIN "Intermediary" i ON i."id" = o."intermediaryId"
  JOIN "Subject" s ON s."id" = i."subjectId" WHERE s."id" = ${subjectOf('intermediary')} AND o."feeSchedule"->>'kind' = 'FIXED' LIMIT 1`

export const ownOffering = `SELECT o."serviceItemCode" FROM "ServiceOffering" o JOIN "Intermediary" i ON i."id" = o."intermediaryId"
  WHERE i."subjectId" = ${subjectOf('intermediary')} ORDER BY o."version" DESC LIMIT 1`

/** Four that offer the same service, one of them listed: each kind of cell stands in the comparison. */
export const compared = `SELECT string_agg('with=' || uscc, '&' ORDER BY uscc) || '&item=ZJ-EIA-001' FROM (
  SELECT s."uscc" FROM "ServiceOffering" o JOIN "Intermediary" i ON i."id" = o."intermediaryId" JOIN "Subject" s ON s."id" = i."subjectId"
  LEFT JOIN "CreditStanding" c ON c."subjectId" = s."id" WHERE o."serviceItemCode" = 'ZJ-EIA-001' ORDER BY jsonb_array_length(c."lists") DESC NULLS LAST, c."score" DESC NULLS LAST LIMIT 4) f`

/** Drawn, if the demo data has one, so that there is something to prove. */
export const drawnSelection = `SELECT s."number" FROM "Selection" s JOIN "Draw" d ON d."selectionId" = s."id" ORDER BY d."transcript" IS NULL, s."number" LIMIT 1`
/** Waiting for the lottery, if the demo data has one. */
export const lotterySelection = `SELECT s."number" FROM "Selection" s JOIN "Draw" d ON d."selectionId" = s."id"
  ORDER BY s."state" = 'CLOSED' AND s."mode" = 'RANDOM_DRAW' DESC, s."number" LIMIT 1`

export const openPool = `SELECT "number" FROM "PreselectionPool" WHERE "closedAt" IS NULL ORDER BY "openedAt" DESC LIMIT 1`
/** With a member that is suspended. */
export const outOfPool = `SELECT "number" FROM "PreselectionPool" WHERE "closedAt" IS NULL ORDER BY "openedAt" LIMIT 1`

/** A selection with sealed quotes that this firm has signed up for. */
export const quotedBy = (
  account: string,
) => `SELECT s."number" FROM "Selection" s JOIN "Sealing" k ON k."selectionId" = s."id" JOIN "SignUp" u
  ON u."selectionId" = s."id" JOIN "Intermediary" i ON i."id" = u."intermediaryId" WHERE i."subjectId" = ${subjectOf(account)}
  ORDER BY s."state" = 'SIGN_UP' DESC LIMIT 1`
export const opened = `SELECT s."number" FROM "Selection" s JOIN "Sealing" k ON k."selectionId" = s."id" WHERE k."state" = 'OPENED' LIMIT 1`

/** A selection of that kind; those of the account where it has one of its own. */
export const selectionWhere = (where: string) =>
  `SELECT "number" FROM "Selection" WHERE ${where} ORDER BY "announcedAt" DESC NULLS LAST LIMIT 1`
export const ownSelection = (account: string, where = 'true') => selectionWhere(`"applicantId" = ${subjectOf(account)} AND ${where}`)

export const entryIn = (state: string) => `SELECT "number" FROM "EntryApplication" WHERE "state" = '${state}' LIMIT 1`

export const standard = `SELECT "version" FROM "CreditRuleSetVersion" WHERE "organisationId" IS NOT NULL LIMIT 1`
export const draftedRules = `SELECT "version" FROM "CreditRuleSetVersion" WHERE "state" = 'DRAFT' AND "organisationId" IS NULL LIMIT 1`
