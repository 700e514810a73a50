import type { Client } from 'pg'

/** One page to look at: whose account sees it, and a real address of it in the demo data. */
export interface SamplePage {
  /** Key of the demo account; anonymous without. */
  readonly as?: string
  readonly path: string | ((database: Client) => Promise<string>)
  /** What it answers; 200 unless it is made to answer otherwise. */
  readonly status?: number
}

/** The first value of the first row, or an error that names the missing demo story. */
const first =
  (before: string, sql: string, after = '') =>
  async (database: Client): Promise<string> => {
    const { rows } = await database.query<Record<string, string>>(sql)
    const value = Object.values(rows[0] ?? {})[0]
    if (!value) throw new Error(`the demo data has nothing for ${before}…: ${sql}`)
    return `${before}${value}${after}`
  }

const intermediary = `SELECT s."uscc" FROM "Intermediary" i JOIN "Subject" s ON s."id" = i."subjectId" JOIN "CreditStanding" c ON c."subjectId" = s."id"
  WHERE i."status" = 'LISTED' ORDER BY c."score" DESC NULLS LAST LIMIT 1`

const caseIn = (state: string) =>
  `SELECT "number" FROM "ApprovalCase" WHERE "state" = '${state}' AND "approvalItemCode" = 'AP-TRA-003' LIMIT 1`
const receiptOf = (item: string) =>
  `SELECT r."number" FROM "CheckReceipt" r JOIN "ApprovalCase" a ON a."checkReceiptId" = r."id" WHERE a."approvalItemCode" = '${item}' LIMIT 1`
const commitmentIn = (state: string, also = 'true') =>
  `SELECT c."number" FROM "Commitment" c JOIN "ApprovalCase" a ON a."id" = c."caseId" WHERE c."state" = '${state}' AND a."approvalItemCode" = 'AP-TRA-003' AND ${also} LIMIT 1`
const caseOfApplicant = `SELECT a."number" FROM "ApprovalCase" a JOIN "Commitment" c ON c."caseId" = a."id" WHERE c."signerName" = '陈立文' LIMIT 1`
const heldMiss = `SELECT c."number" FROM "CommitmentBreach" b JOIN "Commitment" c ON c."id" = b."commitmentId"
  JOIN "CreditStanding" s ON s."subjectId" = b."subjectId" WHERE s."missCount" = 3 LIMIT 1`

const taskToVerify = `SELECT k."number" FROM "VerificationTask" k JOIN "Commitment" c ON c."id" = k."commitmentId" JOIN "ApprovalCase" a ON a."id" = c."caseId"
  WHERE k."state" = 'OPEN' AND k."planId" IS NULL AND a."approvalItemCode" = 'AP-TRA-003' LIMIT 1`
const findingIn = (state: string) => `SELECT "number" FROM "UntrueFinding" WHERE "state" = '${state}' LIMIT 1`
const verificationPlan = 'SELECT "number" FROM "VerificationPlan" LIMIT 1'

const changeIn = (state: string) => `SELECT "number" FROM "CatalogueChange" WHERE "state" = '${state}' LIMIT 1`

/** Accepted, and not rated by that body yet. */
const toRate = (
  rater: string,
) => `SELECT e."number" FROM "Engagement" e WHERE e."serviceItemCode" = 'ZJ-NOT-002' AND e."state" = 'COMPLETED'
  AND NOT EXISTS (SELECT 1 FROM "ServiceReview" r WHERE r."engagementId" = e."id" AND r."rater" = '${rater}') LIMIT 1`

/** The firm for which that demo account acts. */
const subjectOf = (account: string) => `(SELECT o."subjectId" FROM "User" u JOIN "Membership" m ON m."userId" = u."id"
  JOIN "Organisation" o ON o."id" = m."organisationId" WHERE u."email" LIKE '${account}@%')`
const listed = `SELECT "number" FROM "ViolationCase" WHERE "state" = 'DECIDED_LISTED' LIMIT 1`
const noticeOf = (account: string) =>
  `SELECT "number" FROM "ViolationCase" WHERE "noticeServedAt" IS NOT NULL AND "subjectId" = ${subjectOf(account)} LIMIT 1`
const engagementOf = (account: string) => `SELECT e."number" FROM "Engagement" e JOIN "Intermediary" i ON i."id" = e."intermediaryId"
  WHERE ${subjectOf(account)} IN (e."applicantId", i."subjectId") ORDER BY e."chosenAt" LIMIT 1`
const ownRow = (table: string, account: string) => `FROM "${table}" x JOIN "Intermediary" i ON i."id" = x."intermediaryId"
  WHERE i."subjectId" = ${subjectOf(account)} ORDER BY x."id" LIMIT 1`
