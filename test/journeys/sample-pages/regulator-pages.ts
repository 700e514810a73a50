import {
  changeIn,
  draftedRules,
  entryIn,
  findingIn,
  first,
  intermediary,
  lotterySelection,
  outOfPool,
  selectionWhere,
  toRate,
} from './demo-rows.ts'
import type { SamplePage } from './sample-page.ts'

export const regulatorPages: Readonly<Record<string, SamplePage>> = {
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
  'regulator+/reviews._index.tsx': { as: 'reform2', path: '/regulator/reviews' },
  'regulator+/reviews.$number.tsx': { as: 'reform2', path: first('/regulator/reviews/', toRate('PLATFORM')) },
  'regulator+/ties.tsx': { as: 'reform', path: '/regulator/ties' },
  'regulator+/preselection._index.tsx': { as: 'reform', path: '/regulator/preselection' },
  'regulator+/preselection.new.tsx': { as: 'reform', path: '/regulator/preselection/new' },
  'regulator+/preselection.$number.tsx': { as: 'reform', path: first('/regulator/preselection/', outOfPool) },
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
  'regulator+/imports._index.tsx': { as: 'reform', path: '/regulator/imports' },
  'regulator+/imports.$number.tsx': {
    as: 'reform',
    path: first('/regulator/imports/', `SELECT "number" FROM "ImportRun" WHERE "state" = 'FAULTY' AND "kind" <> 'CASES' LIMIT 1`),
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
