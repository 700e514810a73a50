import {
  approvalOf,
  caseIn,
  caseOfApplicant,
  commitmentIn,
  engagementOf,
  findingIn,
  first,
  missOf,
  noticeOf,
  offer,
  ownSelection,
  rowAbout,
  subjectOf,
} from './demo-rows.ts'
import type { SamplePage } from './sample-page.ts'

export const ownerPages: Readonly<Record<string, SamplePage>> = {
  'owner+/credit.tsx': { as: 'applicant', path: '/owner/credit?asOf=2026-06-30' },
  'owner+/remedies._index.tsx': { as: 'client-21', path: '/owner/remedies' },
  'owner+/remedies.appeal.$caseNumber.tsx': { as: 'client-22', path: first('/owner/remedies/appeal/', noticeOf('client-22')) },
  'owner+/remedies.repair.$entryNumber.tsx': {
    as: 'client-22',
    path: first('/owner/remedies/repair/', rowAbout('ListEntry', 'client-22')),
  },
  'owner+/data-objections.new.tsx': {
    as: 'held',
    path: first('/owner/data-objections/new?target=SUBJECT_FIELD&key=', `SELECT ${subjectOf('held')}`),
  },
  'owner+/appeals.$number.tsx': { as: 'client-21', path: first('/owner/appeals/', rowAbout('Appeal', 'client-21')) },
  'owner+/repairs.$number.tsx': { as: 'client-21', path: first('/owner/repairs/', rowAbout('CreditRepair', 'client-21')) },
  'owner+/data-objections.$number.tsx': { as: 'client-21', path: first('/owner/data-objections/', rowAbout('DataObjection', 'client-21')) },
  'owner+/_index.tsx': { as: 'applicant', path: '/owner' },
  'owner+/cases.$number.tsx': { as: 'held', path: first('/owner/cases/', noticeOf('held')) },
  'owner+/engagements.new.tsx': { as: 'applicant', path: first('/owner/engagements/new?uscc=', offer) },
  'owner+/engagements.$number._index.tsx': { as: 'applicant', path: first('/owner/engagements/', engagementOf('applicant')) },
  'owner+/engagements.$number.contract.tsx': {
    as: 'applicant',
    path: first('/owner/engagements/', engagementOf('applicant'), '/contract'),
  },
  'owner+/engagements.$number.review.tsx': { as: 'applicant', path: first('/owner/engagements/', engagementOf('applicant'), '/review') },
  'owner+/engagements.$number.print.tsx': { as: 'applicant', path: first('/owner/engagements/', engagementOf('applicant'), '/print') },
  'owner+/approvals._index.tsx': { as: 'person', path: '/owner/approvals' },
  'owner+/approvals.$number.tsx': { as: 'applicant', path: first('/owner/approvals/', caseOfApplicant) },
  'owner+/approvals.new.tsx': { as: 'applicant', path: '/owner/approvals/new' },
  'owner+/approvals.$number_.draft.tsx': { as: 'applicant', path: first('/owner/approvals/', caseIn('DRAFT'), '/draft') },
  'owner+/approvals.$number_.non-acceptance-notice.tsx': {
    as: 'client-12',
    path: first('/owner/approvals/', approvalOf('client-12', 'NOT_ACCEPTED'), '/non-acceptance-notice'),
  },
  'owner+/approvals.$number_.acceptance-notice.tsx': {
    as: 'applicant',
    path: first('/owner/approvals/', caseOfApplicant, '/acceptance-notice'),
  },
  'owner+/approvals.$number_.correction-notice.tsx': {
    as: 'client-11',
    path: first('/owner/approvals/', approvalOf('client-11', 'CORRECTION_REQUESTED'), '/correction-notice'),
  },
  'owner+/commitments.$number_.letter.tsx': {
    as: 'applicant',
    path: first('/owner/commitments/', `${commitmentIn('PENDING', 'c."signerName" = \'陈立文\'')}`, '/letter'),
  },
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
  'owner+/promises_.$number._index.tsx': { as: 'held', path: first('/owner/promises/', missOf('held')) },
  'owner+/promises_.$number.object.tsx': {
    as: 'held',
    path: first('/owner/promises/', missOf('held'), '/object?kind=MISSED'),
  },
}