const certificateOf = (account: string) => `SELECT x."id" ${ownRow('Qualification', account)}`
const changeOf = (account: string) => `SELECT x."number" ${ownRow('RegisterChange', account)}`
const offer = `SELECT s."uscc" || '&item=' || o."serviceItemCode" FROM "ServiceOffering" o JOIN "Intermediary" i ON i."id" = o."intermediaryId"
  JOIN "Subject" s ON s."id" = i."subjectId" WHERE s."id" = ${subjectOf('intermediary')} AND o."feeSchedule"->>'kind' = 'FIXED' LIMIT 1`

const ownOffering = `SELECT o."serviceItemCode" FROM "ServiceOffering" o JOIN "Intermediary" i ON i."id" = o."intermediaryId"
  WHERE i."subjectId" = ${subjectOf('intermediary')} ORDER BY o."version" DESC LIMIT 1`

/** Four that offer the same service, one of them listed: each kind of cell stands in the comparison. */
const compared = `SELECT string_agg('with=' || uscc, '&' ORDER BY uscc) || '&item=ZJ-EIA-001' FROM (
  SELECT s."uscc" FROM "ServiceOffering" o JOIN "Intermediary" i ON i."id" = o."intermediaryId" JOIN "Subject" s ON s."id" = i."subjectId"
  LEFT JOIN "CreditStanding" c ON c."subjectId" = s."id" WHERE o."serviceItemCode" = 'ZJ-EIA-001' ORDER BY jsonb_array_length(c."lists") DESC NULLS LAST, c."score" DESC NULLS LAST LIMIT 4) f`

/** Drawn, if the demo data has one, so that there is something to prove. */
const drawnSelection = `SELECT s."number" FROM "Selection" s JOIN "Draw" d ON d."selectionId" = s."id" ORDER BY d."transcript" IS NULL, s."number" LIMIT 1`
/** Waiting for the lottery, if the demo data has one. */
const lotterySelection = `SELECT s."number" FROM "Selection" s JOIN "Draw" d ON d."selectionId" = s."id"
  ORDER BY s."state" = 'CLOSED' AND s."mode" = 'RANDOM_DRAW' DESC, s."number" LIMIT 1`

const openPool = `SELECT "number" FROM "PreselectionPool" WHERE "closedAt" IS NULL ORDER BY "openedAt" DESC LIMIT 1`
/** With a member that is suspended. */
const outOfPool = `SELECT "number" FROM "PreselectionPool" WHERE "closedAt" IS NULL ORDER BY "openedAt" LIMIT 1`

/** A selection with sealed quotes that this firm has signed up for. */
const quotedBy = (account: string) => `SELECT s."number" FROM "Selection" s JOIN "Sealing" k ON k."selectionId" = s."id" JOIN "SignUp" u
  ON u."selectionId" = s."id" JOIN "Intermediary" i ON i."id" = u."intermediaryId" WHERE i."subjectId" = ${subjectOf(account)}
  ORDER BY s."state" = 'SIGN_UP' DESC LIMIT 1`
const opened = `SELECT s."number" FROM "Selection" s JOIN "Sealing" k ON k."selectionId" = s."id" WHERE k."state" = 'OPENED' LIMIT 1`

/** A selection of that kind; those of the account where it has one of its own. */
const selectionWhere = (where: string) => `SELECT "number" FROM "Selection" WHERE ${where} ORDER BY "announcedAt" DESC NULLS LAST LIMIT 1`
const ownSelection = (account: string, where = 'true') => selectionWhere(`"applicantId" = ${subjectOf(account)} AND ${where}`)

const entryIn = (state: string) => `SELECT "number" FROM "EntryApplication" WHERE "state" = '${state}' LIMIT 1`

/** A sample of every route file below app/routes. A new page without a line here fails the test. */
const standard = `SELECT "version" FROM "CreditRuleSetVersion" WHERE "organisationId" IS NOT NULL LIMIT 1`
const draftedRules = `SELECT "version" FROM "CreditRuleSetVersion" WHERE "state" = 'DRAFT' AND "organisationId" IS NULL LIMIT 1`

