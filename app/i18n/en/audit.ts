import type { Translation } from '../translate.ts'
import type { texts as source } from '../zh-CN/audit.ts'

export const texts: Translation<typeof source> = {
  title: 'Audit trail',
  lead: 'Who changed what into what, when, and on what basis. Lines are only ever added; nobody can change or delete one.',
  filter: 'Filter',
  submit: 'Filter',
  clear: 'Clear the filter',
  actor: 'Person',
  actorHint: 'Part of the name, or the id',
  action: 'Action',
  actionHint: 'Whole, or its beginning, such as engagements.',
  entity: 'Kind of thing',
  entityId: 'Id of the thing',
  fromOn: 'From',
  toOn: 'To (included)',
  at: 'When',
  subject: 'Thing',
  basis: 'Basis',
  change: 'Change',
  changeOf: { one: '{count} value', other: '{count} values' },
  noChange: 'None',
  field: 'Value',
  before: 'Before',
  after: 'After',
  empty: 'No lines match.',
  requestId: 'Request id',
}
