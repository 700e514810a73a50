import type { ItemContent } from '#domain/catalogue/item-content.ts'
import type { FieldChange } from '#domain/catalogue/compare-items.ts'
import { feeUnits } from '#domain/catalogue/fee-schedule.ts'
import { builder } from '../builder.ts'
import { FeeBasis, SelfPreparation, ServiceItemStatus } from './service-item.ts'

/** One version's text of an entry. */
export const ItemContentType = builder.objectRef<ItemContent>('ItemContent').implement({
  description: 'What one version of a catalogue entry says.',
  fields: (t) => ({
    nameZh: t.exposeString('nameZh'),
    nameEn: t.exposeString('nameEn'),
    approvalItemZh: t.exposeString('approvalItemZh'),
    approvalItemEn: t.exposeString('approvalItemEn'),
    approvingAgencyZh: t.exposeString('approvingAgencyZh'),
    legalBasis: t.exposeString('legalBasis'),
    isLegalBasisVerified: t.exposeBoolean('isLegalBasisVerified'),
    basisNote: t.exposeString('basisNote'),
    qualificationZh: t.exposeString('qualificationZh'),
    isQualificationRequired: t.exposeBoolean('isQualificationRequired'),
    feeBasis: t.field({ type: FeeBasis, resolve: (item) => item.feeBasis }),
    feeNote: t.exposeString('feeNote'),
    deliverableZh: t.exposeString('deliverableZh'),
    selfPreparation: t.field({ type: SelfPreparation, resolve: (item) => item.selfPreparation }),
    status: t.field({ type: ServiceItemStatus, resolve: (item) => item.status }),
    cancelledBy: t.exposeString('cancelledBy', { nullable: true }),
    source: t.exposeString('source'),
    evidence: t.exposeString('evidence'),
    isZoneAreaAssessed: t.exposeBoolean('isZoneAreaAssessed'),
    backgroundFields: t.stringList({ resolve: (item) => [...item.backgroundFields] }),
    timeLimitWorkingDays: t.exposeInt('timeLimitWorkingDays', { nullable: true }),
    feeUnit: t.string({ nullable: true, resolve: (item) => item.feeUnit }),
    referenceSize: t.exposeInt('referenceSize'),
    feeCeiling: t.field({ type: 'JSON', nullable: true, description: 'FeeSchedule', resolve: (item) => item.feeCeiling }),
  }),
})

/** What an agency proposes; status and cancelling document follow from the kind of the adjustment. */
export const ItemContentInput = builder.inputType('ItemContentInput', {
  fields: (t) => ({
    nameZh: t.string(),
    nameEn: t.string(),
    approvalItemZh: t.string(),
    approvalItemEn: t.string(),
    approvingAgencyZh: t.string(),
    legalBasis: t.string(),
    isLegalBasisVerified: t.boolean(),
    basisNote: t.string(),
    qualificationZh: t.string(),
    isQualificationRequired: t.boolean(),
    feeBasis: t.field({ type: FeeBasis }),
    feeNote: t.string(),
    deliverableZh: t.string(),
    selfPreparation: t.field({ type: SelfPreparation }),
    source: t.string(),
    evidence: t.string({ description: 'F text read, E excerpt read, B not confirmed, D our own default.' }),
    isZoneAreaAssessed: t.boolean(),
    backgroundFields: t.stringList(),
    timeLimitWorkingDays: t.int({ required: false }),
    feeUnit: t.string({ required: false, description: feeUnits.join(' | ') }),
    referenceSize: t.int(),
    feeCeiling: t.field({ type: 'JSON', required: false, description: 'FeeSchedule' }),
  }),
})

export const FieldChangeType = builder.objectRef<FieldChange>('FieldChange').implement({
  description: 'One field of an entry that reads differently.',
  fields: (t) => ({
    field: t.string({ resolve: ({ field }) => field }),
    before: t.field({ type: 'JSON', nullable: true, resolve: ({ before }) => before }),
    after: t.field({ type: 'JSON', nullable: true, resolve: ({ after }) => after }),
  }),
})
