import {
  certificateOf,
  changeOf,
  engagementOf,
  entryIn,
  first,
  noticeOf,
  openPool,
  ownOffering,
  quotedBy,
  selectionWhere,
  subjectOf,
} from './demo-rows.ts'
import type { SamplePage } from './sample-page.ts'

export const intermediaryPages: Readonly<Record<string, SamplePage>> = {
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
  'intermediary+/preselection._index.tsx': { as: 'intermediary', path: '/intermediary/preselection' },
  'intermediary+/preselection.$number.tsx': { as: 'intermediary', path: first('/intermediary/preselection/', openPool) },
  'intermediary+/opportunities.$number_.receipt.tsx': {
    as: 'intermediary',
    path: first('/intermediary/opportunities/', quotedBy('intermediary'), '/receipt'),
  },
}