export const samplePages: Readonly<Record<string, SamplePage>> = {
  '_public+/index.tsx': { path: '/' },
  '_public+/$.tsx': { path: '/no-such-page', status: 404 },
  '_public+/about-ranking.tsx': { path: '/about-ranking' },
  '_public+/intermediaries._index.tsx': { path: '/intermediaries' },
  '_public+/intermediaries.$uscc.tsx': { path: first('/intermediaries/', intermediary) },
  '_public+/rating-rules._index.tsx': { path: '/rating-rules' },
  '_public+/rating-rules.$version.tsx': { path: '/rating-rules/ZZ-1' },
  '_public+/compare.tsx': { path: first('/compare?', compared) },
  '_public+/catalogue._index.tsx': { path: '/catalogue' },
  '_public+/catalogue.$code.tsx': { path: '/catalogue/ZJ-EIA-001' },
  '_public+/catalogue.cancelled.tsx': { path: '/catalogue/cancelled' },
  '_public+/catalogue.compare.tsx': { path: '/catalogue/compare?from=2026-01-01&to=2027-02-01' },
  '_public+/guides._index.tsx': { path: '/guides' },
  '_public+/guides.$code.tsx': { path: '/guides/AP-TRA-002' },
  '_public+/blacklist.tsx': { path: '/blacklist' },
  '_public+/red-list.tsx': { path: '/red-list' },
  '_public+/red-list_.publicity._index.tsx': { path: '/red-list/publicity' },
  '_public+/red-list_.publicity.$number.tsx': {
    path: first('/red-list/publicity/', `SELECT "number" FROM "RedListNomination" WHERE "state" = 'PUBLICITY' LIMIT 1`),
  },
  '_public+/dishonesty-list.tsx': { path: '/dishonesty-list' },
  '_public+/lists.$number.tsx': { path: first('/lists/', `SELECT "number" FROM "ListEntry" WHERE "list" = 'BLACKLIST' LIMIT 1`) },
  '_public+/promises._index.tsx': { path: '/promises' },
  '_public+/promises.$number.tsx': {
    path: first('/promises/', `SELECT "number" FROM "Commitment" WHERE "isPublished" AND "state" = 'PENDING' LIMIT 1`),
  },
  '_public+/open-data.tsx': { path: '/open-data' },
  '_public+/publicity._index.tsx': { path: first('/publicity?receipt=', `SELECT "number" FROM "EntryObjection" LIMIT 1`) },
  '_public+/publicity.$number.tsx': { path: first('/publicity/', entryIn('PUBLICITY')) },
  '_public+/selections._index.tsx': { path: '/selections' },
  '_public+/selections.$number.tsx': { path: first('/selections/', selectionWhere(`"result" IS NOT NULL`)) },
  '_public+/selections.$number_.verify.tsx': { path: first('/selections/', drawnSelection, '/verify') },
  '_public+/selections.$number_.live.tsx': { path: first('/selections/', selectionWhere(`"announcedAt" IS NOT NULL`), '/live') },
  '_public+/verify.tsx': { path: first('/verify?number=', `SELECT "number" FROM "CheckReceipt" LIMIT 1`) },
  '_public+/cases.$number.notice.tsx': { as: 'investigator', path: first('/cases/', listed, '/notice') },
  '_public+/cases.$number.hearing-notice.tsx': {
    as: 'decider2',
    path: first('/cases/', `SELECT c."number" FROM "ViolationCase" c JOIN "Hearing" h ON h."caseId" = c."id" LIMIT 1`, '/hearing-notice'),
  },
  '_public+/appeals.$number.decision.tsx': {
    as: 'auditor',
    path: first('/appeals/', `SELECT "number" FROM "Appeal" WHERE "decisionNumber" IS NOT NULL LIMIT 1`, '/decision'),
  },
  '_public+/repairs.$number.decision.tsx': {
    as: 'auditor',
    path: first('/repairs/', `SELECT "number" FROM "CreditRepair" WHERE "decisionNumber" IS NOT NULL LIMIT 1`, '/decision'),
  },
  '_public+/lists.$number_.delisting.tsx': {
    as: 'auditor',
    path: first('/lists/', `SELECT "number" FROM "ListEntry" WHERE "delistingNumber" IS NOT NULL LIMIT 1`, '/delisting'),
  },
  '_public+/cases.$number.decision.tsx': { as: 'auditor', path: first('/cases/', listed, '/decision') },
  '_auth+/sign-in.tsx': { path: '/sign-in' },
  '_auth+/sign-up.tsx': { path: '/sign-up' },
  '_auth+/second-factor.tsx': { path: '/second-factor' },
  '_auth+/account.tsx': { as: 'admin', path: '/account' },
  '_auth+/messages.tsx': { as: 'intermediary', path: '/messages' },
  '_auth+/saved-searches.tsx': { as: 'applicant', path: '/saved-searches?save=item%3DZJ-EIA-001%26sort%3DFEE' },
  'owner+/credit.tsx': { as: 'applicant', path: '/owner/credit?asOf=2026-06-30' },
  'owner+/remedies._index.tsx': { as: 'held', path: '/owner/remedies' },
  'owner+/remedies.appeal.$caseNumber.tsx': { as: 'held', path: '/owner/remedies/appeal/AJ-2026-999999', status: 404 },
  'owner+/remedies.repair.$entryNumber.tsx': { as: 'held', path: '/owner/remedies/repair/MD-2026-999999', status: 404 },
  'owner+/data-objections.new.tsx': {
    as: 'held',
    path: first('/owner/data-objections/new?target=SUBJECT_FIELD&key=', `SELECT ${subjectOf('held')}`),
  },
  'owner+/appeals.$number.tsx': { as: 'held', path: '/owner/appeals/SS-2026-999999', status: 404 },
  'owner+/repairs.$number.tsx': { as: 'held', path: '/owner/repairs/XF-2026-999999', status: 404 },
  'owner+/data-objections.$number.tsx': { as: 'held', path: '/owner/data-objections/SY-2026-999999', status: 404 },
  'intermediary+/remedies._index.tsx': { as: 'firm-33', path: '/intermediary/remedies' },
  'intermediary+/remedies.appeal.$caseNumber.tsx': {
    as: 'firm-35',
    path: first('/intermediary/remedies/appeal/', `SELECT "number" FROM "ViolationCase" WHERE "subjectId" = ${subjectOf('firm-35')}`),
  },
  'intermediary+/remedies.repair.$entryNumber.tsx': {
    as: 'firm-36',
    path: first('/intermediary/remedies/repair/', `SELECT "number" FROM "ListEntry" WHERE "subjectId" = ${subjectOf('firm-36')}`),
  },
  'intermediary+/data-objections.new.tsx': {
    as: 'firm-34',
    path: first(
      '/intermediary/data-objections/new?target=LIST_ENTRY&key=',
      `SELECT "id" FROM "ListEntry" WHERE "subjectId" = ${subjectOf('firm-34')}`,
    ),
  },
  'intermediary+/appeals.$number.tsx': {
    as: 'firm-30',
    path: first('/intermediary/appeals/', `SELECT "number" FROM "Appeal" WHERE "state" = 'ANNULLED'`),
  },
  'intermediary+/repairs.$number.tsx': {
    as: 'firm-33',
    path: first('/intermediary/repairs/', `SELECT "number" FROM "CreditRepair" WHERE "state" = 'FILED'`),
  },
  'intermediary+/data-objections.$number.tsx': {
    as: 'firm-33',
    path: first('/intermediary/data-objections/', `SELECT "number" FROM "DataObjection" WHERE "state" = 'UPHELD'`),
  },
  'regulator+/rule-sets._index.tsx': { as: 'reform', path: '/regulator/rule-sets' },
  'regulator+/rule-sets.$version.tsx': { as: 'reform', path: first('/regulator/rule-sets/', draftedRules) },
  'regulator+/honours.tsx': { as: 'reform', path: '/regulator/honours' },
  'regulator+/appeals._index.tsx': { as: 'reviewer', path: '/regulator/appeals' },
  'regulator+/appeals.$number.tsx': {
    as: 'reviewer',
    path: first('/regulator/appeals/', `SELECT "number" FROM "Appeal" WHERE "state" = 'UNDER_REVIEW'`),
  },
  'regulator+/repairs._index.tsx': { as: 'decider', path: '/regulator/repairs' },
  'regulator+/repairs.$number.tsx': {
    as: 'decider',
    path: first('/regulator/repairs/', `SELECT "number" FROM "CreditRepair" WHERE "state" = 'FILED'`),
  },
  'regulator+/data-objections._index.tsx': { as: 'reviewer', path: '/regulator/data-objections' },
  'regulator+/data-objections.$number.tsx': {
    as: 'reviewer',
    path: first('/regulator/data-objections/', `SELECT "number" FROM "DataObjection" WHERE "state" = 'FILED'`),
  },
  'agency+/_index.tsx': { as: 'officer', path: '/agency' },
  'agency+/standards._index.tsx': { as: 'manager', path: '/agency/standards' },
  'agency+/standards.$version.tsx': { as: 'manager', path: first('/agency/standards/', standard) },
  'agency+/check.tsx': { as: 'officer', path: '/agency/check' },
  'agency+/receipts.$number.tsx': { as: 'officer', path: first('/agency/receipts/', receiptOf('AP-TRA-003')) },
  'agency+/cases.$number_.non-acceptance-notice.tsx': {
    as: 'officer',
    path: first('/agency/cases/', caseIn('NOT_ACCEPTED'), '/non-acceptance-notice'),
  },
  'agency+/cases.new.tsx': { as: 'officer', path: '/agency/cases/new' },
  'agency+/cases.$number.tsx': { as: 'officer', path: first('/agency/cases/', caseIn('FILED')) },
  'agency+/cases.$number_.correction-notice.tsx': {
    as: 'officer',
    path: first('/agency/cases/', caseIn('CORRECTION_REQUESTED'), '/correction-notice'),
  },
  'agency+/cases.$number_.acceptance-notice.tsx': {
    as: 'officer',
    path: first('/agency/cases/', caseIn('ACCEPTED'), '/acceptance-notice'),
  },
  'agency+/calendar.tsx': { as: 'officer', path: '/agency/calendar?month=2026-11' },
  'agency+/statistics.tsx': { as: 'officer', path: '/agency/statistics' },
  'agency+/verification._index.tsx': { as: 'officer', path: '/agency/verification' },
  'agency+/verification.$number.tsx': { as: 'officer', path: first('/agency/verification/', taskToVerify) },
  'agency+/verification.plans._index.tsx': { as: 'manager', path: '/agency/verification/plans' },
  'agency+/verification.plans.new.tsx': { as: 'manager', path: '/agency/verification/plans/new' },
  'agency+/verification.plans.$number.tsx': { as: 'manager', path: first('/agency/verification/plans/', verificationPlan) },
  'agency+/findings._index.tsx': { as: 'manager', path: '/agency/findings' },
  'agency+/findings.new.tsx': { as: 'officer', path: first('/agency/findings/new?commitment=', commitmentIn('PENDING')) },
  'agency+/findings.$number._index.tsx': { as: 'manager', path: first('/agency/findings/', findingIn('DEFENCE_FILED')) },
  'agency+/findings.$number.paper.tsx': { as: 'manager', path: first('/agency/findings/', findingIn('FOUND'), '/paper?document=DECISION') },
  'agency+/commitments._index.tsx': { as: 'officer', path: '/agency/commitments' },
  'agency+/commitments.$number.tsx': { as: 'manager', path: first('/agency/commitments/', commitmentIn('PENDING')) },
  'agency+/commitments.$number_.letter.tsx': { as: 'officer', path: first('/agency/commitments/', commitmentIn('PENDING'), '/letter') },
  'agency+/publicity-objections._index.tsx': { as: 'manager', path: '/agency/publicity-objections' },
  'agency+/publicity-objections.$number.tsx': {
    as: 'manager',
    path: first('/agency/publicity-objections/', `SELECT "number" FROM "PublicityObjection" WHERE "state" = 'FILED' LIMIT 1`),
  },
  'agency+/catalogue._index.tsx': { as: 'manager2', path: '/agency/catalogue' },
  'agency+/catalogue.new.tsx': { as: 'manager2', path: '/agency/catalogue/new?kind=AMEND&item=ZJ-EIA-001' },
  'agency+/catalogue.$number.tsx': { as: 'manager2', path: first('/agency/catalogue/', changeIn('RETURNED')) },
  'agency+/api-keys.tsx': { as: 'manager', path: '/agency/api-keys' },
  'owner+/_index.tsx': { as: 'applicant', path: '/owner' },
  'owner+/cases.$number.tsx': { as: 'held', path: first('/owner/cases/', noticeOf('held')) },
  'owner+/engagements.new.tsx': { as: 'applicant', path: first('/owner/engagements/new?uscc=', offer) },
  'owner+/engagements.$number._index.tsx': { as: 'applicant', path: first('/owner/engagements/', engagementOf('applicant')) },
  'owner+/engagements.$number.contract.tsx': {
    as: 'applicant',
    path: first('/owner/engagements/', engagementOf('applicant'), '/contract'),
  },
  'owner+/engagements.$number.review.tsx': { as: 'applicant', path: first('/owner/engagements/', engagementOf('applicant'), '/review') },
  'agency+/reviews._index.tsx': { as: 'manager2', path: '/agency/reviews' },
  'agency+/reviews.$number.tsx': { as: 'manager2', path: first('/agency/reviews/', toRate('AUTHORITY')) },
  'regulator+/reviews._index.tsx': { as: 'reform2', path: '/regulator/reviews' },
  'regulator+/reviews.$number.tsx': { as: 'reform2', path: first('/regulator/reviews/', toRate('PLATFORM')) },
  '_public+/reviews.$key.tsx': { path: first('/reviews/', 'SELECT "id" FROM "ServiceReview" WHERE "reply" IS NOT NULL LIMIT 1') },
  'owner+/engagements.$number.print.tsx': { as: 'applicant', path: first('/owner/engagements/', engagementOf('applicant'), '/print') },
  'intermediary+/_index.tsx': { as: 'intermediary', path: '/intermediary' },
  'intermediary+/entry._index.tsx': { as: 'newcomer', path: '/intermediary/entry' },
  'intermediary+/entry.$number._index.tsx': { as: 'newcomer', path: first('/intermediary/entry/', entryIn('DRAFT')) },
  'intermediary+/entry.$number.$step.tsx': { as: 'newcomer', path: first('/intermediary/entry/', entryIn('DRAFT'), '/practitioners') },
  'intermediary+/credit.tsx': { as: 'intermediary', path: '/intermediary/credit' },
  'intermediary+/cases.$number.tsx': { as: 'intermediary', path: first('/intermediary/cases/', noticeOf('intermediary')) },
  'intermediary+/engagements.$number.contract.tsx': {
    as: 'intermediary',
    path: first('/intermediary/engagements/', engagementOf('intermediary'), '/contract'),
  },
  'intermediary+/engagements.$number.tsx': { as: 'intermediary', path: first('/intermediary/engagements/', engagementOf('intermediary')) },
  'intermediary+/offerings._index.tsx': { as: 'intermediary', path: '/intermediary/offerings' },
  'intermediary+/offerings.new.tsx': { as: 'intermediary', path: '/intermediary/offerings/new?item=ZJ-SWC-001' },
  'intermediary+/offerings.$code.tsx': { as: 'intermediary', path: first('/intermediary/offerings/', ownOffering) },
  'intermediary+/profile.tsx': { as: 'intermediary', path: '/intermediary/profile' },
  'intermediary+/qualifications.tsx': { as: 'intermediary', path: '/intermediary/qualifications' },
  'intermediary+/qualifications_.change.tsx': {
    as: 'intermediary',
    path: first('/intermediary/qualifications/change?op=RENEW&of=', certificateOf('intermediary')),
  },
  'intermediary+/practitioners.tsx': { as: 'intermediary', path: '/intermediary/practitioners' },
  'intermediary+/affiliations.tsx': { as: 'intermediary', path: '/intermediary/affiliations' },
  'intermediary+/changes._index.tsx': { as: 'intermediary', path: '/intermediary/changes' },
  'intermediary+/changes.$number.tsx': { as: 'intermediary', path: first('/intermediary/changes/', changeOf('intermediary')) },
  'intermediary+/opportunities._index.tsx': { as: 'intermediary', path: '/intermediary/opportunities' },
  'intermediary+/opportunities.$number._index.tsx': {
    as: 'intermediary',
    path: first('/intermediary/opportunities/', selectionWhere(`"state" = 'SIGN_UP'`)),
  },
  'intermediary+/opportunities.$number_.quote.tsx': {
    as: 'intermediary',
    path: first(
      '/intermediary/opportunities/',
      `SELECT x."number" FROM "SignUp" u JOIN "Selection" x ON x."id" = u."selectionId" JOIN "Sealing" g ON g."selectionId" = x."id"
        JOIN "Intermediary" i ON i."id" = u."intermediaryId" WHERE i."subjectId" = ${subjectOf('intermediary')} ORDER BY x."number" LIMIT 1`,
      '/quote',
    ),
  },
  'intermediary+/sign-ups._index.tsx': { as: 'intermediary', path: '/intermediary/sign-ups' },
  'intermediary+/exit.tsx': { as: 'intermediary', path: '/intermediary/exit' },
  'owner+/approvals._index.tsx': { as: 'person', path: '/owner/approvals' },
  'owner+/approvals.$number.tsx': { as: 'applicant', path: first('/owner/approvals/', caseOfApplicant) },
  'owner+/approvals.new.tsx': { as: 'applicant', path: '/owner/approvals/new' },
  'owner+/approvals.$number_.draft.tsx': { as: 'applicant', path: first('/owner/approvals/', caseIn('DRAFT'), '/draft') },
  'owner+/approvals.$number_.non-acceptance-notice.tsx': {
    as: 'applicant',
    path: first('/owner/approvals/', caseOfApplicant, '/non-acceptance-notice'),
    status: 404,
  },
  'owner+/approvals.$number_.acceptance-notice.tsx': {
    as: 'applicant',
    path: first('/owner/approvals/', caseOfApplicant, '/acceptance-notice'),
  },
  'owner+/approvals.$number_.correction-notice.tsx': { as: 'applicant', path: '/owner/approvals/BJ-0/correction-notice', status: 404 },
  'owner+/commitments.$number_.letter.tsx': {
    as: 'applicant',
    path: first('/owner/commitments/', `${commitmentIn('PENDING', 'c."signerName" = \'陈立文\'')}`, '/letter'),
  },
  '_public+/preselection._index.tsx': { path: '/preselection' },
  '_public+/preselection.$number.tsx': { path: first('/preselection/', outOfPool) },
  'intermediary+/preselection._index.tsx': { as: 'intermediary', path: '/intermediary/preselection' },
  'intermediary+/preselection.$number.tsx': { as: 'intermediary', path: first('/intermediary/preselection/', openPool) },
  'regulator+/ties.tsx': { as: 'reform', path: '/regulator/ties' },
  'regulator+/preselection._index.tsx': { as: 'reform', path: '/regulator/preselection' },
  'regulator+/preselection.new.tsx': { as: 'reform', path: '/regulator/preselection/new' },
  'regulator+/preselection.$number.tsx': { as: 'reform', path: first('/regulator/preselection/', outOfPool) },
  'owner+/demands._index.tsx': { as: 'applicant', path: '/owner/demands' },
  'owner+/demands.new.tsx': { as: 'applicant', path: '/owner/demands/new?item=ZJ-CON-005' },
  'owner+/selections._index.tsx': { as: 'applicant', path: '/owner/selections' },
  'owner+/selections.draft.tsx': {
    as: 'applicant',
    path: '/owner/selections/draft?mode=COMPARATIVE&item=ZJ-EIA-001&division=410105&fund=STATE',
  },
  'owner+/selections.$number._index.tsx': { as: 'applicant', path: first('/owner/selections/', ownSelection('applicant')) },
  'owner+/selections.$number_.edit.tsx': {
    as: 'applicant',
    path: first('/owner/selections/', ownSelection('applicant', `"state" = 'DRAFT'`), '/edit'),
  },
  'owner+/selections.new.tsx': {
    as: 'applicant',
    path: '/owner/selections/new?item=ZJ-EIA-001&division=410105&fund=STATE&priority=QUALITY&urgent=yes',
  },
  'owner+/findings.$number._index.tsx': { as: 'client-2', path: first('/owner/findings/', findingIn('NOTICED')) },
  'owner+/findings.$number.paper.tsx': { as: 'client-2', path: first('/owner/findings/', findingIn('NOTICED'), '/paper') },
  'owner+/promises.tsx': { as: 'held', path: '/owner/promises' },
  'owner+/promises_.$number._index.tsx': { as: 'held', path: first('/owner/promises/', heldMiss) },
  'owner+/promises_.$number.object.tsx': {
    as: 'held',
    path: first('/owner/promises/', heldMiss, '/object?kind=MISSED'),
  },
  'regulator+/_index.tsx': { as: 'investigator', path: '/regulator' },
  'regulator+/red-list._index.tsx': { as: 'reform2', path: '/regulator/red-list' },
  'regulator+/red-list.$number.tsx': {
    as: 'reform2',
    path: first(
      '/regulator/red-list/',
      `SELECT "number" FROM "RedListNomination" WHERE "state" = 'PUBLICITY' ORDER BY "publicUntilOn" DESC LIMIT 1`,
    ),
  },
  'regulator+/red-list.reviews._index.tsx': { as: 'decider', path: '/regulator/red-list/reviews' },
  'regulator+/red-list.reviews.$key.tsx': {
    as: 'decider',
    path: first('/regulator/red-list/reviews/', `SELECT "id" FROM "RedListReview" WHERE "state" = 'OPEN' LIMIT 1`),
  },
  'agency+/nominations._index.tsx': { as: 'manager', path: '/agency/nominations' },
  'agency+/nominations.$number.tsx': {
    as: 'manager',
    path: first('/agency/nominations/', `SELECT "number" FROM "RedListNomination" WHERE "state" = 'NOMINATED' LIMIT 1`),
  },
  'agency+/nominations.new.tsx': { as: 'manager', path: first('/agency/nominations/new?code=', `${intermediary}`) },
  'regulator+/cases._index.tsx': { as: 'decider', path: '/regulator/cases?tab=all' },
  'regulator+/cases.$number.tsx': {
    as: 'decider2',
    path: first('/regulator/cases/', `SELECT "number" FROM "ViolationCase" WHERE "state" = 'DEFENCE_FILED' LIMIT 1`),
  },
  'regulator+/cases.new.tsx': { as: 'investigator', path: first('/regulator/cases/new?uscc=', intermediary) },
  'regulator+/api-keys.tsx': { as: 'admin', path: '/regulator/api-keys' },
  'regulator+/audit.tsx': { as: 'auditor', path: '/regulator/audit' },
  'regulator+/objections._index.tsx': { as: 'reviewer', path: '/regulator/objections' },
  'regulator+/objections.$key.tsx': {
    as: 'reviewer',
    path: first('/regulator/objections/', `SELECT "id" FROM "BreachObjection" WHERE "state" = 'FILED' LIMIT 1`),
  },
  'regulator+/admin-organisations._index.tsx': { as: 'admin', path: '/regulator/admin-organisations' },
  'regulator+/admin-organisations.new.tsx': { as: 'admin', path: '/regulator/admin-organisations/new' },
  'regulator+/admin-organisations.$key.tsx': {
    as: 'admin',
    path: first(
      '/regulator/admin-organisations/',
      `SELECT "id" FROM "Organisation" WHERE "kind" = 'AGENCY' AND "agencyKindZh" IS NOT NULL LIMIT 1`,
    ),
  },
  'regulator+/admin-users._index.tsx': { as: 'admin', path: '/regulator/admin-users' },
  'regulator+/admin-users.new.tsx': { as: 'admin', path: '/regulator/admin-users/new' },
  'regulator+/admin-users.$key.tsx': {
    as: 'admin',
    path: first('/regulator/admin-users/', `SELECT "userId" FROM "Membership" WHERE 'DECIDER' = ANY ("roles") LIMIT 1`),
  },
  'regulator+/entries._index.tsx': { as: 'reform', path: '/regulator/entries' },
  'regulator+/entries.$number.tsx': { as: 'reform', path: first('/regulator/entries/', entryIn('PUBLICITY')) },
  'regulator+/register-changes._index.tsx': { as: 'reform', path: '/regulator/register-changes' },
  'regulator+/register-changes.$number.tsx': {
    as: 'reform',
    path: first(
      '/regulator/register-changes/',
      `SELECT "number" FROM "RegisterChange" WHERE "state" = 'SUBMITTED' AND "kind" = 'QUALIFICATIONS' LIMIT 1`,
    ),
  },
  'regulator+/shared-practitioners.tsx': { as: 'investigator', path: '/regulator/shared-practitioners' },
  'regulator+/catalogue._index.tsx': { as: 'reform', path: '/regulator/catalogue?tab=all' },
  'regulator+/catalogue.$number.tsx': { as: 'reform2', path: first('/regulator/catalogue/', changeIn('DELIBERATED')) },
  'regulator+/disputes._index.tsx': { as: 'reform', path: '/regulator/disputes' },
  'regulator+/disputes.$number.tsx': {
    as: 'reform',
    path: first('/regulator/disputes/', `SELECT "number" FROM "EngagementDispute" WHERE "state" = 'OPEN' LIMIT 1`),
  },
  'regulator+/draws._index.tsx': { as: 'reform', path: '/regulator/draws' },
  'regulator+/draws.$number.tsx': { as: 'auditor', path: first('/regulator/draws/', lotterySelection) },
  'regulator+/selections._index.tsx': { as: 'reform', path: '/regulator/selections?tab=all' },
  'regulator+/selections.$number.tsx': {
    as: 'reform',
    path: first(
      '/regulator/selections/',
      selectionWhere(`"supervisorId" = (SELECT m."organisationId" FROM "User" u
      JOIN "Membership" m ON m."userId" = u."id" WHERE u."email" LIKE 'reform@%') AND "announcedAt" IS NOT NULL`),
    ),
  },
  '_public+/complaints._index.tsx': { path: '/complaints' },
  '_public+/complaints.new.tsx': { path: '/complaints/new' },
  'regulator+/complaints._index.tsx': { as: 'investigator2', path: '/regulator/complaints' },
  'regulator+/complaints.$number.tsx': {
    as: 'investigator2',
    path: first(
      '/regulator/complaints/',
      `SELECT "number" FROM "Complaint" WHERE "state" = 'HANDLING' AND "contactCipher" IS NOT NULL LIMIT 1`,
    ),
  },
  'regulator+/promises.tsx': { as: 'reform', path: '/regulator/promises' },
  'regulator+/findings.$number.tsx': { as: 'reform', path: first('/regulator/findings/', findingIn('FOUND')) },
  'regulator+/alerts._index.tsx': { as: 'reform2', path: '/regulator/alerts' },
  'regulator+/alerts.$number.tsx': {
    as: 'reform2',
    path: first('/regulator/alerts/', `SELECT "number" FROM "Alert" WHERE "kind" = 'CANCELLED_ITEM_DEMANDED' LIMIT 1`),
  },
  'agency+/imports._index.tsx': { as: 'officer', path: '/agency/imports' },
  'agency+/imports.$number.tsx': {
    as: 'officer',
    path: first('/agency/imports/', `SELECT "number" FROM "ImportRun" WHERE "kind" = 'CASES' LIMIT 1`),
  },
  'regulator+/imports._index.tsx': { as: 'reform', path: '/regulator/imports' },
  'regulator+/imports.$number.tsx': {
    as: 'reform',
    path: first('/regulator/imports/', `SELECT "number" FROM "ImportRun" WHERE "state" = 'FAULTY' AND "kind" <> 'CASES' LIMIT 1`),
  },
  '_public+/selections.$number_.opening.tsx': { path: first('/selections/', opened, '/opening?check=1') },
  'intermediary+/opportunities.$number_.receipt.tsx': {
    as: 'intermediary',
    path: first('/intermediary/opportunities/', quotedBy('intermediary'), '/receipt'),
  },
  'regulator+/keys._index.tsx': { as: 'reform2', path: '/regulator/keys' },
  'regulator+/keys.$key.tsx': {
    as: 'reform2',
    path: first(
      '/regulator/keys/',
      `SELECT k."id" FROM "SupervisorKey" k JOIN "Organisation" o ON o."id" = k."organisationId" WHERE o."divisionCode" = '410105' ORDER BY k."releasedAt" NULLS FIRST, k."id" LIMIT 1`,
    ),
  },
}
