import { expect, test } from 'vitest'
import { ratingBodiesOf } from './rating-bodies.ts'
import type { RatedEngagement, RatingBody } from './rating-bodies.ts'

const body = (organisationId: string, kind: RatingBody['kind'], divisionCode: string, agencyKind: string | null = null): RatingBody => ({
  ...{ organisationId, kind, divisionCode, agencyKind, name: organisationId, subjectId: null },
})
const bodies = [
  body('city environment', 'AGENCY', '410100', '生态环境主管部门'),
  body('city transport', 'AGENCY', '410100', '交通运输主管部门、公路管理机构'),
  body('district construction', 'AGENCY', '410105', '住房城乡建设主管部门'),
  body('city construction', 'AGENCY', '410100', '住房城乡建设主管部门'),
  body('city housing', 'AGENCY', '410100', '住房城乡建设主管部门'),
  body('other city environment', 'AGENCY', '410200', '生态环境主管部门'),
  body('district office', 'REFORM_OFFICE', '410105'),
  body('city office', 'REFORM_OFFICE', '410100'),
]
const engagement: RatedEngagement = {
  approvingAgency: '生态环境主管部门',
  divisionLine: ['410105', '410100', '410000'],
  ownerSubjectId: 'owner',
  agencyTies: [],
}
const raters = (change: Partial<RatedEngagement>, among = bodies) => ratingBodiesOf({ ...engagement, ...change }, among)

test.each<[string, Partial<RatedEngagement>, readonly string[], readonly string[]]>([
  ['the agency of the kind, above where the district has none; the nearest office', {}, ['city environment'], ['district office']],
  [
    'the district’s own before the city’s',
    { approvingAgency: '县级以上住房城乡建设主管部门' },
    ['district construction'],
    ['district office'],
  ],
  [
    'several of the kind',
    { approvingAgency: '住房城乡建设部门', divisionLine: ['410100'] },
    ['city construction', 'city housing'],
    ['city office'],
  ],
  [
    'of two approving agencies, whichever is near',
    { approvingAgency: '生态环境主管部门会同住房城乡建设部门' },
    ['district construction'],
    ['district office'],
  ],
  ['no agency of that kind', { approvingAgency: '公安机关' }, [], ['district office']],
  ['nobody of another city', { divisionLine: ['410200', '410000'] }, ['other city environment'], []],
])('%s', (_, change, authorityIds, platformIds) => {
  expect(raters(change)).toEqual({ authorityIds, platformIds })
})

test('an agency to which the intermediary is tied does not rate it: the next one does', () => {
  const agency = { name: 'district construction', kind: '住房城乡建设主管部门', divisionCodes: ['410105'] }
  const agencyTies = [{ agency, kind: 'SUBORDINATE_UNIT' as const, through: [] }]
  expect(raters({ approvingAgency: '住房城乡建设部门', agencyTies }).authorityIds).toEqual(['city construction', 'city housing'])
})

test('a body whose own project it is has its voice as owner only', () => {
  const own = bodies.map((one) => (one.organisationId === 'city environment' ? { ...one, subjectId: 'owner' } : one))
  expect(raters({}, own).authorityIds).toEqual([])
})
